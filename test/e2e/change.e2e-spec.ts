import { type EventDetail, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded, startProduction } from '../support/installation.js'
import { dayAhead, publishEvent } from '../support/staff-event.js'
import { Staff } from '../support/staff.js'

describe('a change of an event, embedded', () => changes(() => startEmbedded()))
describeWith(['mariadb', 'redis'], 'a change of an event, production', () => changes(() => startProduction()))

/** Told in order: each test stands on the one before. */
function changes(start: () => Promise<Installation>): void {
  let installation: Installation
  let staff: Staff
  let event: EventDetail
  const params = () => ({ id: event.id })
  const audience = () => staff.call(operations.readAudience, { params: params() })
  const add = (name: string, email: string | null) => staff.call(operations.addParticipant, { params: params(), body: { familyName: name, email } })
  const day = (startsAt: string) => [{ date: dayAhead(90), startsAt, endsAt: '16:00' }]
  const change = (body: Parameters<typeof staff.call<typeof operations.updateEvent>>[1]['body']) => staff.call(operations.updateEvent, { params: params(), body })

  beforeAll(async () => {
    installation = await start()
    staff = await Staff.byLink(installation)
    event = await publishEvent(staff, { capacity: 2 })
    await add('Öney', 'oeney@stadt.example')
    await add('Łukasz', 'lukasz@stadt.example')
    await add('Sommer', 'sommer@stadt.example')
    await add('Keim', null)
    await installation.mails.waitFor('lukasz@stadt.example', /^Platz bestätigt/)
    await installation.mails.waitFor('sommer@stadt.example', /^Warteliste/)
    await installation.mails.waitFor('oeney@stadt.example', /^Platz bestätigt/)
  }, 120_000)
  afterAll(() => installation?.kill())

  it('says before it how many would be told, and who cannot be', async () => {
    expect(await audience()).toEqual({
      update: 2, first: 0, cancel: 3, unreachable: 1,
      standings: [{ standing: 'waiting', told: 1, unreachable: 1 }, { standing: 'confirmed', told: 2, unreachable: 0 }],
    })
    expect(await staff.refused(operations.readAudience, { params: { id: '01890000-0000-7000-8000-000000000000' } })).toMatchObject({ status: 404 })
  })

  it('is not made when another number would be told than was shown, and says both', async () => {
    const refusal = await staff.refused(operations.updateEvent, { params: params(), body: { days: day('11:00'), expectedTold: 3 } })
    expect(refusal).toMatchObject({ status: 409, code: 'told_number_changed' })
    expect(refusal.detail).toMatch(/\b2\b.*\b3\b/)
    const cancelling = await staff.refused(operations.moveEvent, { params: params(), body: { verb: 'cancel', expectedTold: 4 } })
    expect(cancelling).toMatchObject({ status: 409, code: 'told_number_changed' })
    expect(await staff.call(operations.readStaffEvent, { params: params() })).toMatchObject({ state: 'inviting', days: day('10:00') })
  })

  it('reaches the calendars of that number, with the next SEQUENCE of the same entry', async () => {
    await change({ days: day('11:00'), expectedTold: 2 })
    for (const who of ['oeney', 'lukasz']) {
      const letter = await installation.mails.waitFor(`${who}@stadt.example`, /^Aktualisiert: /)
      expect(letter.calendar).toMatchObject({ method: 'REQUEST', sequence: 1, start: `${dayAhead(90)}T11:00:00` })
    }
    expect(await installation.mails.count('sommer@stadt.example', /./)).toBe(1)
  })

  it('of a link is told as well, and one that stands in no calendar to nobody', async () => {
    await change({ mode: 'hybrid', onlineUrl: 'https://konferenz.example/1', expectedTold: 2 })
    const first = await installation.mails.waitFor('oeney@stadt.example', /^Aktualisiert: /)
    await change({ onlineUrl: 'https://konferenz.example/2' })
    const second = await installation.mails.waitFor('oeney@stadt.example', /^Aktualisiert: /)
    expect([first.calendar!.sequence, second.calendar!.sequence]).toEqual([2, 3])
    expect(second.text).toContain('https://konferenz.example/2')
    await change({ description: 'Steht auf der Seite allein.', expectedTold: 0 })
  })

  it('for the last time says why: everybody who has the date or hoped for a place', async () => {
    await staff.call(operations.moveEvent, { params: params(), body: { verb: 'cancel', reason: 'Die Halle ist gesperrt.', expectedTold: 3 } })
    for (const who of ['oeney', 'lukasz', 'sommer']) {
      const letter = await installation.mails.waitFor(`${who}@stadt.example`, /^Abgesagt: /)
      expect(letter.text).toContain('Begründung: Die Halle ist gesperrt.')
      expect(letter.calendar?.method ?? null).toBe(who === 'sommer' ? null : 'CANCEL')
    }
    expect(await installation.mails.count('oeney@stadt.example', /./)).toBe(5)
  })
}
