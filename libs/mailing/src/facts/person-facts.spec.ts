import type { ParticipationEntity } from '@app/participants'
import { momentWords, personOf, refusalOf, standingOf } from './person-facts.js'

const row = (facts: Partial<ParticipationEntity>) => ({ email: 'a@stadt.example', salutation: null, title: null, givenNames: null, familyName: null, organisationShown: null, ...facts }) as ParticipationEntity & { email: string }

describe('the person in a mail', () => {
  it('is greeted by name when no salutation is wished', () => {
    expect(personOf(row({ salutation: 'keine', givenNames: 'Ada', familyName: 'Muster' })).salutation).toBe('none')
    expect(personOf(row({ salutation: 'frau' })).salutation).toBe('frau')
    expect(personOf(row({})).salutation).toBe('none')
  })

  it('is shown by title and name, or by what there is', () => {
    expect(personOf(row({ title: 'Dr.', givenNames: 'Ada', familyName: 'Muster' })).displayName).toBe('Dr. Ada Muster')
    expect(personOf(row({ organisationShown: 'Geschäftsstelle' })).displayName).toBe('Geschäftsstelle')
    expect(personOf(row({})).displayName).toBe('a@stadt.example')
  })

  it('is told the standing by a word that letters have', () => {
    expect(standingOf({ answer: 'unconfirmed', place: 'none' })).toBe('unconfirmed')
    expect(standingOf({ answer: 'accepted', place: 'waiting' })).toBe('waiting')
    expect(standingOf({ answer: 'accepted', place: 'refused' })).toBeNull()
  })

  it('is told why there is no place only where the machine decided', () => {
    expect(refusalOf({ place: 'refused', placeReason: 'full' }, 'de')).toBe('Alle Plätze sind vergeben.')
    expect(refusalOf({ place: 'refused', placeReason: 'full' }, 'en')).toBe('All places are taken.')
    expect(refusalOf({ place: 'refused', placeReason: null }, 'de')).toBeNull()
  })

  it('reads moments by the clock of the event', () => {
    const instant = new Date('2026-11-27T23:30:00Z')
    expect(momentWords(instant, 'Europe/Berlin', 'de')).toBe('Samstag, 28. November 2026, 00:30 Uhr')
    expect(momentWords(instant, 'America/New_York', 'en')).toBe('Friday, 27 November 2026, 18:30')
  })
})
