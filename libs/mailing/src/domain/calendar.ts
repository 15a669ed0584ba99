import ical, {
  ICalAlarmType, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency, type ICalEventData,
} from 'ical-generator'
import { DateTime } from 'luxon'
import { foldLine, quotedParameter, unfoldLines } from './calendar-lines.js'
import { zoneDefinition } from './calendar-zones.js'
import type { MailDay } from './mail-facts.js'
import { escapeFor } from './placeholders.js'

export type CalendarMethod = 'REQUEST' | 'CANCEL'
export type CalendarStatus = 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'

/** The event as a calendar entry shows it. Times are wall-clock times in `zone`: an instant or a JavaScript Date has no way in. */
export interface CalendarEventFacts {
  title: string
  /** In order, at least one for an entry. */
  days: readonly MailDay[]
  /** IANA name */
  zone: string
  /** One line; "Online" for a meeting without a house. */
  place: string | null
  /** Plain text for everybody; the personal part is added for each recipient. */
  description: string
}

/** What belongs to one recipient's copy. */
export interface CalendarRecipient {
  /** Made by the server, stable for the life of participation × item. */
  uid: string
  sequence: number
  method: CalendarMethod
  status: CalendarStatus
  /** UTC instant, ISO 8601 with Z. */
  stampedAt: string
  /** A mailbox of ours that reads answers (plus-addressed), never no-reply. */
  organiserAddress: string
  organiserName: string
  attendeeAddress: string
  attendeeName: string
  /** Added below the description, plain text. */
  personalText?: string
}

/** The part of a calendar message that is the same for everybody, built once. */
export interface CalendarDraft {
  /** The finished message for one recipient, in some ten microseconds after the first. */
  fill(recipient: CalendarRecipient): string
}

type Slot = 'UID' | 'SEQUENCE' | 'DTSTAMP' | 'DESCRIPTION'

/** Fixed text, then the line of a recipient; the last part has no such line. */
interface Part {
  fixed: string
  slot: Slot | null
}

const PRODUCT = { company: 'Dialogwerk', product: 'Dialogwerk', language: 'DE' }
const DAY_SECONDS = 24 * 60 * 60
const BUSY: Readonly<Record<CalendarStatus, ICalEventBusyStatus>> = {
  CONFIRMED: ICalEventBusyStatus.BUSY, TENTATIVE: ICalEventBusyStatus.TENTATIVE, CANCELLED: ICalEventBusyStatus.FREE,
}

/**
 * Calendar messages (RFC 5545, RFC 5546) for an event, or `null` while it has no date. Several days are one entry from the first start to the last
 * end; without both of these times an entry for the whole days.
 * @throws RangeError for a zone that does not exist, a time that is none, an end before the start
 */
export function calendarFor(event: CalendarEventFacts): CalendarDraft | null {
  if (event.days.length === 0) return null
  const span = spanOf(event)
  const skeletons = new Map<string, readonly Part[]>()
  return {
    fill(recipient) {
      const key = `${recipient.method} ${recipient.status}`
      const skeleton = skeletons.get(key) ?? skeletonOf(event, span, recipient.method, recipient.status)
      skeletons.set(key, skeleton)
      let text = ''
      for (const { fixed, slot } of skeleton) text += slot ? fixed + slotText(slot, event, recipient) : fixed
      return text
    },
  }
}

function slotText(slot: Slot, event: CalendarEventFacts, recipient: CalendarRecipient): string {
  switch (slot) {
    case 'UID': return foldLine(`UID:${recipient.uid}`)
    case 'SEQUENCE': return foldLine(`SEQUENCE:${recipient.sequence}`)
    case 'DTSTAMP': return foldLine(`DTSTAMP:${recipient.stampedAt.replace(/[-:]|\.\d+/g, '')}`)
    case 'DESCRIPTION': {
      const text = [event.description, recipient.personalText ?? ''].filter(Boolean).join('\n\n')
      return foldLine(`DESCRIPTION:${escapeFor('calendar', text)}`) + people(recipient)
    }
  }
}

// Quotes and controls are taken from names before they come near a parameter: with the escapes the generator writes, one parser drops
// the attendee and another reads an address out of the name.
function people(recipient: CalendarRecipient): string {
  const registered = 'CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE'
  return foldLine(`ORGANIZER;CN=${quotedParameter(recipient.organiserName)}:mailto:${recipient.organiserAddress}`)
    + foldLine(`ATTENDEE;${registered};CN=${quotedParameter(recipient.attendeeName || recipient.attendeeAddress)}:mailto:${recipient.attendeeAddress}`)
}

interface Span {
  start: DateTime
  end: DateTime
  allDay: boolean
}

function spanOf(event: CalendarEventFacts): Span {
  const first = event.days[0]!
  const last = event.days.at(-1)!
  const allDay = !first.startsAt || !last.endsAt
  const start = wallClock(first.date, allDay ? '00:00' : first.startsAt!, event.zone)
  const closing = wallClock(last.date, allDay ? '00:00' : last.endsAt!, event.zone)
  // DTEND of a whole day is the first day after it (RFC 5545 §3.8.2.2).
  const end = allDay ? closing.plus({ days: 1 }) : closing
  if (end <= start) throw new RangeError('the event ends before it starts')
  return { start, end, allDay }
}

function wallClock(date: string, time: string, zone: string): DateTime {
  const moment = DateTime.fromISO(`${date}T${time}`, { zone })
  if (!moment.isValid) throw new RangeError(`no local time: ${date} ${time}`)
  return moment
}

/**
 * The message with the recipient's own lines left open. The one set-up of the generator that prints the event's wall clock whatever the zone of the
 * server: a calendar zone without a name but with a generator, the zone on the event, zoned Luxon times.
 */
function skeletonOf(event: CalendarEventFacts, span: Span, method: CalendarMethod, status: CalendarStatus): Part[] {
  const calendar = ical({
    prodId: PRODUCT,
    method: method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
    timezone: { name: null, generator: (zone) => zoneDefinition(zone, span.start.year) },
  })
  const entry: ICalEventData = {
    id: 'slot', sequence: 0, stamp: DateTime.fromMillis(0, { zone: 'utc' }), description: 'slot',
    start: span.start, end: span.end, allDay: span.allDay, timezone: span.allDay ? null : event.zone,
    summary: escapableLine(event.title), status: ICalEventStatus[status], busystatus: BUSY[status],
    transparency: status === 'CANCELLED' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    x: [
      { key: 'X-MICROSOFT-CDO-INTENDEDSTATUS', value: BUSY[status] },
      { key: 'X-MICROSOFT-CDO-ALLDAYEVENT', value: span.allDay ? 'TRUE' : 'FALSE' },
      { key: 'X-MICROSOFT-DISALLOW-COUNTER', value: 'TRUE' },
    ],
  }
  if (event.place) entry.location = escapableLine(event.place)
  const built = calendar.createEvent(entry)
  if (method === 'REQUEST') built.createAlarm({ type: ICalAlarmType.display, triggerBefore: DAY_SECONDS, description: escapableLine(event.title) })
  return withSlots(unfoldLines(calendar.toString()))
}

function withSlots(lines: readonly string[]): Part[] {
  const parts: Part[] = []
  let fixed = ''
  for (const line of lines) {
    const slot = SLOT_LINES[line]
    if (slot) {
      parts.push({ fixed, slot })
      fixed = ''
    } else fixed += foldLine(line)
  }
  return [...parts, { fixed, slot: null }]
}

const SLOT_LINES: Readonly<Record<string, Slot>> = {
  'UID:slot': 'UID', 'SEQUENCE:0': 'SEQUENCE', 'DTSTAMP:19700101T000000Z': 'DTSTAMP', 'DESCRIPTION:slot': 'DESCRIPTION',
}

// The generator escapes TEXT itself; it passes controls through.
function escapableLine(text: string): string {
  return escapeFor('header', text).trim()
}
