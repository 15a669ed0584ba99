import type { StandingCounts } from '@app/contracts'
import { STANDINGS } from '@app/contracts'
import { InstallationEntity, newId } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { everyRight, wholeProgramme } from '../support/rights.js'
import { ProgrammeKit, countingQueries, item, noPlaces, staff } from './programme-kit.js'

const noCounts = async () => Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as StandingCounts

onEachDatabase('the programme', (database) => {
  let kit: ProgrammeKit
  let city: string

  beforeAll(async () => {
    kit = await ProgrammeKit.open(database)
    city = await kit.organisation('Stadt Ulm')
  })
  beforeEach(() => kit.clock.set('2027-01-10T09:00:00Z'))
  afterAll(() => kit.close())

  const host = () => [{ organisationId: city, role: 'veranstalter' }]
  const day = (date: string) => [{ date, startsAt: '10:00', endsAt: '16:00' }]
  const slugOf = async (id: string) => (await kit.lookup.eventForRegistration(id))!.slug

  test('shows published events and announced editions, and nothing else', async () => {
    const seriesId = await kit.series('Zukunftsdialog', host())
    const hidden = await kit.series('Verborgen', host(), false)
    const shown = await kit.published({ title: 'Sichtbar', seriesId })
    await kit.event({ title: 'Entwurf', seriesId, days: day('2027-05-01') })
    await kit.event({ title: 'Eben begonnen', seriesId })
    await kit.event({ title: 'Entwurf ohne Reihe' })
    const invited = await kit.published({ title: 'Nur auf Einladung', visibility: 'invited', admission: 'invited' })
    const inHidden = await kit.published({ title: 'In verborgener Reihe', seriesId: hidden })
    await kit.event({ title: 'Geplant, ohne Termin', seriesId, editionNo: 2 })
    const cancelled = await kit.published({ title: 'Abgesagt', seriesId, days: day('2027-06-01') })
    await kit.move(cancelled, 'cancel')

    const titles = (await kit.programme.events(noPlaces)).map(({ title }) => title)
    expect(titles).toEqual(['Sichtbar', 'Geplant, ohne Termin', 'Abgesagt'])
    for (const id of [invited, inHidden]) expect(await kit.programme.event(await slugOf(id), noPlaces)).toBeNull()
    expect(await kit.programme.event(await slugOf(shown), noPlaces)).toMatchObject({ title: 'Sichtbar', registration: { open: true, reason: 'open' } })
    expect(await kit.programme.event(await slugOf(cancelled), noPlaces)).toMatchObject({ state: 'cancelled', registration: { open: false, reason: 'cancelled' } })
    expect((await kit.programme.seriesList(noPlaces)).map(({ title, eventCount, nextEvent }) => [title, eventCount, nextEvent?.title])).toEqual([['Zukunftsdialog', 3, 'Sichtbar']])
    expect(await kit.programme.series('verborgen', noPlaces)).toBeNull()

    const rows = await kit.views.rows(wholeProgramme, noPlaces)
    const reasons = Object.fromEntries(rows.map(({ title, visible, hiddenBecause }) => [title, visible ? 'visible' : hiddenBecause]))
    expect(reasons).toEqual({
      Sichtbar: 'visible',
      Entwurf: ['draft', 'no_place'],
      'Eben begonnen': ['draft', 'no_date', 'no_place'],
      'Entwurf ohne Reihe': ['draft', 'no_date', 'no_host', 'no_place'],
      'Nur auf Einladung': ['invited_only'],
      'In verborgener Reihe': ['series_hidden'],
      'Geplant, ohne Termin': 'visible',
      Abgesagt: 'visible',
    })
  })

  test('tells everything of an event that is public, in local times and in the order of the day', async () => {
    const [funder, second] = [await kit.organisation('Förderer', false), await kit.organisation('Land')]
    const programme = await kit.series('Nationaler Aktionsplan')
    const seriesId = await kit.run((tx) =>
      kit.seriesEditing.create(tx, { title: 'Weltoffene Kommunen', kind: 'modellprojekt', summary: null, outlook: 'weiter', hosts: [{ organisationId: funder, role: 'foerderer' }], public: true, parentSeriesId: programme, memberQuota: 40 }, staff))
    const id = await kit.published({
      seriesId, title: 'Startschuss', subtitle: 'Unterzeichnung', editionNo: 1, isKickoff: true, hosts: [{ organisationId: second, role: 'mitveranstalter' }, { organisationId: city, role: 'mitveranstalter' }],
      mode: 'hybrid', onlineUrl: 'https://treffen.example/geheim', regions: ['DE-NW', 'DE-BW'], groups: [{ key: 'kommune' }, { key: 'land', label: 'Ministerien' }], topics: ['Sprache', 'Arbeit'],
      closesOn: '2027-03-01', countPublished: 200, countQualifier: 'rund', venueAgs: '08421000',
      agenda: [item('Ausklang'), item('Podium', { kind: 'podium', startsAt: '11:00', room: 'Saal', speakers: [{ name: 'Kim Muster', office: 'Landrätin' }] }), item('Ankommen', { kind: 'arrival', startsAt: '10:00' })],
    })
    await kit.run(async (tx) => {
      await kit.facts.addContribution(tx, id, { role: 'gastgeberin', nameShown: 'Jo Beispiel', officeShown: 'Staatsministerin\nBeauftragte' }, staff)
      await kit.facts.addContribution(tx, id, { role: 'redner', nameShown: 'Noch nicht zugesagt', state: 'asked' }, staff)
      await kit.facts.addDocument(tx, id, { kind: 'studie', title: 'Studie', state: 'published', authors: 'Uni A\nUni B', figures: [{ label: 'Stellenwert', value: 71.5, unit: '%' }], firstPresented: true }, staff)
      await kit.facts.addDocument(tx, id, { kind: 'pressemitteilung', title: 'Unter Sperrfrist', state: 'published', embargoUntil: new Date('2027-02-01T00:00:00Z') }, staff)
      await kit.facts.addDocument(tx, id, { kind: 'studie', title: 'Entwurf' }, staff)
      await kit.facts.addResult(tx, id, { kind: 'handlungsempfehlungen', title: 'Empfehlungen', state: 'in_formulierung', addressees: 'bund,laender' }, staff)
      await kit.facts.addFunding(tx, seriesId, { claim: 'aufgrund eines Beschlusses des Deutschen Bundestags' }, staff)
    })
    const event = (await kit.programme.event(await slugOf(id), noPlaces, 'en'))!
    expect(event).toMatchObject({
      title: 'Startschuss', formatName: 'Future dialogue', isKickoff: true, countPublished: 200, countQualifier: 'rund',
      days: [{ date: '2027-03-12', startsAt: '10:00', endsAt: '16:00' }],
      venue: { city: 'Ulm', ags: '08421000' },
      regions: ['DE-BW', 'DE-NW'],
      registration: { opensAt: '2027-01-10T09:00:00.000Z', closesAt: '2027-03-01T23:00:00.000Z', places: { capacity: 200, taken: 0, free: 200, waiting: 0 } },
      series: { slug: 'weltoffene-kommunen', title: 'Weltoffene Kommunen' },
      groups: [{ key: 'kommune' }, { key: 'land', label: 'Ministerien' }],
      topics: ['Sprache', 'Arbeit'],
      contributions: [{ role: 'gastgeberin', name: 'Jo Beispiel', offices: ['Staatsministerin', 'Beauftragte'] }],
      roles: [{ role: 'mitveranstalter', names: [{ name: 'Land' }, { name: 'Stadt Ulm' }] }, { role: 'foerderer', names: [{ name: 'Förderer' }] }],
      hosts: [{ slug: 'land', name: 'Land', hasImprint: true, hasPrivacy: true, hasAccessibility: false }, { slug: 'stadt-ulm' }],
      claims: ['aufgrund eines Beschlusses des Deutschen Bundestags'],
      documents: [{ title: 'Studie', authors: ['Uni A', 'Uni B'], firstPresented: true, figures: [{ value: 71.5 }] }],
      results: [{ title: 'Empfehlungen', addressees: ['bund', 'laender'], state: 'in_formulierung' }],
    })
    expect(event.agenda.map(({ title, startsAt, room, contributions }) => [title, startsAt, room, contributions.map(({ name }) => name)])).toEqual([
      ['Ankommen', '10:00', null, []], ['Podium', '11:00', 'Saal', ['Kim Muster']], ['Ausklang', null, null, []],
    ])
    expect(JSON.stringify(event)).not.toContain('geheim')
    const series = (await kit.programme.series('weltoffene-kommunen', noPlaces))!
    expect(series).toMatchObject({ memberQuota: 40, memberCount: 0, parent: { slug: 'nationaler-aktionsplan' }, outlook: 'weiter', eventCount: 1, nextEvent: { title: 'Startschuss' } })
  })

  test('gives staff what it edits, and what may be done now', async () => {
    const seriesId = await kit.series('Reihe für die Ansicht', host())
    const id = await kit.event({
      seriesId, title: null, editionNo: 7, format: 'netzwerktreffen', days: day('2027-09-01'), closesOn: '2027-08-15', mode: 'online', onlineUrl: 'https://treffen.example/raum',
      agenda: [item('Vortrag', { startsAt: '10:00', speakers: [{ name: 'Kim', office: 'Amt' }] })], capacity: 3,
    })
    const places = async () => new Map([[id, { capacity: 3, taken: 2, free: 1, waiting: 4 }]])
    const detail = await kit.views.detail(id, places, noCounts)
    expect(detail).toMatchObject({
      title: '7. Netzwerktreffen', seriesTitle: 'Reihe für die Ansicht', onlineUrl: 'https://treffen.example/raum', closesOn: '2027-08-15', taken: 2, waiting: 4,
      firstDay: '2027-09-01', verbs: ['publish', 'save_the_date', 'cancel'], hosts: [{ role: 'veranstalter', name: 'Stadt Ulm' }], isDemo: false,
      agenda: [{ title: 'Vortrag', date: '2027-09-01', startsAt: '10:00', speakers: [{ name: 'Kim', office: 'Amt' }] }],
      publicPath: '/de/veranstaltungen/7-netzwerktreffen-2027',
    })
    await kit.change(id, { hosts: detail.hosts.map(({ organisationId, role }) => ({ organisationId, role })), agenda: [item('Vortrag', { date: '2027-09-01', startsAt: '10:00', speakers: [{ name: 'Kim', office: 'Amt' }] })] })
    expect(await kit.audited(id)).toEqual(['event.create'])
    await kit.move(id, 'publish')
    expect((await kit.views.detail(id, noPlaces, noCounts)).verbs).toEqual(['close', 'cancel'])
    await expect(kit.views.detail(seriesId, noPlaces, noCounts)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('marks what the invented host of the demo has a role in', async () => {
    const demo = await kit.organisation('Musterstadt')
    await kit.run((tx) => tx.db.insert(InstallationEntity, { id: newId(), name: 'demo_host', value: demo, notedAt: kit.clock.now() }))
    const seriesId = await kit.series('Erfundene Reihe', [{ organisationId: demo, role: 'veranstalter' }])
    await kit.published({ title: 'Erfunden', seriesId, hosts: [] })
    expect((await kit.programme.seriesList(noPlaces)).filter(({ isDemo }) => isDemo).map(({ title }) => title)).toEqual(['Erfundene Reihe'])
    expect((await kit.views.rows(wholeProgramme, noPlaces)).filter(({ isDemo }) => isDemo).map(({ title }) => title)).toEqual(['Erfunden'])
  })

  test('asks the database as often for many events as for one', async () => {
    const lists: Record<string, () => Promise<unknown[]>> = {
      events: () => kit.programme.events(noPlaces),
      seriesList: () => kit.programme.seriesList(noPlaces),
      rows: () => kit.views.rows(wholeProgramme, noPlaces),
      seriesViews: () => kit.seriesViews.list(everyRight),
    }
    const before = new Map<string, { count: number; queries: number }>()
    for (const [name, read] of Object.entries(lists)) {
      const { result, queries } = await countingQueries(kit.sources, read)
      before.set(name, { count: result.length, queries })
    }
    for (const title of ['Eins', 'Zwei', 'Drei']) {
      const seriesId = await kit.series(`Reihe ${title}`, host())
      await kit.published({ title, seriesId, regions: ['DE-BW', 'DE-BY'] })
    }
    for (const [name, read] of Object.entries(lists)) {
      const { result, queries } = await countingQueries(kit.sources, read)
      expect(result.length).toBeGreaterThanOrEqual(before.get(name)!.count + 3)
      expect({ name, queries }).toEqual({ name, queries: before.get(name)!.queries })
      expect(queries).toBeLessThanOrEqual(14)
      expect(queries).toBeGreaterThan(0)
    }
  })
})
