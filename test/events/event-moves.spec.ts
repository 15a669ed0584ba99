import { EventEntity, HostEntity } from '@app/events'
import { Problem } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { ProgrammeKit } from './programme-kit.js'

const codesOf = (work: Promise<unknown>) =>
  work.then(() => [], (error: unknown) => (error instanceof Problem ? [error.code, ...error.errors.map(({ code }) => code)] : [String(error)]))

const errorsOf = (work: Promise<unknown>) => work.then(() => [], (error: unknown) => (error instanceof Problem ? error.errors : [error]))

onEachDatabase('the ways of an event', (database) => {
  let kit: ProgrammeKit

  beforeAll(async () => {
    kit = await ProgrammeKit.open(database)
  })
  beforeEach(() => kit.clock.set('2027-01-10T09:00:00Z'))
  afterAll(() => kit.close())

  const row = (id: string) => kit.transactions.read.findOneByOrFail(EventEntity, { id })
  const day = [{ date: '2027-03-12', startsAt: '10:00', endsAt: '16:00' }]
  const venue = { name: null, street: null, postcode: null, city: 'Ulm', land: null }

  test('a draft is not published without day, host, texts and place, and says which', async () => {
    expect(await codesOf(kit.move(await kit.event(), 'publish'))).toEqual(['not_publishable', 'field.no_date', 'field.no_host', 'field.no_place'])
    const noTexts = await kit.organisation('Ohne Texte', false)
    const id = await kit.event({ days: day, hosts: [{ organisationId: noTexts, role: 'veranstalter' }], mode: 'hybrid' })
    expect(await codesOf(kit.move(id, 'publish'))).toEqual(['not_publishable', 'field.no_host_text', 'field.no_place'])
    expect(await row(id)).toMatchObject({ state: 'planned', publishedAt: null })
  })

  test('each of several hosts has both texts before anything is published, and one without is not added afterwards', async () => {
    const [whole, bare, half] = [await kit.organisation('Stadt Köln'), await kit.organisation('Land ohne Texte', false), await kit.organisation('Kreis')]
    await kit.run((tx) => tx.db.update(HostEntity, { organisationId: half }, { privacy: null }))
    const hosts = [bare, whole, half].map((organisationId, n) => ({ organisationId, role: n === 1 ? 'veranstalter' : 'mitveranstalter' }))
    const id = await kit.event({ days: day, venue, hosts })
    for (const verb of ['publish', 'save_the_date'] as const) {
      expect(await errorsOf(kit.move(id, verb))).toEqual([
        { pointer: '/hosts/1', code: 'field.no_host_text', params: { host: 'Land ohne Texte' } }, { pointer: '/hosts/2', code: 'field.no_host_privacy', params: { host: 'Kreis' } },
      ])
    }
    await kit.change(id, { hosts: [{ organisationId: whole, role: 'veranstalter' }, { organisationId: bare, role: 'kooperation' }] })
    await kit.move(id, 'publish')
    // Told where it stands in the list that was sent.
    expect(await errorsOf(kit.change(id, { hosts }))).toEqual([
      { pointer: '/hosts/0', code: 'field.no_host_text', params: { host: 'Land ohne Texte' } }, { pointer: '/hosts/2', code: 'field.no_host_privacy', params: { host: 'Kreis' } },
    ])
  })

  test('a published event whose host lacks a text since before goes on being corrected, and gets no second such host', async () => {
    const id = await kit.published()
    const [{ organisationId }] = await kit.lookup.hostsOf(id) as [HostEntity]
    await kit.run((tx) => tx.db.update(HostEntity, { organisationId }, { imprint: null }))
    await kit.change(id, { title: 'Neuer Titel' })
    const bare = await kit.organisation('Noch eine ohne Texte', false)
    expect(await errorsOf(kit.change(id, { hosts: [{ organisationId, role: 'veranstalter' }, { organisationId: bare, role: 'mitveranstalter' }] }))).toMatchObject([{ params: { host: 'Noch eine ohne Texte' } }])
    expect(await codesOf(kit.change(id, { days: [] }))).toEqual(['not_publishable', 'field.no_date'])
  })

  test('a save the date does without a place, an online event too, and a link may follow', async () => {
    const hosts = [{ organisationId: await kit.organisation('Stadt Ulm'), role: 'mitveranstalter' }]
    const id = await kit.event({ days: day, hosts })
    await kit.move(id, 'save_the_date')
    expect(await codesOf(kit.move(id, 'publish'))).toEqual(['not_publishable', 'field.no_place'])
    await kit.change(id, { venue })
    await kit.move(id, 'publish')
    const online = await kit.event({ days: day, hosts, mode: 'online' })
    await kit.move(online, 'publish')
    expect(await row(online)).toMatchObject({ state: 'inviting', publishedAt: kit.clock.now() })
    expect(await kit.audited(id)).toEqual(['event.create', 'event.save_the_date', 'event.change', 'event.publish'])
  })

  test('the host of the series answers for its events', async () => {
    const seriesId = await kit.series('Reihe mit Gastgeber', [{ organisationId: await kit.organisation('Landkreis'), role: 'veranstalter' }])
    const id = await kit.event({ seriesId, days: day, venue })
    await kit.move(id, 'publish')
    expect((await kit.lookup.hostsOf(id)).map(({ slug }) => slug)).toEqual(['landkreis'])
  })

  test('what the machine does not know is refused', async () => {
    const id = await kit.event()
    for (const verb of ['close', 'reopen', 'start', 'finish', 'account'] as const) expect(await codesOf(kit.move(id, verb))).toEqual(['verb_not_possible'])
    await kit.move(id, 'cancel')
    expect(await codesOf(kit.move(id, 'publish'))).toEqual(['verb_not_possible'])
    expect(await codesOf(kit.move('018f0000-0000-7000-8000-00000000dead', 'cancel'))).toEqual(['not_found'])
  })

  test('an edition of the past goes straight on record, one to come does not', async () => {
    const past = await kit.event()
    await kit.run((tx) => kit.editing.move(tx, past, 'record', null, { kind: 'import', id: null }))
    expect(await row(past)).toMatchObject({ state: 'done' })
    const future = await kit.event({ days: day })
    expect(await codesOf(kit.move(future, 'record'))).toEqual(['verb_not_possible'])
    expect(await codesOf(kit.move(await kit.published(), 'record'))).toEqual(['verb_not_possible'])
  })

  test('tells calendars that an event is cancelled, also those of people whom staff registered for a draft', async () => {
    const draft = await kit.event()
    await kit.move(draft, 'cancel')
    const id = await kit.published()
    await kit.move(id, 'cancel', 'Hochwasser')
    expect(await kit.outboxKinds(draft)).toEqual(['event.cancelled'])
    expect(await kit.outboxKinds(id)).toEqual(['event.cancelled'])
    expect(await row(id)).toMatchObject({ state: 'cancelled', cancelReason: 'Hochwasser', cancelledAt: kit.clock.now() })
  })

  test('reopened after its last day, registration runs until the event begins', async () => {
    const id = await kit.published({ closesOn: '2027-02-01' })
    kit.clock.set('2027-02-05T08:00:00Z')
    await kit.clockwork.advance()
    expect(await row(id)).toMatchObject({ state: 'closed' })
    await kit.move(id, 'reopen')
    expect(await row(id)).toMatchObject({ state: 'inviting', closesAt: null })
    expect(await kit.clockwork.advance()).toBe(0)
    kit.clock.set('2027-03-12T09:00:00Z')
    await kit.move(id, 'close')
    expect(await codesOf(kit.move(id, 'reopen'))).toEqual(['verb_not_possible'])
  })

  test('time closes registration, begins and ends the event, by the clock of its zone', async () => {
    const id = await kit.published({ closesOn: '2027-03-05' })
    const stateAt = async (instant: string) => {
      kit.clock.set(instant)
      await kit.clockwork.advance()
      return (await row(id)).state
    }
    expect(await stateAt('2027-03-05T22:59:59.999Z')).toBe('inviting')
    expect(await stateAt('2027-03-05T23:00:00Z')).toBe('closed')
    expect(await stateAt('2027-03-12T08:59:59Z')).toBe('closed')
    expect(await stateAt('2027-03-12T09:00:00Z')).toBe('running')
    expect(await stateAt('2027-03-12T22:59:59Z')).toBe('running')
    expect(await stateAt('2027-03-12T23:00:00Z')).toBe('done')
    expect((await kit.audited(id)).slice(-3)).toEqual(['event.close', 'event.start', 'event.finish'])
  })

  test('what was missed is caught up, once, though two machines try', async () => {
    const id = await kit.published()
    kit.clock.set('2027-04-01T00:00:00Z')
    const steps = await Promise.all([kit.clockwork.advance(), kit.clockwork.advance()])
    expect(steps[0]! + steps[1]!).toBe(2)
    expect(await row(id)).toMatchObject({ state: 'done' })
    expect((await kit.audited(id)).slice(-2)).toEqual(['event.start', 'event.finish'])
  })
})
