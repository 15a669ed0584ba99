import fc from 'fast-check'
import ICAL from 'ical.js'
import { calendarFor, type CalendarEventFacts, type CalendarRecipient } from './calendar.js'
import { foldLine, unfoldLines } from './calendar-lines.js'
import { lintCalendar } from './calendar-lint.js'

const event = (part: Partial<CalendarEventFacts> = {}): CalendarEventFacts => ({
  title: 'Teilhabe vor Ort verankern', days: [{ date: '2027-01-14', startsAt: '11:00', endsAt: '18:00' }, { date: '2027-01-15', startsAt: '09:00', endsAt: '13:30' }],
  zone: 'Europe/Berlin', place: 'Bürgerhaus am Hafen, Kaistraße 12, 23552 Lübeck', description: 'Programm:\n11:00 Begrüßung; Grußworte', ...part,
})
const recipient = (part: Partial<CalendarRecipient> = {}): CalendarRecipient => ({
  uid: '0123456789abcdef0123456789abcdef@dialog.example', sequence: 0, method: 'REQUEST', status: 'CONFIRMED', stampedAt: '2026-11-25T08:00:00.000Z',
  organiserAddress: 'antwort+7f3a9c@dialog.example', organiserName: 'Organisationsteam Zukunftsdialog', attendeeAddress: 'kim@stadt.example', attendeeName: 'Dr. Kim Muster',
  personalText: 'Ihre Seite: https://dialog.example/t/a.b?x=1,2;y', ...part,
})
const fill = (facts = event(), to = recipient()): string => calendarFor(facts)!.fill(to)
function read(text: string): { start: string, end: string, event: InstanceType<typeof ICAL.Component> } {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = calendar.getFirstSubcomponent('vtimezone')
  const found = calendar.getFirstSubcomponent('vevent')!
  const instant = (name: string): string => {
    const time = found.getFirstPropertyValue(name) as InstanceType<typeof ICAL.Time>
    if (zone) time.zone = new ICAL.Timezone(zone)
    return new Date(time.toUnixTime() * 1000).toISOString().slice(0, 16)
  }
  return { start: instant('dtstart'), end: instant('dtend'), event: found }
}

describe('a calendar invitation', () => {
  it('is one entry from the first start to the last end, with one attendee and one alarm', () => {
    const text = fill()
    expect(lintCalendar(text)).toEqual([])
    expect(text).toContain('METHOD:REQUEST\r\n')
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20270114T110000\r\n')
    expect(text).toContain('DTEND;TZID=Europe/Berlin:20270115T133000\r\n')
    expect(text).toContain('DTSTAMP:20261125T080000Z\r\n')
    expect(text.replaceAll('\r\n ', '')).toContain('ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="Dr. Kim Muster":mailto:kim@stadt.example\r\n')
    expect(text.match(/BEGIN:VALARM/g)).toHaveLength(1)
    expect(text).toContain('TRIGGER:-P1D')
    expect(text).toContain('X-MICROSOFT-DISALLOW-COUNTER:TRUE')
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('reads back as it was meant, description and personal link included', () => {
    const found = read(fill())
    expect(found.start).toBe('2027-01-14T10:00')
    expect(found.end).toBe('2027-01-15T12:30')
    expect(found.event.getFirstPropertyValue('description')).toBe('Programm:\n11:00 Begrüßung; Grußworte\n\nIhre Seite: https://dialog.example/t/a.b?x=1,2;y')
    expect(found.event.getFirstPropertyValue('location')).toBe('Bürgerhaus am Hafen, Kaistraße 12, 23552 Lübeck')
  })

  it('keeps the wall clock over both changes of the clock in 2026', () => {
    const spring = read(fill(event({ days: [{ date: '2026-03-28', startsAt: '10:00' }, { date: '2026-03-29', endsAt: '12:00' }] })))
    expect([spring.start, spring.end]).toEqual(['2026-03-28T09:00', '2026-03-29T10:00'])
    const autumn = read(fill(event({ days: [{ date: '2026-10-24', startsAt: '10:00' }, { date: '2026-10-25', endsAt: '12:00' }] })))
    expect([autumn.start, autumn.end]).toEqual(['2026-10-24T08:00', '2026-10-25T11:00'])
    const night = read(fill(event({ days: [{ date: '2026-10-25', startsAt: '01:30', endsAt: '03:30' }] })))
    expect([night.start, night.end]).toEqual(['2026-10-24T23:30', '2026-10-25T02:30'])
  })

  it.each([
    ['America/New_York', '2026-03-08T14:00', '2026-11-01T15:00'], ['Europe/Lisbon', '2026-03-08T10:00', '2026-11-01T10:00'],
    ['Asia/Tokyo', '2026-03-08T01:00', '2026-11-01T01:00'], ['Australia/Sydney', '2026-03-07T23:00', '2026-10-31T23:00'],
    ['Asia/Kolkata', '2026-03-08T04:30', '2026-11-01T04:30'], ['Africa/Casablanca', '2026-03-08T10:00', '2026-11-01T09:00'], ['UTC', '2026-03-08T10:00', '2026-11-01T10:00'],
  ])('defines the zone %s so that other programs agree', (zone, spring, autumn) => {
    const at = (date: string): string => {
      const text = fill(event({ zone, days: [{ date, startsAt: '10:00', endsAt: '11:00' }] }))
      expect(lintCalendar(text)).toEqual([])
      return read(text).start
    }
    // On the second Sunday of March and the first of November, 10:00: New York has just changed its clock.
    expect([at('2026-03-08'), at('2026-11-01')]).toEqual([spring, autumn])
  })

  it('is for whole days while times are missing, and is none without a date', () => {
    const text = fill(event({ days: [{ date: '2027-01-14', startsAt: '11:00' }, { date: '2027-01-15' }] }))
    expect(text).toContain('DTSTART;VALUE=DATE:20270114\r\n')
    expect(text).toContain('DTEND;VALUE=DATE:20270116\r\n')
    expect(lintCalendar(text)).toEqual([])
    expect(calendarFor(event({ days: [] }))).toBeNull()
  })

  it('becomes a cancellation with the same people and no alarm', () => {
    const text = fill(event(), recipient({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 }))
    expect(lintCalendar(text)).toEqual([])
    expect(text).toContain('STATUS:CANCELLED')
    expect(text).toContain('SEQUENCE:1\r\n')
    expect(text).not.toContain('VALARM')
  })

  it.each(['Jürgen "Jo" Müller', 'Eve":mailto:evil@attacker.test', 'Eva\r\nATTENDEE:mailto:evil@attacker.test', 'A\u0000B', 'Ä; ö, ü: x', '🎉'.repeat(60)])('keeps the name %j inside its quotes', (attendeeName) => {
    const text = fill(event(), recipient({ attendeeName, organiserName: attendeeName }))
    expect(lintCalendar(text)).toEqual([])
    const attendees = read(text).event.getAllProperties('attendee')
    expect(attendees.map((attendee) => attendee.getFirstValue())).toEqual(['mailto:kim@stadt.example'])
  })

  it('takes hostile titles and places as text', () => {
    const title = 'A, b; c: "d" \\ e\r\nATTENDEE:mailto:evil@attacker.test'
    const text = fill(event({ title, place: title, description: title }))
    expect(lintCalendar(text)).toEqual([])
    expect(read(text).event.getFirstPropertyValue('summary')).toBe('A, b; c: "d" \\ e ATTENDEE:mailto:evil@attacker.test')
  })

  it('stands the second look whatever people and titles are called', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(fc.property(text, text, text, (attendeeName, title, personalText) => {
      const filled = fill(event({ title: `T${title}`, place: `P${title}` }), recipient({ attendeeName, organiserName: `O${attendeeName}`, personalText }))
      expect(lintCalendar(filled)).toEqual([])
      const found = read(filled).event
      expect(found.getAllProperties('attendee').map((attendee) => attendee.getFirstValue())).toEqual(['mailto:kim@stadt.example'])
    }), { numRuns: 300 })
  })

  it('refuses an impossible time, an unknown zone and an end before the start', () => {
    expect(() => calendarFor(event({ days: [{ date: '2027-02-30', startsAt: '10:00', endsAt: '11:00' }] }))).toThrow(RangeError)
    expect(() => calendarFor(event({ zone: 'Europe/Nirgends' }))).toThrow(RangeError)
    expect(() => calendarFor(event({ days: [{ date: '2027-01-14', startsAt: '11:00', endsAt: '10:00' }] }))).toThrow(RangeError)
  })

  it('is filled for one more recipient in microseconds', () => {
    const draft = calendarFor(event())!
    for (let i = 0; i < 2000; i += 1) draft.fill(recipient())
    const started = process.hrtime.bigint()
    for (let i = 0; i < 5000; i += 1) draft.fill(recipient({ attendeeName: `Kim ${i}` }))
    expect(Number(process.hrtime.bigint() - started) / 5000 / 1000).toBeLessThan(100)
  })
})

describe('the second look at a calendar', () => {
  it.each<[string, (text: string) => string]>([
    ['a control character', (text) => text.replace('Kim', 'K\u0007im')],
    ['a line that does not end in CRLF', (text) => text.replace('\r\nUID', '\nUID')],
    ['no CRLF after END:VCALENDAR', (text) => text.trimEnd()],
    ['a line longer than 75 octets', (text) => text.replaceAll('\r\n ', '')],
    ['ATTENDEE occurs 2 times', (text) => text.replace('STATUS:', 'ATTENDEE:mailto:evil@attacker.test\r\nSTATUS:')],
    ['UID occurs 0 times', (text) => text.replace('UID:', 'X-UID:')],
    ['METHOD and STATUS disagree', (text) => text.replace('STATUS:CONFIRMED', 'STATUS:CANCELLED')],
    ['a time zone without definition', (text) => text.replace('TZID:Europe/Berlin', 'TZID:Europe/Paris')],
    ['the end is not after the start', (text) => text.replace('20270115T133000', '20270114T110000')],
    ['DTSTAMP is not UTC', (text) => text.replace('DTSTAMP:20261125T080000Z', 'DTSTAMP:20261125T080000')],
    ['a line that is no content line', (text) => text.replace('CN="', 'CN=')],
    ['a component is not closed', (text) => text.replace('END:VALARM\r\n', '')],
    ['ORGANIZER is no plain mail address', (text) => text.replace('mailto:antwort', 'http:antwort')],
  ])('finds %s', (problem, spoil) => {
    expect(lintCalendar(spoil(fill()))).toContain(problem)
  })
})

describe('a content line', () => {
  it('is folded at 75 octets, never inside a character, and unfolds to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).filter((line) => !/[\r\n]/.test(line)), (line) => {
      const folded = foldLine(`X:${line}`)
      expect(unfoldLines(folded)).toEqual([`X:${line}`])
      for (const physical of folded.split('\r\n')) {
        expect(Buffer.byteLength(physical)).toBeLessThanOrEqual(75)
        expect(physical).not.toMatch(/\p{Cs}/u)
      }
    }))
  })
})
