import type { Bench, Finding } from '../finding.js'
import { percentile, ratios, interleaved, spread } from '../pairs.js'
import { type CalendarRecipient, calendarFor } from '../../libs/mailing/src/domain/calendar.js'
import { number } from '../words.js'

const FIGURE_MICROSECONDS = 20
const COPIES = 5_000
const NEW_EVENTS = 100

const EVENT = {
  title: 'Teilhabe vor Ort verankern',
  days: [{ date: '2027-01-14', startsAt: '11:00', endsAt: '18:30' }],
  zone: 'Europe/Berlin',
  place: 'Bürgerhaus am Hafen, Kaistraße 12, 23552 Lübeck',
  description: 'Wie wird Integration eine feste Aufgabe vor Ort?\n\nProgramm:\n11:00 Begrüßung\n14:00 Werkstätten\n\nAlle Angaben: https://dialog.example/de/veranstaltungen/luebeck-2027',
}

/** One recipient's copy of a calendar entry: with the event's part built before, and from nothing, against text put together by hand. */
export async function* calendar({ sizes: { pairs: count } }: Bench): AsyncGenerator<Finding> {
  const draft = calendarFor(EVENT)!
  const copy = () => draft.fill(recipient(0)).length
  const fromNothing = () => calendarFor(EVENT)!.fill(recipient(0)).length
  if (!/^BEGIN:VCALENDAR[^]*END:VCALENDAR\r\n$/.test(draft.fill(recipient(1))) || handBuilt(recipient(1)).length < 500) throw new Error('no calendar')
  for (const warm of [copy, () => handBuilt(recipient(0)).length]) perSecond(COPIES, warm)
  perSecond(NEW_EVENTS, fromNothing)

  const copies = await interleaved(count, async () => perSecond(COPIES, (n) => handBuilt(recipient(n)).length), async () => perSecond(COPIES, (n) => draft.fill(recipient(n)).length))
  const micros = spread(copies.map(({ ours }) => 1e6 / ours))
  yield {
    work: 'calendar, one more recipient of an event', ceiling: handBuiltWords(copies), ours: microseconds(micros.median), ratio: ratios(copies),
    figure: `≤ ${FIGURE_MICROSECONDS} µs`, isReached: micros.median <= FIGURE_MICROSECONDS,
  }

  const news = await interleaved(count, async () => perSecond(COPIES, (n) => handBuilt(recipient(n)).length), async () => perSecond(NEW_EVENTS, fromNothing))
  const whole = spread(news.map(({ ours }) => 1e6 / ours))
  yield {
    work: 'calendar, first recipient of an event', ceiling: handBuiltWords(news), ours: microseconds(whole.median), ratio: ratios(news),
    figure: 'once per event and version', isReached: true,
  }
}

function recipient(n: number): CalendarRecipient {
  return {
    uid: `3f0c5a9e7b1d4826a0c4e8f21b9d${n}@dialog.example`, sequence: 0, method: 'REQUEST', status: 'CONFIRMED', stampedAt: '2026-11-25T08:00:00.000Z',
    organiserAddress: `antwort+${n}@dialog.example`, organiserName: 'Organisationsteam Zukunftsdialog', attendeeAddress: `person${n}@stadt.example`, attendeeName: 'Dr. Şükran Öztürk',
    personalText: `Ihre Anmeldung: https://dialog.example/t/k7Qm4x${n}.mac`,
  }
}

/** What a program would do that knows this one event: lines in order, no folding, no zone definition, no second look. */
function handBuilt(to: CalendarRecipient): string {
  const text = (words: string) => words.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Dialogwerk//Dialogwerk//DE', `METHOD:${to.method}`, 'BEGIN:VEVENT', `UID:${to.uid}`, `SEQUENCE:${to.sequence}`,
    `DTSTAMP:${to.stampedAt.replace(/[-:]|\.\d+/g, '')}`, 'DTSTART;TZID=Europe/Berlin:20270114T110000', 'DTEND;TZID=Europe/Berlin:20270114T183000', `SUMMARY:${text(EVENT.title)}`,
    `LOCATION:${text(EVENT.place)}`, `DESCRIPTION:${text(`${EVENT.description}\n\n${to.personalText}`)}`, `STATUS:${to.status}`,
    `ORGANIZER;CN="${to.organiserName}":mailto:${to.organiserAddress}`, `ATTENDEE;CN="${to.attendeeName}";PARTSTAT=ACCEPTED:mailto:${to.attendeeAddress}`, 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n')
}

let length = 0

/** The lengths are added up, so that no compiler may leave the work out. */
function perSecond(times: number, work: (n: number) => number): number {
  const started = performance.now()
  for (let n = 0; n < times; n++) length += work(n)
  const seconds = (performance.now() - started) / 1000
  if (length === 0) throw new Error('nothing was written')
  return times / seconds
}

const handBuiltWords = (pairs: readonly { ceiling: number }[]) => `${microseconds(percentile(pairs.map(({ ceiling }) => 1e6 / ceiling), 50))} (text by hand)`
const microseconds = (value: number) => `${number(value)} µs`
