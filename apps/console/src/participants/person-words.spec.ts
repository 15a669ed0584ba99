import type { ParticipantRow } from '@app/contracts'
import { de } from '../texts/de.js'
import { belonging, consequencesOf, fullName, listName, shortDay } from './person-words.js'

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
  it('say before the click how many places are left', () => {
    const waiting: ParticipantRow = { ...person, standing: 'waiting' }
    expect(consequencesOf('confirm', waiting, { capacity: 50, taken: 49, waiting: 3 }, de)).toContain(de.personConsequence.confirmFree(50, 50))
    expect(consequencesOf('confirm', waiting, { capacity: 50, taken: 50, waiting: 3 }, de)).toContain(de.personConsequence.confirmFull(50))
  })

  it('say that nobody moves up when a person with a place goes on the waiting list', () => {
    expect(consequencesOf('wait', person, { capacity: 50, taken: 50, waiting: 3 }, de)).toContain(de.personConsequence.waitSeat)
    expect(consequencesOf('refuse', person, { capacity: 50, taken: 50, waiting: 3 }, de)).toContain(de.personConsequence.withdrawNext)
  })

  it('say who moves up when a seat is given back, and that nobody does without a seat', () => {
    expect(consequencesOf('withdraw', person, { capacity: 50, taken: 50, waiting: 3 }, de)).toContain(de.personConsequence.withdrawNext)
    expect(consequencesOf('withdraw', { ...person, standing: 'waiting' }, { capacity: 50, taken: 50, waiting: 3 }, de)).not.toContain(de.personConsequence.withdrawNext)
  })

  it('say that no mail goes to a person without an address', () => {
    expect(consequencesOf('refuse', { ...person, email: null }, { capacity: null, taken: 0, waiting: 0 }, de)).toContain(de.personConsequence.noMail)
  })
})
