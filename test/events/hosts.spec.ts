import { setTimeout as pause } from 'node:timers/promises'
import { CONSENT_PURPOSES, FORMATS, LANGUAGES } from '@app/contracts'
import { FormatEntity, FormatVersionEntity, HostEntity, NoticeEntity, SeriesEntity } from '@app/events'
import { fieldMessage, words } from '@app/i18n'
import { Problem } from '@app/platform'
import { gate } from '../platform/gate.js'
import { onEachDatabase } from '../support/databases.js'
import { everyRight } from '../support/rights.js'
import { ProgrammeKit, staff } from './programme-kit.js'

onEachDatabase('formats, hosts and series', (database) => {
  let kit: ProgrammeKit

  beforeAll(async () => {
    kit = await ProgrammeKit.open(database)
  })
  afterAll(() => kit.close())

  const texts = { imprint: 'Impressum', privacy: 'Datenschutz', accessibility: null, senderName: 'Team' }

  test('the eight formats are there once, though server and worker start together', async () => {
    await kit.run(async (tx) => {
      await tx.db.deleteAll(FormatVersionEntity)
      await tx.db.deleteAll(FormatEntity)
    })
    await Promise.all([kit.formats.seed(), kit.formats.seed()])
    const formats = await kit.formats.list()
    expect(formats.map(({ key }) => key)).toEqual([...FORMATS])
    expect(formats.find(({ key }) => key === 'webinar')).toMatchObject({ name: 'Webinar', version: 1, defaults: { mode: 'online', capacity: null } })
  })

  test('a new event takes the newest version, an old one keeps its own', async () => {
    const before = (await kit.formats.current(kit.transactions.read, 'workshop'))!
    const old = await kit.event({ format: 'workshop' })
    await kit.run(async (tx) => {
      const { formatId } = await tx.db.findOneByOrFail(FormatVersionEntity, { id: before.versionId })
      await tx.db.insert(FormatVersionEntity, {
        id: old, formatId, version: 2, settings: { ...before.settings, capacity: 8 } as never, createdAt: kit.clock.now(),
      })
    })
    const event = async (id: string) => (await kit.lookup.eventForRegistration(id))!
    expect(await event(await kit.event({ format: 'workshop' }))).toMatchObject({ capacity: 8, formatVersionId: old })
    expect(await event(old)).toMatchObject({ capacity: 30, formatVersionId: before.versionId })
  })

  test('an organisation becomes a host with an address of its own; its texts are read by it', async () => {
    const first = await kit.organisation('Stadt Köln', false)
    expect((await kit.hosts.view(first)).host).toBeNull()
    await kit.run((tx) => kit.hosts.save(tx, first, texts, staff))
    const second = await kit.organisation('Stadt Köln', false)
    await kit.run((tx) => kit.hosts.save(tx, second, { ...texts, imprint: null }, staff))
    expect((await kit.hosts.view(second)).host).toMatchObject({ slug: 'stadt-koeln-2', imprint: null, privacy: 'Datenschutz', senderName: 'Team' })
    expect(await kit.hosts.publicHost('stadt-koeln', 'en')).toEqual({
      host: { slug: 'stadt-koeln', name: 'Stadt Köln', hasImprint: true, hasPrivacy: true, hasAccessibility: false, hasEasyLanguage: false, signVideoUrl: null },
      imprint: 'Impressum', privacy: 'Datenschutz', accessibility: null, easy: null, contact: null, jurisdiction: null, arbitration: null,
    })
    expect(await kit.hosts.publicHost('stadt-bonn', 'de')).toBeNull()
    expect((await kit.hosts.views('KÖLN')).map(({ id }) => id).sort()).toEqual([first, second].sort())
    expect(await kit.hosts.views('Bonn')).toEqual([])
  })

  test('every wording of an information text is kept, the same words make no new version', async () => {
    const organisationId = await kit.organisation('Landkreis', false)
    const save = (privacy: string) => kit.run((tx) => kit.hosts.save(tx, organisationId, { ...texts, privacy }, staff))
    const hostId = (await save('Fassung eins'))!
    const first = await kit.notices.current(kit.transactions.read, 'privacy', hostId, 'de')
    await save('Fassung eins')
    await save('Fassung zwei')
    const now = await kit.notices.current(kit.transactions.read, 'privacy', hostId, 'en')
    expect([first, now]).toMatchObject([{ version: 1, body: 'Fassung eins' }, { version: 2, body: 'Fassung zwei', language: 'de' }])
    await kit.run((tx) => kit.notices.save(tx, { kind: 'privacy', ownerId: hostId, language: 'en', body: 'Version one' }, staff))
    expect(await kit.notices.current(kit.transactions.read, 'privacy', hostId, 'en')).toMatchObject({ version: 1, body: 'Version one' })
    expect(await kit.transactions.read.countBy(NoticeEntity, { ownerId: hostId, kind: 'privacy' })).toBe(3)
  })

  test('what the law asks of a host is kept, and stays where it is not said; the privacy text shows its version', async () => {
    const organisationId = await kit.organisation('Stadt mit Pflichten', false)
    const duties = { senderEmail: 'barrierefrei@stadt.example', jurisdiction: 'DE' as const, arbitration: 'Ombudsfrau', easyLanguage: 'Das ist leicht.', signVideoUrl: 'https://video.example/dgs' }
    const save = (more: object) => kit.run((tx) => kit.hosts.save(tx, organisationId, { ...texts, ...more }, staff))
    await save({ privacy: 'Eins', ...duties })
    kit.clock.advance(86_400_000)
    await save({ privacy: 'Zwei' })
    const { host } = await kit.hosts.view(organisationId)
    expect(host).toMatchObject({ ...duties, privacyVersion: { version: 2, validFrom: kit.clock.now().toISOString() } })
    expect(await kit.hosts.publicHost(host!.slug, 'de')).toMatchObject({ easy: 'Das ist leicht.', contact: duties.senderEmail, jurisdiction: 'DE', host: { hasEasyLanguage: true, signVideoUrl: duties.signVideoUrl } })
    await expect(save({ senderEmail: 'keine Adresse' })).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/host/senderEmail', code: 'field.email_spaces' }] })
    expect((await kit.hosts.view(organisationId)).host).toMatchObject({ senderEmail: duties.senderEmail })
  })

  test('a new host has the wordings of consent that the form shows, in both languages', async () => {
    const hostId = (await kit.run(async (tx) => kit.hosts.save(tx, await kit.organisations.create(tx, { name: 'Amt', shortName: null, land: null, street: null, postcode: null, city: null }, staff), texts, staff)))!
    for (const language of LANGUAGES) {
      for (const purpose of CONSENT_PURPOSES) {
        const notice = await kit.notices.current(kit.transactions.read, `consent:${purpose}`, hostId, language)
        expect(notice).toMatchObject({ language, version: 1, body: words(language).vocabulary.consents[purpose] })
      }
    }
  })

  test('imprint and privacy text may change but not vanish', async () => {
    const organisationId = await kit.organisation('Mit Texten')
    const emptied = kit.run((tx) => kit.hosts.save(tx, organisationId, { ...texts, imprint: null, privacy: null }, staff))
    await expect(emptied).rejects.toMatchObject({
      code: 'invalid', errors: [{ pointer: '/host/imprint', code: 'field.required' }, { pointer: '/host/privacy', code: 'field.required' }],
    })
    expect((await kit.hosts.view(organisationId)).host).toMatchObject({ imprint: 'Mit Texten, Rathaus' })
  })

  describe('what is published relies on a host,', () => {
    const refused = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => (error instanceof Problem ? { code: error.code, errors: error.errors } : String(error)))
    const ready = { days: [{ date: '2027-03-12', startsAt: '10:00', endsAt: '16:00' }], venue: { name: 'Kornhaus', street: null, postcode: null, city: 'Ulm', land: null } }
    const facts = (title: string, hosts: { organisationId: string; role: string }[]) => ({ title, kind: 'dialogreihe', summary: null, outlook: null, hosts, public: true })
    const update = (id: string, title: string, hosts: { organisationId: string; role: string }[]) => kit.run((tx) => kit.seriesEditing.update(tx, id, facts(title, hosts), staff))
    const host = (organisationId: string) => ({ organisationId, role: 'veranstalter' })

    /** A series below another, each event of which answers by the hosts of the upper one. */
    async function tree(name: string) {
      const whole = await kit.organisation(`Stadt ${name}`)
      const upper = await kit.series(`Oben ${name}`, [host(whole)])
      const lower = await kit.run((tx) => kit.seriesEditing.create(tx, { ...facts(`Unten ${name}`, []), parentSeriesId: upper }, staff))
      const id = await kit.event({ ...ready, title: `Abend ${name}`, seriesId: lower })
      return { whole, upper, lower, id }
    }

    test('so that a series above gets none without texts, and does not lose the last one; drafts and what names its own hosts are no hindrance', async () => {
      const { whole, upper, lower, id } = await tree('Ulm')
      const bare = await kit.organisation('Land Ohne', false)
      await update(upper, 'Oben', [host(bare)])
      await update(upper, 'Oben', [host(whole)])
      await kit.move(id, 'publish')
      await kit.published({ title: 'Mit eigenem Gastgeber', seriesId: lower })
      const lacks = { code: 'invalid', errors: [{ pointer: '/hosts/1', code: 'field.no_host_text', params: { host: 'Land Ohne', event: 'Abend Ulm' } }] }
      expect(await refused(update(upper, 'Oben', [host(whole), { ...host(bare), role: 'mitveranstalter' }]))).toEqual(lacks)
      expect(await refused(update(lower, 'Unten', [{ organisationId: whole, role: 'kooperation' }, host(bare)]))).toEqual(lacks)
      expect(await refused(update(upper, 'Oben', []))).toEqual({ code: 'invalid', errors: [{ pointer: '/hosts', code: 'field.no_host', params: { event: 'Abend Ulm' } }] })
      expect((await kit.seriesViews.one(everyRight, upper)).hosts).toMatchObject([{ organisationId: whole }])
      expect(fieldMessage('de', 'field.no_host_text', lacks.errors[0]!.params)).toBe('Der Organisation „Land Ohne“ fehlen noch Impressum und Datenschutztext. Tragen Sie beide unter „Organisationen“ ein. Die Veranstaltung „Abend Ulm“ ist schon veröffentlicht, ihr darf das nicht fehlen.')
      // With its texts it may answer; one that only cooperates needs none; and what lacked before keeps nobody from a correction.
      await update(upper, 'Oben', [host(whole), { organisationId: bare, role: 'kooperation' }])
      await kit.run((tx) => kit.hosts.save(tx, bare, texts, staff))
      await update(upper, 'Oben', [host(whole), { ...host(bare), role: 'mitveranstalter' }])
      await kit.run((tx) => tx.db.update(HostEntity, { organisationId: bare }, { imprint: null }))
      await update(upper, 'Oben mit neuem Titel', [host(whole), { ...host(bare), role: 'mitveranstalter' }])
    })

    test('so that its texts are not emptied, and the event is named that needs them', async () => {
      const { whole, id } = await tree('Bonn')
      const empty = () => refused(kit.run((tx) => kit.hosts.save(tx, whole, { ...texts, imprint: null }, staff)))
      expect(await empty()).toEqual({ code: 'invalid', errors: [{ pointer: '/host/imprint', code: 'field.required' }] })
      await kit.move(id, 'publish')
      const params = { host: 'Stadt Bonn', event: 'Abend Bonn' }
      expect(await empty()).toEqual({ code: 'invalid', errors: [{ pointer: '/host/imprint', code: 'field.host_text_needed', params }] })
      expect(fieldMessage('de', 'field.host_text_needed', params)).toBe('Die Veranstaltung „Abend Bonn“ ist veröffentlicht und braucht diesen Text der Organisation „Stadt Bonn“. Ändern Sie ihn, statt ihn zu leeren.')
    })

    test('also when it is published while a host without texts is put above it', async () => {
      const { whole, upper, id } = await tree('Köln')
      const bare = await kit.organisation('Kreis Ohne', false)
      const [written, mayEnd] = [gate(), gate()]
      const changing = kit.run(async (tx) => {
        await kit.seriesEditing.update(tx, upper, facts('Oben', [host(whole), { ...host(bare), role: 'mitveranstalter' }]), staff)
        written.open()
        await mayEnd.opened
      })
      await written.opened
      let isOver = false
      const publishing = refused(kit.move(id, 'publish')).finally(() => (isOver = true))
      // SQLite has it stand in line before it begins.
      while (database.dialect === 'mysql' && !isOver && !(await someWaits())) await pause(150)
      mayEnd.open()
      await changing
      expect(await publishing).toEqual({ code: 'not_publishable', errors: [{ pointer: '/hosts/1', code: 'field.no_host_text', params: { host: 'Kreis Ohne' } }] })
    })

    /** MariaDB draws this table anew only when nobody has read it for 100 ms: whoever asks more often is told the same for ever. */
    const someWaits = async () => {
      const [row] = (await kit.transactions.read.query("SELECT COUNT(*) AS n FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) as [{ n: string }]
      return Number(row.n) > 0
    }
  })

  test('a changed organisation is found by its new name, and the search form knows umlauts', async () => {
    const id = await kit.organisation('Büro für Öffentlichkeit', false)
    expect((await kit.organisations.list('buero fuer')).map((row) => row.id)).toEqual([id])
    await kit.run((tx) => kit.organisations.update(tx, id, { name: 'Amt 12', shortName: null, land: 'DE-BE', street: null, postcode: null, city: 'Berlin' }, staff))
    expect(await kit.organisations.list('öffentlichkeit')).toEqual([])
    expect(await kit.organisations.findByName('Amt 12')).toMatchObject({ id, land: 'DE-BE' })
    expect(await kit.audited(id)).toEqual(['organisation.create', 'organisation.update'])
  })

  test('a series has phases, members and a parent, and keeps its address when it is renamed', async () => {
    const parentSeriesId = await kit.series('Aktionsplan')
    const input = { title: 'Modellprojekt', kind: 'modellprojekt', summary: null, outlook: null, hosts: [], public: true }
    const id = await kit.run((tx) => kit.seriesEditing.create(tx, { ...input, parentSeriesId, runsFrom: '2009', runsUntil: '2011', memberQuota: 40 }, staff))
    const member = await kit.organisation('Gemeinde', false)
    await kit.run(async (tx) => {
      const phases = await kit.seriesEditing.addPhases(tx, id, [{ key: 'umsetzung', title: 'Umsetzung', forEachMember: true }, { key: 'webinar', title: 'Webinare', forEachMember: false }], staff)
      const members = await kit.seriesEditing.addMembers(tx, id, [member, member], staff)
      expect([[...phases.keys()], [...members.keys()]]).toEqual([['umsetzung', 'webinar'], [member]])
      expect(await kit.seriesEditing.addMembers(tx, id, [member], staff)).toEqual(members)
    })
    await kit.run((tx) => kit.seriesEditing.update(tx, id, { ...input, title: 'Neuer Name', public: false, hosts: [{ organisationId: member, role: 'kooperation' }] }, staff))
    expect(await kit.transactions.read.findOneByOrFail(SeriesEntity, { id })).toMatchObject({ slug: 'modellprojekt', title: 'Neuer Name', runsFrom: '2009', memberQuota: 40, publicAt: null })
    expect(await kit.seriesViews.one(everyRight, id)).toMatchObject({ public: false, hosts: [{ organisationId: member, role: 'kooperation', name: 'Gemeinde' }], eventCount: 0 })
    expect(await kit.audited(id)).toEqual(['series.create', 'series.phases', 'series.members', 'series.members', 'series.update'])
  })

  test('roles are replaced as a whole and keep the name of their day', async () => {
    const [a, b] = [await kit.organisation('Alter Name', false), await kit.organisation('B', false)]
    const id = await kit.series('Rollen', [{ organisationId: a, role: 'foerderer' }])
    await kit.run((tx) => kit.organisations.update(tx, a, { name: 'Neuer Name', shortName: null, land: null, street: null, postcode: null, city: null }, staff))
    await kit.run((tx) => kit.facts.setRoles(tx, id, [{ organisationId: b, role: 'kooperation', since: '2010' }, { organisationId: a, role: 'foerderer' }], staff))
    expect((await kit.programme.series('rollen', async () => new Map()))!.roles).toEqual([
      { role: 'kooperation', names: [{ name: 'B', since: '2010', until: null }] },
      { role: 'foerderer', names: [{ name: 'Alter Name', since: null, until: null }] },
    ])
    const twice = kit.run((tx) => kit.facts.setRoles(tx, id, [{ organisationId: b, role: 'kooperation' }, { organisationId: b, role: 'kooperation' }], staff))
    await expect(twice).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/hosts/1', code: 'field.role_twice' }] })
  })
})
