import { ContactEntity, ContactOfficeEntity, DistributionListEntity, ListEntryEntity } from '@app/contacts'
import { BarrierReportEntity, EventDayEntity } from '@app/events'
import { NeedEntity, ParticipationEntity, QuestionAnswerEntity, QuestionEntity } from '@app/participants'
import { newId } from '@app/platform'
import { AccountEntity, Accounts, AuditChain, AuditEntryEntity, RoleGrantEntity, Sessions } from '@app/staff'
import { NightlyRetention } from '../../apps/privacy/nightly-retention.js'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { TEST_NOW } from '../support/rooms.js'
import { type DemoRooms, openDemoRooms } from '../scenarios/demo-rooms.js'

const DAY = 24 * 3_600_000
const START = new Date(TEST_NOW)

onEachDatabase('rules of retention', (database) => {
  let rooms: DemoRooms
  beforeAll(async () => {
    rooms = await openDemoRooms(database)
  }, 60_000)
  afterAll(() => rooms.close())

  const put = (entity: new () => object, ...rows: object[]) => rooms.transactions.run((tx) => tx.db.insert(entity, rows as never))
  const days = (count: number) => new Date(rooms.clock.now().getTime() + count * DAY)
  const run = () => rooms.get(NightlyRetention).runNow()

  test('need: four weeks after the event, and not before', async () => {
    rooms.clock.set(START)
    const eventId = await plantEvent(rooms)
    await registerPeople(rooms, eventId, [person(1)])
    const participation = await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { eventId })
    const questionId = newId()
    await put(NeedEntity, { id: newId(), eventId, participationId: participation.id, sealed: 'v1.' })
    await put(QuestionEntity, { id: questionId, eventId, key: 'essen', kind: 'text', label: 'Essen', position: 0, retention: 'B' })
    await put(QuestionAnswerEntity, { id: newId(), participationId: participation.id, questionId, value: 'vegan' })
    const [event] = await rooms.transactions.read.findBy(EventDayEntity, { eventId })
    const over = Date.parse(`${event!.onDate}T22:00:00Z`)
    const left = async () => [await rooms.transactions.read.countBy(NeedEntity, { eventId }), await rooms.transactions.read.countBy(QuestionAnswerEntity, { questionId })]
    rooms.clock.set(new Date(over + 27 * DAY))
    await run()
    expect(await left()).toEqual([1, 1])
    rooms.clock.set(new Date(over + 29 * DAY))
    await run()
    expect(await left()).toEqual([0, 0])
  })

  test('contact: two years after the last check, with offices and places on lists, and nothing breaks that was shown', async () => {
    rooms.clock.set(START)
    const [stale, checked] = [newId(), newId()]
    const contact = { kind: 'person', salutation: 'frau', givenNames: 'Ada', familyName: 'Muster', nameSearch: 'ada muster', nameSort: 'muster ada', search: 'ada muster', createdAt: days(-1) }
    await put(ContactEntity, { id: stale, ...contact, checkedOn: null }, { id: checked, ...contact, checkedOn: days(400).toISOString().slice(0, 10) })
    const listId = newId()
    await put(DistributionListEntity, { id: listId, title: `Verteiler ${listId}`, purpose: 'Einladung', source: 'Recherche', legalBasis: 'Art. 6 (1) e' })
    await put(ListEntryEntity, { id: newId(), listId, contactId: stale, kind: 'to', addedAt: days(0) })
    await put(ContactOfficeEntity, { id: newId(), contactId: stale, officeAddress: 'Landrätin' })
    const eventId = await plantEvent(rooms)
    await registerPeople(rooms, eventId, [person(2)])
    await rooms.transactions.run((tx) => tx.db.update(ParticipationEntity, { eventId }, { contactId: stale }))
    await run()
    expect(await rooms.transactions.read.countBy(ContactEntity, { id: stale })).toBe(1)
    expect(await rooms.transactions.read.countBy(ParticipationEntity, { eventId, contactId: stale })).toBe(1)
    rooms.clock.advance(735 * DAY)
    await run()
    expect(await rooms.transactions.read.countBy(ContactEntity, { id: stale })).toBe(0)
    expect(await rooms.transactions.read.countBy(ContactEntity, { id: checked })).toBe(1)
    expect(await rooms.transactions.read.countBy(ListEntryEntity, { listId })).toBe(0)
    expect(await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { eventId })).toMatchObject({ contactId: null })
  })

  test('barrier report: half a year', async () => {
    await put(BarrierReportEntity, { id: newId(), page: '/de', bodySealed: 'v1.', createdAt: rooms.clock.now() })
    rooms.clock.advance(170 * DAY)
    await run()
    expect(await rooms.transactions.read.count(BarrierReportEntity)).toBe(1)
    rooms.clock.advance(20 * DAY)
    await run()
    expect(await rooms.transactions.read.count(BarrierReportEntity)).toBe(0)
  })

  test('account: a closed one goes when the log no longer names it, with its rights and sessions', async () => {
    const ids = await rooms.transactions.run(async (tx) => {
      const accounts = rooms.get(Accounts)
      const [gone, granted, active] = [
        await accounts.create(tx, { email: 'weg@stadt.example', name: 'Weg', role: 'organiser' }),
        await accounts.create(tx, { email: 'da@stadt.example', name: 'Da', role: 'organiser' }),
        await accounts.create(tx, { email: 'chef@stadt.example', name: 'Chef', role: 'admin' }),
      ]
      await tx.db.update(RoleGrantEntity, { accountId: granted }, { grantedBy: gone })
      await rooms.get(Sessions).open(tx, gone)
      await tx.db.update(AccountEntity, { id: gone }, { state: 'closed' })
      return { gone, granted, active }
    })
    await rooms.get(AuditChain).seal()
    rooms.clock.advance(300 * DAY)
    await run()
    expect(await rooms.transactions.read.countBy(AccountEntity, { id: ids.gone })).toBe(1)
    rooms.clock.advance(80 * DAY)
    await run()
    expect(await rooms.transactions.read.countBy(AuditEntryEntity, { subjectId: ids.gone })).toBe(0)
    expect(await rooms.transactions.read.countBy(AccountEntity, { id: ids.gone })).toBe(0)
    expect(await rooms.transactions.read.countBy(AccountEntity, { id: ids.active })).toBe(1)
    expect(await rooms.transactions.read.findOneByOrFail(RoleGrantEntity, { accountId: ids.granted })).toMatchObject({ grantedBy: null })
  })
})
