import type { ParticipantRow } from '@app/contracts'
import { de } from '../texts/de.js'
import { belonging, consequencesOf, fullName, listName, shortDay, verbWords } from './person-words.js'

const person = { givenName: 'Ama', familyName: 'Boateng', title: 'Prof. Dr.', email: 'a@b.example', standing: 'confirmed' } as ParticipantRow

describe('names', () => {
  it('stand as in the phone book and as spoken', () => {
    expect(listName(person)).toBe('Boateng, Prof. Dr. Ama')
    expect(fullName(person)).toBe('Prof. Dr. Ama Boateng')
  })

  it('do with one name', () => {
    expect(listName({ givenName: null, familyName: 'Péus', title: null })).toBe('Péus')
    expect(listName({ givenName: 'Kim', familyName: null, title: null })).toBe('Kim')
  })

  it('put the organisation before the office', () => {
    expect(belonging({ organisation: 'Stadt Kiel', office: 'Dezernentin' })).toBe('Stadt Kiel, Dezernentin')
    expect(belonging({ organisation: null, office: null })).toBe('')
  })
})

describe('shortDay', () => {
  it('is the day in the zone of the event, with the year only when it is another one', () => {
    expect(shortDay('2026-11-19T23:30:00Z', 'Europe/Berlin', 'de', '2026-11-25')).toBe('20. Nov.')
    expect(shortDay('2025-11-19T10:00:00Z', 'Europe/Berlin', 'de', '2026-11-25')).toBe('19. Nov. 2025')
  })
})

describe('consequences', () => {
  const open = { admission: 'open', waitingList: true } as const

  it('say before the click how many places are left', () => {
    const waiting: ParticipantRow = { ...person, standing: 'waiting' }
    expect(consequencesOf('confirm', waiting, { ...open, capacity: 50, taken: 49, waiting: 3 }, de)).toContain(de.personConsequence.confirmFree(50, 50))
    expect(consequencesOf('confirm', waiting, { ...open, capacity: 50, taken: 50, waiting: 3 }, de)).toContain(de.personConsequence.confirmFull(50))
  })

  it('say who gets the seat of a person that goes on the waiting list, and that nobody does where staff decides', () => {
    const full = { ...open, capacity: 50, taken: 50, waiting: 3 }
    const said = (verb: 'wait' | 'refuse' | 'withdraw', admission: 'open' | 'approval') => consequencesOf(verb, person, { ...full, admission }, de)
    expect(said('wait', 'open')).toEqual([de.personConsequence.waitMail('Prof. Dr. Ama Boateng'), de.personConsequence.withdrawNext, de.personConsequence.waitTurn])
    for (const verb of ['wait', 'refuse', 'withdraw'] as const) {
      expect(said(verb, 'open')).toContain(de.personConsequence.withdrawNext)
      expect(said(verb, 'approval')).toContain(de.personConsequence.freedByHand)
      expect(said(verb, 'approval').join()).not.toMatch(/rückt nach/)
    }
  })

  it('say that an address was not confirmed by the person, and what becomes of the registration', () => {
    const unconfirmed: ParticipantRow = { ...person, standing: 'unconfirmed' }
    const said = (situation: object) => consequencesOf('confirm', unconfirmed, { ...open, capacity: 50, taken: 49, waiting: 0, ...situation }, de)
    expect(said({})).toEqual([de.personConsequence.acceptUnproven('a@b.example'), de.person.addPlace])
    expect(said({ waiting: 1 })[1]).toBe(de.person.addWaiting)
    expect(said({ taken: 50, waitingList: false })[1]).toBe(de.person.addFull)
    expect(said({ admission: 'approval' })[1]).toBe(de.person.addApproval)
    expect(verbWords('confirm', unconfirmed, de).action).toBe('Anmeldung bestätigen')
    expect(verbWords('confirm', { standing: 'waiting' }, de).action).toBe('Platz bestätigen')
  })

  it('say who moves up when a seat is given back, and that nobody does without a seat', () => {
    expect(consequencesOf('withdraw', person, { ...open, capacity: 50, taken: 50, waiting: 3 }, de)).toContain(de.personConsequence.withdrawNext)
    expect(consequencesOf('withdraw', { ...person, standing: 'waiting' }, { ...open, capacity: 50, taken: 50, waiting: 3 }, de)).not.toContain(de.personConsequence.withdrawNext)
  })

  it('say that no mail goes to a person without an address', () => {
    expect(consequencesOf('refuse', { ...person, email: null }, { ...open, capacity: null, taken: 0, waiting: 0 }, de)).toContain(de.personConsequence.noMail)
  })
})
