import { EventEmitter, once } from 'node:events'
import { type FSWatcher, mkdirSync, readFileSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { SinkMail, SmtpSink } from '../services/index.js'

/** A letter as its reader gets it. */
export interface Letter {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The calendar message inside, or null. */
  readonly calendar: CalendarMessage | null
  readonly parsed: ParsedMail
}

export interface CalendarMessage {
  readonly raw: string
  readonly method: string
  readonly uid: string
  readonly sequence: number
  readonly status: string
  readonly summary: string
  /** Wall-clock time of the event, `2027-03-25T09:30:00`. */
  readonly start: string
  readonly end: string
  readonly attendee: string
}

/** Letters of an installation, whether they lie in its mail directory or came to a mail server. */
export interface Mailbox {
  /**
   * The next letter to this address with such a subject; each letter is handed out once.
   * @throws Error after 20 s with a list of what has arrived
   */
  waitFor(to: string, subject: RegExp): Promise<Letter>
  /** How many letters to this address with such a subject have arrived, those handed out included. */
  count(to: string, subject: RegExp): Promise<number>
  /** Every letter that has arrived, repeats included, in order of arrival. */
  all(): Promise<readonly Letter[]>
  /**
   * Resolves once so many letters have arrived, repeats included.
   * @throws Error with the number that has when none comes for 60 s
   */
  waitForCount(count: number): Promise<void>
  close(): void
}

/** Where letters come from: all that there are now, and a bell for more. */
interface Source {
  readonly bell: EventEmitter
  count(): number
  letters(): Promise<readonly Letter[]>
  close(): void
}

/** The mail directory of an embedded installation; made here so that it can be watched from the start. */
export function directoryMailbox(folder: string): Mailbox {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const bell = new EventEmitter()
  const known = new Map<string, Promise<Letter>>()
  const watcher: FSWatcher = watch(folder, () => bell.emit('mail'))
  const names = () => readdirSync(folder).filter((file) => file.endsWith('.eml'))
  return mailboxOn({
    bell,
    count: () => names().length,
    letters() {
      for (const name of names().sort()) {
        if (!known.has(name)) known.set(name, simpleParser(readFileSync(join(folder, name))).then(letterOf))
      }
      return Promise.all(known.values())
    },
    close: () => watcher.close(),
  })
}

/** What a mail server of the tests received. */
export function sinkMailbox(sink: SmtpSink): Mailbox {
  const bell = new EventEmitter()
  const known = new Map<SinkMail, Letter>()
  // Rings until the sink is stopped; the wait for its next mail holds nothing open.
  const ring = async () => {
    for (let count = 1; ; count = sink.mails.length + 1) {
      await sink.waitFor(count, 3_600_000)
      bell.emit('mail')
    }
  }
  ring().catch(() => undefined)
  return mailboxOn({
    bell,
    count: () => sink.mails.length,
    async letters() {
      for (const mail of sink.mails) if (!known.has(mail)) known.set(mail, letterOf(mail.parsed))
      return [...known.values()]
    },
    close: () => undefined,
  })
}

function mailboxOn(source: Source): Mailbox {
  const taken = new Set<Letter>()
  const matches = (letter: Letter, to: string, subject: RegExp) => letter.to.includes(to.toLowerCase()) && subject.test(letter.subject)
  return {
    async waitFor(to, subject) {
      const deadline = AbortSignal.timeout(20_000)
      for (;;) {
        const rang = once(source.bell, 'mail', { signal: deadline })
        rang.catch(() => undefined)
        const letters = await source.letters()
        const found = letters.find((letter) => !taken.has(letter) && matches(letter, to, subject))
        if (found) {
          taken.add(found)
          return found
        }
        try {
          await rang
        } catch {
          const lines = letters.slice(-30).map((letter) => `${letter.to.join(', ')}: ${letter.subject}${taken.has(letter) ? ' (taken)' : ''}`)
          throw new Error(`No letter to ${to} with ${subject} within 20 s; arrived so far:\n${lines.join('\n')}`)
        }
      }
    },
    async count(to, subject) {
      return (await source.letters()).filter((letter) => matches(letter, to, subject)).length
    },
    all: () => source.letters(),
    async waitForCount(count) {
      while (source.count() < count) {
        try {
          await once(source.bell, 'mail', { signal: AbortSignal.timeout(60_000) })
        } catch {
          throw new Error(`${source.count()} letters have arrived, ${count} were expected, and none has come for 60 s`)
        }
      }
    },
    close: source.close,
  }
}

function letterOf(parsed: ParsedMail): Letter {
  const addresses = [parsed.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => (address ?? '').toLowerCase()))
  const part = parsed.attachments.find(({ contentType }) => contentType === 'text/calendar') ?? parsed.attachments.find(({ filename }) => filename?.endsWith('.ics'))
  return {
    to: addresses,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    calendar: part ? readCalendar(part.content.toString('utf8')) : null,
    parsed,
  }
}

/** Reads the one entry of a calendar message or file with a reader that is not the writer. */
export function readCalendar(raw: string): CalendarMessage {
  const calendar = new ICAL.Component(ICAL.parse(raw))
  const entry = calendar.getFirstSubcomponent('vevent')
  if (!entry) throw new Error(`No entry in the calendar:\n${raw}`)
  const text = (name: string) => String(entry.getFirstPropertyValue(name) ?? '')
  return {
    raw,
    method: String(calendar.getFirstPropertyValue('method') ?? ''),
    uid: text('uid'), sequence: Number(text('sequence')), status: text('status'), summary: text('summary'), start: text('dtstart'), end: text('dtend'),
    attendee: text('attendee').replace(/^mailto:/i, '').toLowerCase(),
  }
}
