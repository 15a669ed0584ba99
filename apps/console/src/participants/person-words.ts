import type { Admission, Language, ParticipantRow, ParticipantVerb } from '@app/contracts'
import { dayOfInstant } from '@app/i18n'
import type { Texts } from '../language.js'

type Named = Pick<ParticipantRow, 'givenName' | 'familyName' | 'title'>

/** As in the phone book: "Boateng, Prof. Dr. Ama". One name alone stands alone. */
export function listName({ givenName, familyName, title }: Named): string {
  const given = [title, givenName].filter(Boolean).join(' ')
  return [familyName, given].filter(Boolean).join(', ')
}

/** As one speaks: "Prof. Dr. Ama Boateng". */
export function fullName({ givenName, familyName, title }: Named): string {
  return [title, givenName, familyName].filter(Boolean).join(' ')
}

/** "Stadt Kiel, Dezernentin": the organisation first, so that the office is what gets cut. */
export function belonging({ organisation, office }: Pick<ParticipantRow, 'organisation' | 'office'>): string {
  return [organisation, office].filter(Boolean).join(', ')
}

const SHORT: Record<Language, string> = { de: 'de-DE', en: 'en-GB' }

/** "19. Nov.", with the year when it is not this one; in the zone of the event. */
export function shortDay(instant: string, timeZone: string, language: Language, today: string): string {
  const day = dayOfInstant(instant, timeZone)
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat(SHORT[language], { day: 'numeric', month: 'short', ...year, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** Since when the standing holds: the moment of the place, or of the registration. */
export function sinceOf({ placeAt, createdAt }: Pick<ParticipantRow, 'placeAt' | 'createdAt'>): string {
  return placeAt ?? createdAt
}

interface Situation {
  capacity: number | null
  taken: number
  waiting: number
  admission: Admission
  waitingList: boolean
}

/** What a verb is called for this person: for an address that is not confirmed `confirm` is about the registration, not about the place. */
export function verbWords(verb: ParticipantVerb, { standing }: Pick<ParticipantRow, 'standing'>, t: Texts) {
  if (verb === 'confirm' && standing === 'unconfirmed') return t.person.accept
  return { action: t.personVerb[verb], ask: t.personAsk[verb], done: t.personDone[verb] }
}

/** What becomes of somebody who is put on the list now. */
export function outcomeOf({ capacity, taken, waiting, admission, waitingList }: Situation, t: Texts): string {
  if (admission === 'approval') return t.person.addApproval
  const isFree = capacity === null || taken < capacity
  if (isFree && !(waitingList && waiting > 0)) return t.person.addPlace
  return waitingList ? t.person.addWaiting : t.person.addFull
}

/** What will be true after the verb: who is told, what happens to the place. */
export function consequencesOf(verb: ParticipantVerb, person: ParticipantRow, situation: Situation, t: Texts): string[] {
  const { capacity, taken, waiting, admission } = situation
  const c = t.personConsequence
  const name = fullName(person)
  const mail = person.email === null ? c.noMail : null
  const freed = waiting === 0 ? c.withdrawFree : admission === 'approval' ? c.freedByHand : c.withdrawNext
  const holdsSeat = person.standing === 'confirmed'
  switch (verb) {
    case 'confirm':
      if (person.standing === 'unconfirmed') return [c.acceptUnproven(person.email ?? ''), outcomeOf(situation, t)]
      return [
        mail ?? c.confirmMail(name),
        capacity === null ? c.confirmNoLimit : taken < capacity ? c.confirmFree(taken + 1, capacity) : c.confirmFull(capacity),
      ]
    case 'wait':
      return [mail ?? (admission === 'approval' ? c.waitMailByHand(name) : c.waitMail(name)), ...(holdsSeat ? [freed, ...(admission === 'approval' ? [] : [c.waitTurn])] : [c.waitOrder])]
    case 'refuse':
      return [mail ?? c.refuseMail(name), ...(holdsSeat ? [freed] : []), c.refuseList]
    case 'withdraw':
      return [mail ?? (holdsSeat ? c.withdrawSeatMail(name) : c.withdrawMail(name)), holdsSeat ? freed : c.withdrawList]
  }
}
