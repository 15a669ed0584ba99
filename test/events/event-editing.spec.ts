import { AgendaItemEntity, ContributionEntity, DocumentEntity, EventDayEntity, EventEntity, EventGroupEntity, EventTopicEntity, VenueEntity } from '@app/events'
import { Problem } from '@app/platform'
import { NodeEntity } from '@app/staff'
import { onEachDatabase } from '../support/databases.js'
import { ProgrammeKit, item, noPlaces } from './programme-kit.js'

/** The refusal of a piece of work: its code and its field errors. */
async function refusal(work: Promise<unknown>): Promise<{ code: string; errors: string[] }> {
  const error: unknown = await work.then(() => null, (reason) => reason)
  if (!(error instanceof Problem)) throw new Error(`expected a Problem, got ${String(error)}`)
  return { code: error.code, errors: error.errors.map(({ pointer, code }) => `${pointer} ${code}`) }
}

onEachDatabase('editing an event', (database) => {
  let kit: ProgrammeKit

  beforeAll(async () => {
    kit = await ProgrammeKit.open(database)
  })
  afterAll(() => kit.close())

  const row = (id: string) => kit.transactions.read.findOneByOrFail(EventEntity, { id })
  const agenda = (eventId: string) => kit.transactions.read.find(AgendaItemEntity, { where: { eventId }, order: { position: 'ASC' } })

  test('takes what is left out from the newest version of the format', async () => {
    const webinar = await row(await kit.event({ format: 'webinar' }))
    expect(webinar).toMatchObject({ capacity: null, mode: 'online', waitingList: false, admission: 'open', state: 'planned', visibility: 'public' })
    const talk = await row(await kit.event({ format: 'werkstattgespraech', capacity: 12, waitingList: false }))
    expect(talk).toMatchObject({ capacity: 12, mode: 'in_person', waitingList: false, admission: 'approval' })
  })

  test('places the event under its series, with instants of its own zone and one audit line', async () => {
    const seriesId = await kit.series('Zukunftsdialog Integration')
    const id = await kit.event({
      seriesId, editionNo: 1, timeZone: 'Europe/Lisbon',
      days: [{ date: '2027-07-02', startsAt: '09:30', endsAt: null }, { date: '2027-07-01', startsAt: '10:00', endsAt: '16:00' }],
      regions: ['DE-NW', 'DE-HE'], groups: [{ key: 'kommune' }, { key: 'land', label: 'Ministerien' }], topics: ['Sprache'], closesOn: '2027-06-20',
    })
    const node = await kit.transactions.read.findOneByOrFail(NodeEntity, { id })
    expect(node).toMatchObject({ parentId: seriesId, kind: 'event', path: `/${seriesId}/${id}` })
    const days = await kit.transactions.read.find(EventDayEntity, { where: { eventId: id }, order: { onDate: 'ASC' } })
    expect(days.map(({ onDate, startsAt }) => [onDate, startsAt?.toISOString()])).toEqual([
      ['2027-07-01', '2027-07-01T09:00:00.000Z'], ['2027-07-02', '2027-07-02T08:30:00.000Z'],
    ])
    expect(await row(id)).toMatchObject({ datePrecision: 'day', sortOn: '2027-07-01', closesAt: new Date('2027-06-20T23:00:00Z') })
    expect(await kit.transactions.read.countBy(EventGroupEntity, { eventId: id })).toBe(2)
    expect(await kit.transactions.read.countBy(EventTopicEntity, { eventId: id })).toBe(1)
    expect(await kit.audited(id)).toEqual(['event.create'])
  })

  test('gives each event an address of its own, with city and year, and never the same twice', async () => {
    const facts = { title: 'Straße für alle', venue: { name: null, street: null, postcode: null, city: 'Köln', land: null }, days: [{ date: '2027-05-01', startsAt: null, endsAt: null }] }
    const slugs = []
    for (let time = 0; time < 3; time++) slugs.push((await row(await kit.event(facts))).slug)
    expect(slugs).toEqual(['strasse-fuer-alle-koeln-2027', 'strasse-fuer-alle-koeln-2027-2', 'strasse-fuer-alle-koeln-2027-3'])
  })

  test('gives different addresses to eight events created at once with the same title', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => kit.event({ title: 'Gleichzeitig' })))
    const slugs = (await Promise.all(ids.map(row))).map(({ slug }) => slug)
    expect(slugs.sort()).toEqual(['gleichzeitig', ...[2, 3, 4, 5, 6, 7, 8].map((number) => `gleichzeitig-${number}`)])
  })

  test('takes editions without title and date, known only by year or not at all', async () => {
    const seriesId = await kit.series('Kleine Städte')
    const second = await row(await kit.event({ seriesId, title: null, format: 'netzwerktreffen', editionNo: 2, dateHint: '2010', dateInferred: true }))
    expect(second).toMatchObject({ title: null, slug: '2-netzwerktreffen-2010', datePrecision: 'year', dateHint: '2010', dateInferred: true, sortOn: '2010-01-01' })
    expect(await row(await kit.event({ seriesId, title: null, format: 'netzwerktreffen', editionNo: 1 }))).toMatchObject({ datePrecision: 'unknown', sortOn: null })
    expect(await refusal(kit.event({ seriesId, editionNo: 2 }))).toEqual({ code: 'invalid', errors: ['/editionNo field.edition_taken'] })
  })

  test('refuses what cannot be, naming the fields', async () => {
    const unknown = '018f0000-0000-7000-8000-00000000dead'
    expect(await refusal(kit.event({ format: 'ball', seriesId: unknown }))).toEqual({ code: 'invalid', errors: ['/format field.choice', '/seriesId field.choice'] })
    expect(await refusal(kit.event({ hosts: [{ organisationId: unknown, role: 'veranstalter' }] }))).toEqual({ code: 'invalid', errors: ['/hosts/0/organisationId field.choice'] })
    const wrong = kit.event({
      days: [{ date: '2027-03-28', startsAt: '02:30', endsAt: null }, { date: '2027-03-29', startsAt: '12:00', endsAt: '11:00' }],
      closesOn: '2027-03-30',
      agenda: [item('Anderswo', { date: '2027-04-01', startsAt: '10:00' })],
    })
    expect(await refusal(wrong)).toEqual({
      code: 'invalid',
      errors: ['/days/0/startsAt field.time_gap', '/days/1/endsAt field.date_order', '/agenda/0/date field.item_outside_days', '/closesOn field.closes_after_start'],
    })
    expect(await kit.transactions.read.countBy(EventEntity, { title: 'Anderswo' })).toBe(0)
  })

  test('keeps the agenda items that stay, with the people named there', async () => {
    const id = await kit.published({
      agenda: [
        item('Begrüßung', { kind: 'grusswort', startsAt: '10:00', endsAt: '10:15', speakers: [{ name: 'Kim Muster', office: 'Bürgermeisterin' }] }),
        item('Podium', { kind: 'podium', startsAt: '10:15', endsAt: '11:00', room: 'Saal', speakers: [{ name: 'A', office: null }, { name: 'B', office: null }] }),
        item('Ausklang'),
      ],
    })
    const [welcome, podium] = await agenda(id)
    const speakers = await kit.transactions.read.findBy(ContributionEntity, { eventId: id })
    expect(speakers.map(({ role }) => role).sort()).toEqual(['grusswort', 'podium', 'podium'])
    await kit.change(id, {
      agenda: [
        item('Podium', { kind: 'podium', startsAt: '11:00', endsAt: '12:00', room: 'Saal', speakers: [{ name: 'B', office: null }, { name: 'C', office: null }] }),
        item('Begrüßung', { kind: 'grusswort', startsAt: '10:00', endsAt: '10:15', speakers: [{ name: 'Kim Muster', office: 'Bürgermeisterin' }] }),
        item('Mittag', { kind: 'meal', startsAt: '12:00' }),
      ],
    })
    const after = await agenda(id)
    expect(after.map(({ title }) => title)).toEqual(['Podium', 'Begrüßung', 'Mittag'])
    expect(after.slice(0, 2).map(({ id: itemId }) => itemId)).toEqual([podium!.id, welcome!.id])
    expect(after[0]!.startsAt).toEqual(new Date('2027-03-12T10:00:00Z'))
    const left = await kit.transactions.read.find(ContributionEntity, { where: { eventId: id, agendaItemId: podium!.id }, order: { position: 'ASC' } })
    expect(left.map(({ nameShown }) => nameShown)).toEqual(['B', 'C'])
    expect(speakers.map((speaker) => speaker.id)).toContain(left[0]!.id)
    expect(await kit.outboxKinds(id)).toEqual(['event.changed'])
  })

  test('does not remove an agenda item that a document points at', async () => {
    const id = await kit.event({ days: [{ date: '2027-03-12', startsAt: null, endsAt: null }], agenda: [item('Vortrag')] })
    const [talk] = await agenda(id)
    await kit.run((tx) => tx.db.insert(DocumentEntity, { id: talk!.id, nodeId: id, agendaItemId: talk!.id, kind: 'studie', title: 'Studie' }))
    expect(await refusal(kit.change(id, { agenda: [] }))).toEqual({ code: 'agenda_item_in_use', errors: [] })
    expect(await agenda(id)).toHaveLength(1)
  })

  test('carries the agenda along when the days move, and tells the calendars', async () => {
    const id = await kit.published({ agenda: [item('Vortrag', { startsAt: '10:00', endsAt: '11:00' })] })
    const [before] = await agenda(id)
    await kit.change(id, { days: [{ date: '2027-04-09', startsAt: '10:00', endsAt: '16:00' }] })
    const [after] = await agenda(id)
    expect(after).toMatchObject({ id: before!.id, startsAt: new Date('2027-04-09T08:00:00Z') })
    expect((await kit.transactions.read.findBy(EventDayEntity, { eventId: id })).map(({ onDate }) => onDate)).toEqual(['2027-04-09'])
    expect(await row(id)).toMatchObject({ sortOn: '2027-04-09' })
    expect(await kit.outboxKinds(id)).toEqual(['event.changed'])
    expect((await kit.audited(id)).slice(-1)).toEqual(['event.change'])
  })

  test('tells calendars of a draft too, for people whom staff has registered by hand', async () => {
    const draft = await kit.event()
    await kit.change(draft, { description: 'Neuer Text' })
    expect(await kit.outboxKinds(draft)).toEqual([])
    await kit.change(draft, { title: 'Anders', days: [{ date: '2027-04-09', startsAt: null, endsAt: null }] })
    expect(await kit.outboxKinds(draft)).toEqual(['event.changed'])
  })

  test('says nothing to calendars of a text, or of a change that changes nothing', async () => {
    const id = await kit.published()
    await kit.change(id, { description: 'Neuer Text', guidingQuestion: 'Wie?', regions: ['DE-BW'] })
    const lines = await kit.audited(id)
    await kit.change(id, { description: 'Neuer Text', days: [{ date: '2027-03-12', startsAt: '10:00', endsAt: '16:00' }], regions: ['DE-BW'] })
    expect(await kit.audited(id)).toEqual(lines)
    expect(await kit.outboxKinds(id)).toEqual([])
  })

  test('keeps the local times when the zone changes, and the municipality only with its city', async () => {
    const id = await kit.published({ venueAgs: '08421000', closesOn: '2027-03-01' })
    await kit.change(id, { timeZone: 'Europe/London', venue: { name: 'Rathaus', street: 'Markt 1', postcode: null, city: 'Ulm', land: 'DE-BW' } })
    const [day] = await kit.transactions.read.findBy(EventDayEntity, { eventId: id })
    expect(day!.startsAt).toEqual(new Date('2027-03-12T10:00:00Z'))
    expect(await row(id)).toMatchObject({ closesAt: new Date('2027-03-02T00:00:00Z') })
    expect(await kit.transactions.read.findOneBy(VenueEntity, { eventId: id })).toMatchObject({ name: 'Rathaus', ags: '08421000' })
    await kit.change(id, { venue: { name: null, street: null, postcode: null, city: 'Neu-Ulm', land: 'DE-BY' } })
    expect(await kit.transactions.read.findOneBy(VenueEntity, { eventId: id })).toMatchObject({ city: 'Neu-Ulm', ags: null })
  })

  test('keeps what it says in Leichte Sprache and in sign language, changes it without a word to calendars, and shows nothing where it is empty', async () => {
    const id = await kit.published({ easyLanguage: 'Das ist leicht.', signVideoUrl: 'https://video.example/dgs' })
    const { slug } = await row(id)
    const shown = async () => (await kit.programme.event(slug, noPlaces))!
    expect([await row(id), await shown()]).toMatchObject([{ easyLanguage: 'Das ist leicht.', signVideoUrl: 'https://video.example/dgs' }, { easyLanguage: 'Das ist leicht.', signVideoUrl: 'https://video.example/dgs' }])
    await kit.change(id, { easyLanguage: 'Das ist leichter.' })
    expect(await row(id)).toMatchObject({ easyLanguage: 'Das ist leichter.', signVideoUrl: 'https://video.example/dgs' })
    await kit.change(id, { title: 'Anders gesagt' })
    expect(await row(id)).toMatchObject({ easyLanguage: 'Das ist leichter.' })
    const told = await kit.outboxKinds(id)
    await kit.change(id, { easyLanguage: null, signVideoUrl: null })
    expect(await shown()).toMatchObject({ easyLanguage: null, signVideoUrl: null })
    expect([told, await kit.outboxKinds(id)]).toEqual([['event.changed'], ['event.changed']])
    expect((await kit.audited(id)).slice(-3)).toEqual(['event.change', 'event.change', 'event.change'])
  })

  test('seals the online link and opens it for those who may have it', async () => {
    const id = await kit.event({ mode: 'hybrid', onlineUrl: 'https://treffen.example/raum' })
    const event = await row(id)
    expect(event.onlineUrlSealed).not.toContain('treffen')
    expect(kit.lookup.onlineUrlOf(event)).toBe('https://treffen.example/raum')
    await kit.change(id, { onlineUrl: null })
    expect(kit.lookup.onlineUrlOf(await row(id))).toBeNull()
  })

  test('goes on without an online link whose key is gone, says so once, and keeps it through other changes', async () => {
    const id = await kit.event({ mode: 'hybrid', onlineUrl: 'https://treffen.example/raum' })
    const foreign = (await row(id)).onlineUrlSealed!.replace(/^v1\.[^.]+/, 'v1.lost')
    await kit.transactions.run((tx) => tx.db.update(EventEntity, { id }, { onlineUrlSealed: foreign }))
    const errors = jest.spyOn(kit.logger, 'error')
    expect(kit.lookup.onlineUrlOf(await row(id))).toBeNull()
    expect(kit.lookup.onlineUrlOf(await row(id))).toBeNull()
    expect(errors).toHaveBeenCalledTimes(1)
    await kit.change(id, { title: 'Ankommen auf dem Land' })
    expect(await row(id)).toMatchObject({ title: 'Ankommen auf dem Land', onlineUrlSealed: foreign })
    await kit.change(id, { onlineUrl: 'https://treffen.example/saal' })
    expect(kit.lookup.onlineUrlOf(await row(id))).toBe('https://treffen.example/saal')
    errors.mockRestore()
  })

  test('leaves a published event what it needs', async () => {
    const id = await kit.published()
    expect(await refusal(kit.change(id, { days: [], venue: null, hosts: [] }))).toEqual({
      code: 'not_publishable', errors: ['/days field.no_date', '/hosts field.no_host', '/venue field.no_place'],
    })
    expect(await kit.transactions.read.countBy(EventDayEntity, { eventId: id })).toBe(1)
  })
})
