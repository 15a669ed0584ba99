import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { EventEditing } from '@app/events'
import { systemActor } from '@app/staff'
import { describeWith, mailJudge, systemPython } from '../services/index.js'
import { onSqlite } from '../support/databases.js'
import { type KeptMail, type MailRooms, openMailRooms, plantFullEvent, somebody, take } from './mail-rooms.js'

type Day = [date: string, startsAt: string | null, endsAt: string | null]

/** Days by the wall clock of the zone, and what they are: instants in UTC, or the first day and the day after the last. */
const TABLE: [name: string, days: Day[], starts: string, ends: string, zone?: string][] = [
  ['the day before the clock goes forward', [['2026-03-28', '10:00', '16:00']], '2026-03-28T09:00:00Z', '2026-03-28T15:00:00Z'],
  ['around the hour that is left out', [['2026-03-29', '01:30', '03:30']], '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z'],
  ['two days with the clock going forward between', [['2026-03-28', '18:00', '22:00'], ['2026-03-29', '09:00', '12:00']], '2026-03-28T17:00:00Z', '2026-03-29T10:00:00Z'],
  ['the afternoon after the clock went forward', [['2026-03-29', '12:00', '18:00']], '2026-03-29T10:00:00Z', '2026-03-29T16:00:00Z'],
  ['the night of 2027', [['2027-03-28', '01:00', '04:00']], '2027-03-28T00:00:00Z', '2027-03-28T02:00:00Z'],
  ['the Monday after it', [['2027-03-29', '09:00', '17:00']], '2027-03-29T07:00:00Z', '2027-03-29T15:00:00Z'],
  ['the day before the clock goes back', [['2026-10-24', '10:00', '16:00']], '2026-10-24T08:00:00Z', '2026-10-24T14:00:00Z'],
  ['around the hour that comes twice', [['2026-10-25', '01:30', '03:30']], '2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z'],
  ['two days with the clock going back between', [['2026-10-24', '18:00', '22:00'], ['2026-10-25', '09:00', '12:00']], '2026-10-24T16:00:00Z', '2026-10-25T11:00:00Z'],
  ['New Year\'s Eve over midnight', [['2026-12-31', '20:00', null], ['2027-01-01', '00:00', '02:00']], '2026-12-31T19:00:00Z', '2027-01-01T01:00:00Z'],
  ['a course across both changes of the clock', [['2026-03-27', '09:00', '17:00'], ['2026-07-01', '09:00', '17:00'], ['2026-10-26', '09:00', '17:00']], '2026-03-27T08:00:00Z', '2026-10-26T16:00:00Z'],
  ['New York, forward', [['2027-03-14', '01:30', '03:30']], '2027-03-14T06:30:00Z', '2027-03-14T07:30:00Z', 'America/New_York'],
  ['New York, in the weeks in which Europe has changed already', [['2026-10-26', '09:00', '17:00']], '2026-10-26T13:00:00Z', '2026-10-26T21:00:00Z', 'America/New_York'],
  ['Kiritimati, where it is tomorrow', [['2026-12-31', '20:00', null], ['2027-01-01', '00:00', '02:00']], '2026-12-31T06:00:00Z', '2026-12-31T12:00:00Z', 'Pacific/Kiritimati'],
  ['whole days over the night of the change', [['2026-10-24', null, null], ['2026-10-25', null, null], ['2026-10-26', null, null]], '2026-10-24', '2026-10-27'],
]
const HOME = 'Europe/Berlin'
const EVENTS = TABLE.map(([name, days, starts, ends, zone = HOME]) => [name, days, starts, ends, zone] as const)

onSqlite('days on which clocks change, in the letter as it is sent', (database) => {
  let rooms: MailRooms
  const letters = new Map<string, KeptMail>()

  beforeAll(async () => {
    rooms = await openMailRooms(database)
    rooms.clock.set(new Date('2026-01-12T09:00:00Z'))
    for (const [name, days, , , timeZone] of EVENTS) {
      const eventId = await plantFullEvent(rooms)
      const patch = { timeZone, days: days.map(([date, startsAt, endsAt]) => ({ date, startsAt, endsAt })), agenda: [] }
      await rooms.transactions.runLocked({ table: 'event', id: eventId }, (tx) => rooms.get(EventEditing).change(tx, eventId, patch, systemActor))
      const who = somebody()
      await take(rooms, eventId, who)
      await rooms.drain()
      const [letter, ...more] = await rooms.mailsTo(who.email)
      if (!letter || more.length > 0) throw new Error(`${name}: not one letter`)
      letters.set(name, letter)
    }
  }, 120_000)
  afterAll(() => rooms.close())

  test.each(EVENTS)('%s is the same moment for ical.js', (name, _days, starts, ends) => {
    const calendar = new ICAL.Component(ICAL.parse(letters.get(name)!.calendar!.text) as never)
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!)
    const read = (time: InstanceType<typeof ICAL.Time>) => (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z'))
    expect([read(event.startDate), read(event.endDate)]).toEqual([starts, ends])
    ICAL.TimezoneService.reset()
  })

  test.each(EVENTS)('%s stands in the text by the clock on the wall there', (name, days, _starts, _ends, zone) => {
    const { parsed } = letters.get(name)!
    const [text, html] = [parsed.text ?? '', String(parsed.html)]
    const given = days.flatMap(([, startsAt, endsAt]) => [startsAt, endsAt]).filter((time) => time !== null)
    const said = [...text.matchAll(/\b\d\d:\d\d\b/g)].map(([time]) => time)
    expect(said.filter((time) => !given.includes(time))).toEqual([])
    for (const time of new Set([days[0]![1], days.at(-1)![2]])) {
      if (time === null) continue
      expect(said).toContain(time)
      expect(html).toContain(time)
    }
    for (const [date] of [days[0]!, days.at(-1)!]) {
      const moment = new Date(`${date}T12:00:00Z`)
      const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('de-DE', { ...options, timeZone: 'UTC' }).format(moment)
      expect(text).toContain(part({ weekday: 'long' }))
      expect(text).toContain(`${part({ day: 'numeric' }).replace('.', '')}.`)
      expect(text).toContain(part({ month: 'long' }))
    }
    if (zone !== HOME) expect(text).toContain(`Ortszeit ${zone.replace('_', ' ')}`)
  })

  describeWith('mail-judge', 'for five parsers', () => {
    test('is the same moment in each of them, and none finds a fault', () => {
      const files = EVENTS.map(([name]) => join(rooms.mailFolder, letters.get(name)!.name))
      const { stdout, status } = spawnSync(systemPython, [mailJudge, '--json', ...files], { encoding: 'utf8', timeout: 200_000, maxBuffer: 64_000_000 })
      const judged = JSON.parse(stdout) as { items: { level: string }[]; parsers: { events: { start?: string; end?: string; dtstart_raw?: string }[] }[] }[]
      // The fifth reads the time as written and does not reckon with zones.
      const read = EVENTS.map(([name], at) => [name, judged[at]!.parsers.map(({ events: [event] }) => event!.dtstart_raw ?? [event!.start, event!.end])])
      const written = ([date, startsAt]: Day) => `${date.replaceAll('-', '')}${startsAt === null ? '' : `T${startsAt.replace(':', '')}00`}`
      expect(read).toEqual(EVENTS.map(([name, days, starts, ends]) => [name, [...Array.from({ length: 4 }, () => [starts, ends]), written(days[0]!)]]))
      expect(judged.flatMap(({ items }) => items.filter(({ level }) => level === 'ERROR'))).toEqual([])
      expect(status).toBe(0)
    }, 240_000)
  })
})
