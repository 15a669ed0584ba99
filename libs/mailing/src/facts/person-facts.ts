import type { Language } from '@app/contracts'
import { localOf } from '@app/events'
import type { ParticipationEntity } from '@app/participants'
import { dateWords } from '../domain/event-words.js'
import type { MailPerson, MailStanding } from '../domain/mail-facts.js'

type Named = Pick<ParticipationEntity, 'salutation' | 'title' | 'officeAddress' | 'officeSalutation' | 'givenNames' | 'familyName' | 'salutationOverride' | 'organisationShown'>

/** The person as a mail addresses them: the snapshot of the participation, never the address book. */
export function personOf(row: Named & { email: string }): MailPerson {
  const name = [row.title, row.givenNames, row.familyName].filter(Boolean).join(' ')
  return {
    // "keine" is what the person chose in the form: to be greeted by the full name.
    salutation: row.salutation === null || row.salutation === 'keine' ? 'none' : row.salutation,
    title: row.title,
    officeAddress: row.officeAddress,
    officeSalutation: row.officeSalutation,
    givenNames: row.givenNames,
    familyName: row.familyName ?? '',
    override: row.salutationOverride,
    displayName: name || (row.organisationShown ?? row.email),
    email: row.email,
  }
}

/** What already exists, for a person who registers again; null for standings that a letter does not name. */
export function standingOf(row: Pick<ParticipationEntity, 'answer' | 'place'>): MailStanding | null {
  if (row.answer === 'unconfirmed') return 'unconfirmed'
  return row.place === 'requested' || row.place === 'waiting' || row.place === 'confirmed' ? row.place : null
}

/** Why there is no place. Only what the machine decided: the words that staff writes are for the log. */
export function refusalOf(row: Pick<ParticipationEntity, 'place' | 'placeReason'>, language: Language): string | null {
  if (row.place !== 'refused' || row.placeReason !== 'full') return null
  return language === 'de' ? 'Alle Plätze sind vergeben.' : 'All places are taken.'
}

// Versions of ICU differ in what they put between weekday and date, so the two are joined here.
const WEEKDAYS = { de: new Intl.DateTimeFormat('de-DE', { weekday: 'long', timeZone: 'UTC' }), en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }) }

/** "Freitag, 27. November 2026, 09:00 Uhr" by the clock of the zone. */
export function momentWords(instant: Date, zone: string, language: Language): string {
  const { date, time } = localOf(instant, zone)
  const day = `${WEEKDAYS[language].format(new Date(`${date}T12:00:00Z`))}, ${dateWords([{ date }], language)}`
  return language === 'de' ? `${day}, ${time} Uhr` : `${day}, ${time}`
}
