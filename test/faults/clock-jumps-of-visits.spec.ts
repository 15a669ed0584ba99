import { addresses, operations } from '@app/contracts'
import { ParticipationEntity } from '@app/participants'
import { PersonalLinks, Schedule, type ScheduledRun, Transactions } from '@app/platform'
import { Accounts } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { publishEvent } from '../support/staff-event.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import type { VisitorPage } from '../support/visitor-page.js'
import { Visitor } from '../support/visitor.js'

const HOUR = 3_600_000
const FORTY_DAYS = 40 * 24 * HOUR

onEachDatabase('visits while somebody sets the clock', (database) => {
  let api: TestApi
  let slug: string
  beforeAll(async () => {
    api = await openTestApi(database)
    ;({ slug } = await publishEvent(api.staff, { capacity: 50 }))
  }, 60_000)
  afterAll(() => api.app.close())

  const clock = () => api.rooms.clock
  /** Under another time; the former one is put back afterwards. */
  const under = async <T>(jump: number, work: () => Promise<T>): Promise<T> => {
    clock().jump(jump)
    try {
      return await work()
    } finally {
      clock().jump(-jump)
    }
  }
  const send = async (page: VisitorPage, values: Record<string, string> = {}) => {
    const { form } = page
    const answer = await new Visitor(api.url).raw(form.action, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: form.filled(values) })
    return { status: answer.status, text: await answer.text() }
  }
  const accountOf = async (email: string) => {
    const { rooms } = api
    return rooms.get(Transactions).run((tx) => rooms.get(Accounts).create(tx, { email, name: 'Uhr', role: 'organiser' }))
  }

  test.each([['40 days forward', FORTY_DAYS], ['an hour back', -HOUR]])('a session ends by a clock that goes %s, asks to sign in, and another one is opened', async (_, jump) => {
    const staff = await api.as(await accountOf(`sitzung${jump}@land.example`))
    await under(jump, async () => {
      expect(await staff.refused(operations.listStaffEvents)).toMatchObject({ status: 401, code: 'not_signed_in' })
    })
    expect(await staff.call(operations.listStaffEvents)).toBeDefined()
  })

  test('a session from a clock in the future is over when the clock is put right, and does not last for 40 days', async () => {
    const accountId = await accountOf('zukunft@land.example')
    const staff = await under(FORTY_DAYS, async () => {
      const opened = await api.as(accountId)
      expect(await opened.call(operations.listStaffEvents)).toBeDefined()
      return opened
    })
    expect(await staff.refused(operations.listStaffEvents)).toMatchObject({ status: 401, code: 'not_signed_in' })
  })

  test('wrong passwords under a clock in the future lock nobody out afterwards', async () => {
    const { rooms } = api
    const accountId = await accountOf('passwort@land.example')
    await rooms.get(Accounts).setPassword(accountId, 'ein langes Passwort')
    const signIn = (password: string) => rooms.get(Accounts).signIn('passwort@land.example', password)
    await under(FORTY_DAYS, async () => {
      for (let n = 0; n < 5; n++) expect(await signIn('falsch')).toEqual({ kind: 'refused' })
      expect(await signIn('ein langes Passwort')).toMatchObject({ kind: 'wait' })
    })
    expect(await signIn('ein langes Passwort')).toMatchObject({ kind: 'signed_in' })
  })

  test.each([['40 days forward', FORTY_DAYS], ['an hour back', -HOUR]])('a form that was open when the clock went %s says so, keeps what was typed and is taken at the next try', async (_, jump) => {
    const visitor = new Visitor(api.url)
    const typed = { givenName: 'Ada', familyName: 'Muster', email: `formular${jump}@stadt.example` }
    const page = await visitor.open(addresses.registration('de', slug))
    await under(jump, async () => {
      const said = await send(page, typed)
      expect(said.status).toBe(422)
      expect(said.text).toContain('Das Formular war zu lange geöffnet. Ihre Angaben sind noch da, bitte senden Sie es noch einmal.')
      expect(said.text).toContain('value="Muster"')
      const again = await visitor.open(addresses.registration('de', slug))
      clock().advance(3_000)
      expect((await send(again, typed)).status).toBe(303)
    })
    // The jump back once more, with the page from before.
    expect((await send(page, typed)).status).toBe(303)
  })

  test('a link that is over says so, and is good again with the right clock', async () => {
    const { rooms } = api
    const eventId = await plantEvent(rooms)
    const [token] = await registerPeople(rooms, eventId, [person(1, { email: 'link@stadt.example' })])
    const visitor = new Visitor(api.url)
    await under(FORTY_DAYS, async () => {
      const page = await visitor.open(addresses.confirm(token!))
      expect(page.status).toBe(410)
      expect(page.text).toMatch(/abgelaufen|gilt nicht mehr/)
    })
    await under(-HOUR, async () => {
      const page = await visitor.open(addresses.confirm(token!))
      expect([page.status, (await send(page)).status]).toEqual([200, 303])
    })
    const row = await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { email: 'link@stadt.example' })
    const manage = await rooms.get(PersonalLinks).tokenFor('manage', row.id)
    expect((await visitor.open(addresses.manage(manage!))).status).toBe(200)
  })

  test('a nightly run that was put down by a clock in the future is made the next night all the same', async () => {
    const { rooms } = api
    let runs = 0
    const run: ScheduledRun = { name: 'clock', next: (after) => new Date(after.getTime() + 24 * HOUR), work: async () => { runs += 1 } }
    const schedule = new Schedule(rooms.transactions, clock())
    await under(FORTY_DAYS, () => schedule.run(run))
    expect(await schedule.run(run)).toBe(true)
    expect(await schedule.run(run)).toBe(false)
    clock().advance(24 * HOUR)
    expect(await schedule.run(run)).toBe(true)
    expect(runs).toBe(2)
  })
})
