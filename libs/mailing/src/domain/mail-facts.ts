import type { Addressee } from '@app/contacts'

export type MailLanguage = 'de' | 'en'

/** One day of an event in the event's own zone. Times are wall-clock times, never instants. */
export interface MailDay {
  /** `YYYY-MM-DD` */
  date: string
  /** `HH:MM`; absent when not yet known */
  startsAt?: string | null
  /** `HH:MM`; absent when not yet known */
  endsAt?: string | null
}

export interface MailVenue {
  name?: string | null
  street?: string | null
  postcode?: string | null
  city: string
}

export interface MailAgendaItem {
  /** `HH:MM` */
  startsAt?: string | null
  title: string
}

export type MailEventMode = 'onsite' | 'online' | 'hybrid'

/** What a mail tells about an event. */
export interface MailEvent {
  title: string
  seriesTitle?: string | null
  /** 2 for the second edition */
  edition?: number | null
  guidingQuestion?: string | null
  /** In order; empty while the date is not fixed. */
  days: readonly MailDay[]
  /** IANA name: "Europe/Berlin" */
  zone: string
  mode: MailEventMode
  venue?: MailVenue | null
  /** Where to join online. Left out of every mail to somebody without a place, whatever is given here. */
  onlineLink?: string | null
  agenda: readonly MailAgendaItem[]
  /** The page of the event; null while the public does not see it. */
  pageUrl: string | null
}

/** Who answers for the event towards the reader. */
export interface MailHost {
  name: string
  /** The team that signs. */
  senderName: string
  /** "Telefon 030 0000-114" or the like, below the signature. */
  senderContact?: string | null
  /** Funding claim, word for word as the grant demands. */
  claim?: string | null
  imprintLines: readonly string[]
  imprintUrl: string
  privacyUrl: string
  accessibilityUrl: string
}

export interface MailPerson extends Addressee {
  /** As it stands in To and in the calendar entry. */
  displayName: string
  /** As entered; exactly one address. */
  email: string
}

/** Personal links, https. Which of them a kind needs is decided by its button. */
export interface MailLinks {
  confirm?: string | null
  manage?: string | null
  register?: string | null
}

/** What already exists when an address registers a second time. */
export type MailStanding = 'unconfirmed' | 'requested' | 'waiting' | 'confirmed'

/** Everything a mail is made of. Facts are read just before sending; nothing in a mail comes from anywhere else. */
export interface MailFacts {
  language: MailLanguage
  event: MailEvent
  host: MailHost
  person: MailPerson
  links: MailLinks
  /** For `waiting`: place in the line, 1 is next. */
  waitingPosition?: number | null
  /** For `confirm_request`: until when the link works, in words of the reader's language ("Freitag, 4. Dezember 2026, 10:00 Uhr"). */
  confirmUntil?: string | null
  /** For `already_registered`. */
  standing?: MailStanding | null
  /** For `refused` and `event_cancelled`: the host's reason, a sentence. */
  reason?: string | null
}
