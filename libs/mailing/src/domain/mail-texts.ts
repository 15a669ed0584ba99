import type { MailStanding } from './mail-facts.js'
import type { MailKind } from './mail-kinds.js'

/** Which personal link a button opens. */
export type ButtonLink = 'confirm' | 'manage' | 'register'

/** The words of one kind of mail. Every text may use placeholders; a paragraph with a placeholder that has no value is left out. */
export interface MailKindTexts {
  subject: string
  /** Above the title, two or three words. */
  kicker: string
  /** What the list of mails shows beside the subject. */
  preheader: string
  lead: readonly string[]
  button: { label: string, link: ButtonLink, required: boolean }
  /** Below the button. */
  after: readonly string[]
  /** Said only when a calendar message comes with the mail. */
  calendar: string | null
}

/** Everything a mail says in one language. */
export interface MailTexts {
  kinds: Readonly<Record<MailKind, MailKindTexts>>
  standings: Readonly<Record<MailStanding, string>>
  labels: { time: string, place: string, online: string, programme: string, question: string }
  noDate: string
  noPlace: string
  linkWrittenOut: string
  greeting: string
  /** Why the reader gets this mail and where the address comes from. */
  source: string
  /** The same for an event without a public page. */
  sourceAlone: string
  privacy: string
  imprint: string
  accessibility: string
  calendarPage: string
  calendarPersonal: string
}
