import { Schedule, ScheduleEntity, type ScheduledRun } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'

const HOUR = 3_600_000

onEachDatabase('the schedule', (database) => {
  let rooms: Rooms
  beforeAll(async () => {
    rooms = await openRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  const next = (after: Date) => new Date(after.getTime() + 24 * HOUR)
  /** A run and the schedules of five processes that all know it. */
  const known = (name: string, work: () => Promise<void> = async () => undefined) => {
    let runs = 0
    const run: ScheduledRun = { name, next, work: async () => (runs++, work()) }
    const everybody = () => Promise.all(Array.from({ length: 5 }, () => new Schedule(rooms.transactions, rooms.clock).run(run)))
    return { run, everybody, runs: () => runs }
  }
  const row = (name: string) => rooms.transactions.read.findOneByOrFail(ScheduleEntity, { name })

  test('makes a run once when it is due, however many processes know it', async () => {
    const { everybody, runs } = known('nightly')
    expect(await everybody()).toEqual([false, false, false, false, false])
    expect(await rooms.transactions.read.countBy(ScheduleEntity, { name: 'nightly' })).toBe(1)
    for (let night = 1; night <= 3; night++) {
      rooms.clock.advance(24 * HOUR)
      expect((await everybody()).filter((made) => made)).toHaveLength(1)
      expect(await everybody()).not.toContain(true)
      expect(runs()).toBe(night)
    }
    expect(await row('nightly')).toMatchObject({ lastOkAt: rooms.clock.now(), nextRunAt: next(rooms.clock.now()), leaseUntil: null, lastError: null })
  })

  test('leaves a run to the process that makes it', async () => {
    let finish!: () => void
    const { run, everybody, runs } = known('long', () => new Promise<void>((resolve) => (finish = resolve)))
    await everybody()
    rooms.clock.advance(24 * HOUR)
    const made = new Schedule(rooms.transactions, rooms.clock).run(run)
    while (runs() === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await everybody()).not.toContain(true)
    finish()
    expect(await made).toBe(true)
    expect(runs()).toBe(1)
  })

  test('takes up a run whose process died', async () => {
    const { everybody, runs } = known('died')
    await everybody()
    rooms.clock.advance(24 * HOUR)
    const { id } = await row('died')
    await rooms.transactions.run((tx) => tx.db.update(ScheduleEntity, { id }, { leaseUntil: new Date(rooms.clock.now().getTime() + HOUR) }))
    expect(await everybody()).not.toContain(true)
    rooms.clock.advance(HOUR)
    expect((await everybody()).filter((made) => made)).toHaveLength(1)
    expect(runs()).toBe(1)
  })

  test('tries a run again that failed, and remembers only the kind of the fault', async () => {
    let faults = 1
    const { run, everybody, runs } = known('failing', async () => {
      if (faults-- > 0) throw new TypeError('Frau Muster <muster@stadt.example>')
    })
    await everybody()
    rooms.clock.advance(24 * HOUR)
    await expect(new Schedule(rooms.transactions, rooms.clock).run(run)).rejects.toThrow('Muster')
    expect(await row('failing')).toMatchObject({ lastError: 'TypeError', leaseUntil: null, lastOkAt: null })
    expect(await everybody()).not.toContain(true)
    rooms.clock.advance(HOUR / 4)
    expect((await everybody()).filter((made) => made)).toHaveLength(1)
    expect(runs()).toBe(2)
  })
})
