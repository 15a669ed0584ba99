import type { PlaceCause } from '@app/contracts'
import type { EventEntity } from '@app/events'
import type { ParticipationEntity } from '@app/participants'
import type { EntryStatus } from '../calendar-entries/entry-step.js'
import type { MailKind } from '../domain/mail-kinds.js'

/** The facts that decide whether a letter is still due. */
export interface Standing {
  participation: Pick<ParticipationEntity, 'answer' | 'place'>
  event: Pick<EventEntity, 'state'>
}

/** One letter to one person, before its facts are read. */
export interface Letter {
  kind: MailKind
  /** Short code why the letter is no longer due, or null. Asked again behind the lock of the participation. */
  withheld(now: Standing): string | null
  /** What it does with the person's calendar entry; null: nothing, whatever stands. */
  entry: EntryStatus | null
  /** It changes an entry that stands and never makes one. */
  onlyStandingEntry?: true
  /** Why it is withheld when it has nothing new to say to the calendar; without this it goes out all the same. */
  withheldWithoutEntry?(now: Standing): string | null
}

const OTHER_STATE = 'state_changed'

/** Asks for the confirmation of the address. */
export const confirmRequest: Letter = {
  kind: 'confirm_request',
  entry: null,
  withheld: ({ participation, event }) => (participation.answer !== 'unconfirmed' ? 'already_confirmed' : unlessOver(event, null)),
}

/** Says what exists to whoever registers again. Somebody who has not confirmed yet has no personal page: the link comes once more. */
export function repeated({ participation }: Standing): Letter {
  if (participation.answer === 'unconfirmed') return confirmRequest
  return {
    kind: 'already_registered',
    entry: null,
    withheld: (now) => unlessOver(now.event, now.participation.answer === 'unconfirmed' ? OTHER_STATE : null),
  }
}

/** The letter for a change of place; null when the cause asks for none. */
export function changed(cause: PlaceCause): Letter | null {
  switch (cause) {
    case 'confirmed':
      return aboutPlace('place_confirmed', 'confirmed', 'confirmed')
    case 'promoted':
      return aboutPlace('promoted', 'confirmed', 'confirmed')
    case 'waiting':
      return aboutPlace('waiting', 'waiting', 'cancelled')
    case 'requested':
      return aboutPlace('requested', 'requested', null)
    case 'refused':
      return aboutPlace('refused', 'refused', 'cancelled')
    case 'withdrawn':
      return {
        kind: 'withdrawn',
        entry: 'cancelled',
        withheld: ({ participation, event }) => unlessOver(event, participation.answer === 'withdrawn' ? null : OTHER_STATE),
      }
    case 'declined':
      return null
  }
}

/** What stands in the person's calendar is no longer right. */
export const eventChanged: Letter = {
  kind: 'event_changed',
  entry: 'confirmed',
  onlyStandingEntry: true,
  withheldWithoutEntry: () => 'nothing_new',
  withheld: ({ participation, event }) => unlessOver(event, participation.place === 'confirmed' ? null : OTHER_STATE),
}

/** A place was confirmed before there was a date, or the letter with it never said one: here it is. */
export const dateSet: Letter = {
  kind: 'date_set',
  entry: 'confirmed',
  withheldWithoutEntry: () => 'nothing_new',
  withheld: eventChanged.withheld,
}

/** Places whose people hear of a cancellation even without a calendar entry. */
export const PLACES_TOLD: readonly ParticipationEntity['place'][] = ['confirmed', 'offered', 'waiting', 'requested']

/** Whoever has the date in the calendar, or still hopes for a place, hears that the event is off. */
export const eventCancelled: Letter = {
  kind: 'event_cancelled',
  entry: 'cancelled',
  withheld: ({ event }) => (event.state === 'cancelled' ? null : 'event_not_cancelled'),
  withheldWithoutEntry: ({ participation }) => (PLACES_TOLD.includes(participation.place) ? null : OTHER_STATE),
}

function aboutPlace(kind: MailKind, place: ParticipationEntity['place'], entry: EntryStatus | null): Letter {
  return { kind, entry, withheld: ({ participation, event }) => unlessOver(event, participation.place === place ? null : OTHER_STATE) }
}

/** Letters are about what lies ahead: whatever staff corrects afterwards is told to nobody. */
function unlessOver({ state }: Standing['event'], otherwise: string | null): string | null {
  if (state === 'cancelled') return 'event_cancelled'
  return state === 'done' || state === 'accounted' ? 'event_over' : otherwise
}
