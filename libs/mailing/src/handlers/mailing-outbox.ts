import type { Handlers } from '@app/platform'

declare module '@app/platform' {
  interface OutboxKinds {
    /** One person's calendar says something else than the event now does. Subject is the participation. */
    'participation.event_changed': Record<string, never>
    /** One person has a place, and the calendar does not have the event yet. Subject is the participation. */
    'participation.date_set': Record<string, never>
    /** One person is to hear that the event was called off. Subject is the participation. */
    'participation.event_cancelled': Record<string, never>
  }
}

/** The kinds of work that end in mails. */
export type MailWork =
  | 'participation.unconfirmed'
  | 'participation.repeated'
  | 'participation.changed'
  | 'participation.event_changed'
  | 'participation.date_set'
  | 'participation.event_cancelled'
  | 'event.changed'
  | 'event.cancelled'
  | 'account.invited'
  | 'barrier.reported'
  | 'account.reset'

export type MailWorkHandlers = Pick<Handlers, MailWork>
