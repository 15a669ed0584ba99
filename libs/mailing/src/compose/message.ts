import { calendarFor, type CalendarDraft, type CalendarMethod, type CalendarStatus } from '../domain/calendar.js'
import { lintCalendar } from '../domain/calendar-lint.js'
import { placeWords, timeLines } from '../domain/event-words.js'
import { deliverableAddress, type MailAddress } from '../domain/mail-address.js'
import { agendaLines, MAIL_TEXTS, type MailContent, mailContent, onlineLinkFor } from '../domain/mail-content.js'
import type { MailEvent, MailFacts } from '../domain/mail-facts.js'
import { mailHtml } from '../domain/mail-html.js'
import { MAIL_KIND_RULES, type MailKind } from '../domain/mail-kinds.js'
import { mailPlain } from '../domain/mail-plain.js'
import { escapeFor } from '../domain/placeholders.js'

/** The calendar entry of one person, as stored. */
export interface MailCalendar {
  uid: string
  sequence: number
  method: CalendarMethod
  status: CalendarStatus
  /** UTC instant, ISO 8601 with Z; new for each mail. */
  stampedAt: string
  /** Plus-addressed mailbox in the domain of `from`. */
  organiserAddress: string
}

/** What belongs to the mail as an item of post. Fixed with the message row, so that repeats fold in the mailbox. */
export interface MailEnvelope {
  from: MailAddress
  replyTo: MailAddress
  /** With its angle brackets or without. */
  messageId: string
  /** Envelope sender that names the message when it bounces. */
  verpAddress: string
  calendar?: MailCalendar
}

/** A finished mail in the shape nodemailer takes. Addresses are objects, bodies are strings: neither a second recipient nor a file can slip in. */
export interface ComposedMail {
  from: MailAddress
  to: MailAddress
  replyTo: MailAddress
  subject: string
  messageId: string
  envelope: { from: string, to: string }
  headers: Record<string, string>
  text: string
  html: string
  icalEvent?: { method: CalendarMethod, filename: string, content: string }
  disableFileAccess: true
  disableUrlAccess: true
}

/**
 * Composes one mail to one person: mixed( alternative( text, HTML, calendar ), invite.ics ) with a calendar, alternative( text, HTML ) without.
 * The calendar is read back and judged before it is handed out.
 * @param content what `mailContent` says of the same facts, where it was asked for before
 * @throws RangeError when a link the kind needs is missing, an address is not exactly one, the calendar does not fit the kind, or it
 *   does not stand the second look
 */
export function composeMessage(kind: MailKind, facts: MailFacts, envelope: MailEnvelope, content = mailContent(kind, facts)): ComposedMail {
  const { displayName: name, email } = facts.person
  const letter = composeLetter(envelope.calendar ? content : { ...content, closing: [] }, facts, { name, email }, envelope)
  if (!envelope.calendar) return letter
  const calendar = calendarText(kind, facts, envelope.calendar, letter.to)
  return { ...letter, icalEvent: { method: envelope.calendar.method, filename: 'invite.ics', content: calendar } }
}

/**
 * A mail to one person without a calendar: alternative( text, HTML ).
 * @throws RangeError when an address is not exactly one
 */
export function composeLetter(
  content: MailContent, { host, language }: Pick<MailFacts, 'host' | 'language'>, person: { name: string, email: string }, envelope: Omit<MailEnvelope, 'calendar'>,
): ComposedMail {
  const to = { name: oneLine(person.name), address: deliverableAddress(person.email) }
  return {
    from: mailbox(envelope.from),
    to,
    replyTo: mailbox(envelope.replyTo),
    subject: content.subject,
    messageId: envelope.messageId.startsWith('<') ? envelope.messageId : `<${envelope.messageId}>`,
    envelope: { from: deliverableAddress(envelope.verpAddress), to: to.address },
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    text: mailPlain(content, host),
    html: mailHtml(content, host, language),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** Drafts of events, kept as long as the facts of one are: who reads an event once for many letters has its calendar built once. */
const drafts = new WeakMap<MailEvent, Map<string, CalendarDraft | null>>()

function sharedDraft(kind: MailKind, facts: Pick<MailFacts, 'event' | 'language'>): CalendarDraft | null {
  const known = drafts.get(facts.event) ?? new Map<string, CalendarDraft | null>()
  drafts.set(facts.event, known)
  const key = `${kind} ${facts.language}`
  const draft = known.get(key) ?? calendarDraft(kind, facts)
  known.set(key, draft)
  return draft
}

/**
 * The part of the calendar that all recipients of one kind, event and language share. `null` while the event has no date: such a mail goes out without
 * `envelope.calendar`.
 */
export function calendarDraft(kind: MailKind, { event, language }: Pick<MailFacts, 'event' | 'language'>): CalendarDraft | null {
  const texts = MAIL_TEXTS[language]
  const programme = event.agenda.length > 0 ? [`${texts.labels.programme}:`, ...agendaLines(event.agenda)].join('\n') : ''
  // One entry spans all days, so it says itself when each of them begins and ends.
  const times = event.days.length > 1 ? [`${texts.labels.time}:`, ...timeLines(event.days, event.zone, language)].join('\n') : ''
  const access = onlineLinkFor(kind, event)
  const description = [times, event.guidingQuestion ?? '', programme, access ? `${texts.labels.online}: ${access}` : '', event.pageUrl === null ? '' : `${texts.calendarPage}: ${event.pageUrl}`].filter(Boolean).join('\n\n')
  return calendarFor({ title: event.title, days: event.days, zone: event.zone, place: placeWords(event, language) ?? texts.noPlace, description })
}

function calendarText(kind: MailKind, facts: MailFacts, calendar: MailCalendar, to: MailAddress): string {
  if (MAIL_KIND_RULES[kind].method !== calendar.method) throw new RangeError(`${kind} carries no ${calendar.method}`)
  const draft = sharedDraft(kind, facts)
  if (!draft) throw new RangeError('no calendar without a date')
  const text = draft.fill({
    ...calendar,
    organiserAddress: deliverableAddress(calendar.organiserAddress),
    organiserName: facts.host.senderName,
    attendeeAddress: to.address,
    attendeeName: to.name,
    ...(facts.links.manage ? { personalText: `${MAIL_TEXTS[facts.language].calendarPersonal}: ${facts.links.manage}` } : {}),
  })
  const problems = lintCalendar(text)
  if (problems.length > 0) throw new RangeError(`the calendar did not stand the second look: ${problems.join('; ')}`)
  return text
}

function mailbox(given: MailAddress): MailAddress {
  return { name: oneLine(given.name), address: deliverableAddress(given.address) }
}

function oneLine(text: string): string {
  return escapeFor('header', text).trim()
}
