import Papa from 'papaparse'
import readXlsx from 'read-excel-file/node'
import { type EventDetail, type EventSent, type RegistrationSent, addresses, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded, startProduction } from '../support/installation.js'
import { type Letter, readCalendar } from '../support/mailbox.js'
import { dayAhead } from '../support/staff-event.js'
import { type Loose, Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'
import type { VisitorPage } from '../support/visitor-page.js'
import { wholeBody } from '../support/whole-body.js'

const FIRST = dayAhead(60)
const SECOND = dayAhead(61)
const TITLE = 'Teilhabe vor Ort verankern'
const SAVE = /^Angaben speichern$/
const PASSWORD = 'Ein langes Passwort für Mainz'

describe('the main job, embedded: SQLite, queue in the process, mails as files', () => mainJob(() => startEmbedded()))
describeWith(['mariadb', 'redis'], 'the main job, production: MariaDB, Redis, SMTP, two workers', () => mainJob(() => startProduction()))

/** One day in the life of an event, told in order: each test stands on the one before. */
function mainJob(start: () => Promise<Installation>): void {
  let installation: Installation
  let staff: Staff
  let event: EventDetail
  let organisationId: string
  let seriesSlug: string
  const visitor = () => new Visitor(installation.url)
  const reload = async () => { event = await staff.call(operations.readStaffEvent, { params: { id: event.id } }) }
  const people = (query: Record<string, unknown> = {}) => staff.call(operations.listParticipants, { params: { id: event.id }, query: query })
  const personOf = async (familyName: string) => (await people()).items.find((row) => row.familyName === familyName)!
  const linkIn = (letter: Letter, pattern: RegExp) => {
    const found = pattern.exec(letter.text)?.[0]
    if (!found) throw new Error(`No link ${pattern} in:\n${letter.text}`)
    return found
  }
  const confirmLink = (letter: Letter) => linkIn(letter, /http\S+\/t\/\S+\/bestaetigen/)
  const personalLink = (letter: Letter) => linkIn(letter, /http\S+\/t\/[\w.-]+(?=\s)/)
  const register = (values: Record<string, string | readonly string[]>, language: 'de' | 'en' = 'de') =>
    visitor().open(addresses.registration(language, event.slug)).then((form) => visitor().send(form, values))
  const confirm = async (letter: Letter): Promise<VisitorPage> => {
    const page = await visitor().open(confirmLink(letter))
    return visitor().send(page)
  }

  beforeAll(async () => { installation = await start() }, 90_000)
  afterAll(() => installation?.kill())

  it('lets staff in by the printed link once, then by the password chosen there', async () => {
    const link = installation.signInLink!
    const printed = await visitor().open(link)
    expect([printed.status, printed.forms.length]).toEqual([200, 1])
    staff = await Staff.byLink(installation)
    expect(staff.session).toMatchObject({ needsPassword: true, mode: installation.mode, demo: false })
    expect((await visitor().open(link)).forms).toEqual([])
    expect(await staff.refused(operations.setPassword, { body: { password: 'zu kurz', current: null } })).toMatchObject({ status: 422, errors: [{ pointer: '/password', code: 'field.password_short' }] })
    await staff.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
    const { email } = staff.session!.account
    const { cookies } = staff.visitor
    const left = new Map(cookies)
    await staff.call(operations.signOut)
    expect(cookies.size).toBe(0)
    for (const [name, value] of left) cookies.set(name, value)
    expect(await staff.refused(operations.readSession)).toMatchObject({ code: 'not_signed_in' })
    await expect(Staff.byPassword(installation.url, email, 'ein falsches Passwort')).rejects.toThrow('sign_in_failed')
    staff = await Staff.byPassword(installation.url, email.toUpperCase(), PASSWORD, staff.app)
    expect(staff.session).toMatchObject({ needsPassword: false })
  })

  it('says that it is ready, and shows a mailbox in embedded mode alone', async () => {
    expect(await (await visitor().raw('/health/ready')).json()).toEqual({ status: 'ready' })
    const isEmbedded = installation.mode === 'embedded'
    expect((await visitor().open('/postfach')).status).toBe(isEmbedded ? 200 : 404)
    expect(installation.api.output.includes('/postfach')).toBe(isEmbedded)
  })

  it('takes an organisation with the texts of a host, a series, and an event from a format', async () => {
    const organisation = await staff.call(operations.createOrganisation, { body: { name: 'Landesbüro für Integration', shortName: 'LfI', land: 'DE-RP', city: 'Mainz', host: null } })
    organisationId = organisation.id
    const series = await staff.call(operations.createSeries, { body: { title: 'Zukunftsdialog Integration', summary: 'Das Land hört zu.', hosts: [{ organisationId, role: 'veranstalter' }] } })
    seriesSlug = series.slug
    const sent: EventSent = {
      format: 'zukunftsdialog', seriesId: series.id, title: TITLE, guidingQuestion: 'Wie wird Integration eine feste Aufgabe vor Ort?',
      regions: ['DE-RP', 'DE-SL'], capacity: 2, hosts: [{ organisationId, role: 'veranstalter' }],
    }
    event = await staff.call(operations.createEvent, { body: sent })
    expect(event).toMatchObject({ state: 'planned', visible: false, datePrecision: 'unknown', format: 'zukunftsdialog', capacity: 2, waitingList: true, admission: 'open', regions: ['DE-RP', 'DE-SL'] })
  })

  it('refuses to publish while something is missing, names all of it, and publishes then', async () => {
    const params = { id: event.id }
    const refusal = await staff.refused(operations.moveEvent, { params, body: { verb: 'publish' } })
    expect(refusal).toMatchObject({ status: 409, code: 'not_publishable' })
    expect(refusal.errors!.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/days field.no_date', '/hosts/0 field.no_host_text', '/venue field.no_place'])
    for (const { detail } of refusal.errors!) expect(detail).toMatch(/^[A-ZÄÖÜ].+\.$/)
    await staff.call(operations.updateOrganisation, {
      params: { id: organisationId },
      body: wholeBody(operations.updateOrganisation, {
        expectedRevision: 0, name: 'Landesbüro für Integration', shortName: 'LfI', land: 'DE-RP', city: 'Mainz',
        host: { imprint: 'Landesbüro für Integration, Kaiserstraße 1, 55116 Mainz', privacy: 'Verantwortlich ist das Landesbüro.', accessibility: 'Diese Seiten sind barrierefrei.', senderName: 'Dialogteam Mainz' },
      }),
    })
    await staff.call(operations.updateEvent, {
      params,
      body: {
        days: [{ date: FIRST, startsAt: '11:00', endsAt: '18:00' }, { date: SECOND, startsAt: '09:00', endsAt: '13:30' }],
        venue: { name: 'Kurfürstliches Schloss', street: 'Peter-Altmeier-Allee 9', postcode: '55116', city: 'Mainz', land: 'DE-RP' },
        agenda: [
          { kind: 'keynote', title: 'Was wir gelernt haben', date: FIRST, startsAt: '11:00', endsAt: '12:00', speakers: [{ name: 'Dr. Łucja Wiśniewska', office: 'Beauftragte' }] },
          { kind: 'workshop', title: 'Ankommen in der Kita', date: SECOND, startsAt: '09:00', endsAt: '11:00', room: 'Saal 2' },
        ],
      },
    })
    event = await staff.call(operations.moveEvent, { params, body: { verb: 'publish' } })
    expect(event).toMatchObject({ state: 'inviting', visible: true, hiddenBecause: [], firstDay: FIRST, lastDay: SECOND })
    expect(event.verbs).toEqual(expect.arrayContaining(['close', 'cancel']))
  })

  it.each(['de', 'en'] as const)('shows it to everybody on the pages in %s', async (language) => {
    const home = await visitor().open(addresses.home(language))
    expect(home.language).toBe(language)
    const series = await visitor().follow(home, /^Zukunftsdialog Integration$/)
    expect(series.url).toBe(installation.url + addresses.series(language, seriesSlug))
    const page = await visitor().follow(series, new RegExp(TITLE))
    expect(page.url).toBe(installation.url + addresses.event(language, event.slug))
    expect(page.heading).toContain(TITLE)
    for (const fact of ['Kurfürstliches Schloss', 'Mainz', '11:00', 'Was wir gelernt haben', 'Dr. Łucja Wiśniewska', 'Ankommen in der Kita', 'Rheinland-Pfalz', 'Landesbüro für Integration']) {
      expect(page.text).toContain(language === 'en' ? fact.replace('Rheinland-Pfalz', 'Rhineland-Palatinate') : fact)
    }
    expect(page.text).toContain(language === 'de' ? 'Alle 2 Plätze sind frei' : 'All 2 places are free')
    const imprint = await visitor().follow(page, language === 'de' ? /^Impressum$/ : /^(Imprint|Legal notice)$/)
    expect(imprint.text).toContain('Kaiserstraße 1, 55116 Mainz')
  })

  it('shows it to other systems', async () => {
    const read = async (path: string): Promise<unknown> => (await visitor().raw(path)).json()
    expect(await read('/api/v1/series')).toMatchObject({ items: [{ slug: seriesSlug, nextEvent: { slug: event.slug } }] })
    expect(await read('/api/v1/events')).toMatchObject({ items: [{ slug: event.slug, registration: { open: true, places: { capacity: 2, taken: 0, free: 2, waiting: 0 } } }] })
    expect(await read(`/api/v1/events/${event.slug}`)).toMatchObject({ title: TITLE, agenda: [{ title: 'Was wir gelernt haben' }, { title: 'Ankommen in der Kita' }] })
  })

  const letters: Record<string, Letter> = {}

  it('takes registrations by form and by API and sends each a link to confirm', async () => {
    const sent = await register({
      givenName: 'Elif', familyName: 'Şahin', email: 'Elif.Sahin@stadt.example', organisation: 'Stadt Worms', office: 'Integrationsbeauftragte', land: 'DE-RP', group: 'kommune',
      phone: '+49 6241 853-0', salutation: 'frau', consents: ['photo'],
    })
    expect(sent.statuses).toEqual([303, 200])
    expect(sent.url).toBe(installation.url + addresses.registrationSent('de', event.slug))
    const body: Loose<RegistrationSent> = { givenName: 'Séamus', familyName: 'O’Connor', email: 'seamus@stiftung.example', organisation: 'Stiftung Brücke', land: 'DE-SL', group: 'stiftung', language: 'en', phone: '069 1234567', consents: [] }
    const accepted = await visitor().raw(`/api/v1/events/${event.slug}/registrations`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    expect([accepted.status, await accepted.json()]).toEqual([202, { status: 'check_your_mail', message: expect.stringContaining('mail') }])
    await register({ givenName: 'Łukasz', familyName: 'Żółć', email: 'lukasz@verein.example', organisation: '=SUMME(1;2)', group: 'zivilgesellschaft', language: 'de' }, 'en')
    letters.elif = await installation.mails.waitFor('elif.sahin@stadt.example', /^Bitte bestätigen Sie Ihre Anmeldung: Teilhabe/)
    letters.seamus = await installation.mails.waitFor('seamus@stiftung.example', /^Please confirm your registration: Teilhabe/)
    letters.lukasz = await installation.mails.waitFor('lukasz@verein.example', /^Bitte bestätigen Sie/)
    for (const letter of Object.values(letters)) expect(letter.calendar).toBeNull()
    expect((await people()).counts).toMatchObject({ unconfirmed: 3, confirmed: 0 })
  })

  it('changes nothing when a link is opened, however often: mail gateways open every one', async () => {
    const before = await installation.tables()
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD', 'GET', 'HEAD']) {
      const answer = await visitor().raw(confirmLink(letters.elif!), { method })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      await answer.arrayBuffer()
    }
    expect(await installation.tables()).toEqual(before)
  })

  it('gives the places in the order of confirmation and puts the third on the waiting list', async () => {
    const page = await confirm(letters.elif!)
    expect(page.statuses).toEqual([303, 200])
    expect(page.text).toContain('Ihr Platz ist bestätigt.')
    letters.elif = await installation.mails.waitFor('elif.sahin@stadt.example', /^Platz bestätigt/)
    expect((await confirm(letters.seamus!)).language).toBe('en')
    letters.seamus = await installation.mails.waitFor('seamus@stiftung.example', /^Place confirmed/)
    const third = await confirm(letters.lukasz!)
    expect(third.text).toMatch(/Warteliste, Platz 1\b/)
    letters.lukasz = await installation.mails.waitFor('lukasz@verein.example', /^Warteliste/)
    expect(letters.lukasz.text).toContain('an 1. Stelle')
    expect(letters.lukasz.calendar).toBeNull()
    for (const letter of [letters.elif, letters.seamus]) {
      expect(letter.calendar).toMatchObject({
        method: 'REQUEST', status: 'CONFIRMED', sequence: 0, summary: TITLE, start: `${FIRST}T11:00:00`, end: `${SECOND}T13:30:00`, attendee: letter.to[0],
      })
      expect(letter.text).toContain('Landesbüro für Integration')
    }
    expect(letters.elif.calendar!.uid).not.toBe(letters.seamus.calendar!.uid)
    expect((await people()).counts).toMatchObject({ unconfirmed: 0, confirmed: 2, waiting: 1 })
  })

  it('says by letter, not on the page, that an address is registered already', async () => {
    const unknown = await register({ givenName: 'Neu', familyName: 'Neu', email: 'neu@neu.example' })
    await installation.mails.waitFor('neu@neu.example', /^Bitte bestätigen/)
    const known = await register({ givenName: 'Elif', familyName: 'Şahin', email: 'elif.sahin@STADT.example' })
    expect([known.url, known.html]).toEqual([unknown.url, unknown.html])
    const letter = await installation.mails.waitFor('elif.sahin@stadt.example', /^Ihre Anmeldung besteht bereits/)
    expect(letter.text).toContain('Ihr Platz ist bestätigt.')
    expect(personalLink(letter)).toBe(personalLink(letters.elif!))
    expect((await people({ q: 'Sahin' })).total).toBe(1)
  })

  it('lets people change their data and fetch the calendar entry on their own page', async () => {
    const page = await visitor().open(personalLink(letters.elif!))
    expect(page.formWith(SAVE).filled({}).get('organisation')).toBe('Stadt Worms')
    const wrong = await visitor().send(page, { phone: 'keine Nummer' }, SAVE)
    expect(wrong.status).toBe(422)
    expect(wrong.title).toMatch(/^Fehler: /)
    const saved = await visitor().send(page, { organisation: 'Stadt Worms, Stabsstelle', title: 'Dr.' }, SAVE)
    expect(saved.text).toContain('Ihre Angaben sind gespeichert.')
    expect(await personOf('Şahin')).toMatchObject({ organisation: 'Stadt Worms, Stabsstelle', title: 'Dr.', phone: '+49 6241 853-0', salutation: 'frau' })
    const file = await visitor().raw(page.link(/Kalendereintrag/))
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const { uid, sequence, start } = letters.elif!.calendar!
    expect(readCalendar(await file.text())).toMatchObject({ uid, sequence, start })
  })

  it('frees the place of who withdraws, takes the entry back and lets the next one move up', async () => {
    const manage = await visitor().open(personalLink(letters.seamus!))
    const ask = await visitor().follow(manage, /withdraw|cancel/i)
    expect((await people({ standing: 'confirmed' })).total).toBe(2)
    const done = await visitor().send(ask)
    expect(done.forms).toEqual([])
    const goodbye = await installation.mails.waitFor('seamus@stiftung.example', /^Cancelled/)
    const { uid, sequence } = letters.seamus!.calendar!
    expect(goodbye.calendar).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid, sequence: sequence + 1 })
    letters.lukasz = await installation.mails.waitFor('lukasz@verein.example', /^Ein Platz ist frei geworden/)
    expect(letters.lukasz.calendar).toMatchObject({ method: 'REQUEST', sequence: 0, start: `${FIRST}T11:00:00` })
    expect((await people()).counts).toMatchObject({ confirmed: 2, waiting: 0, withdrawn: 1 })
    expect((await visitor().open(personalLink(letters.seamus!))).text).not.toContain('Calendar')
  })

  it('finds people by the letters of a keyboard and by filters that stand in the address', async () => {
    expect((await people({ q: 'SAHIN' })).items.map(({ familyName }) => familyName)).toEqual(['Şahin'])
    expect((await people({ q: 'zolc lukasz' })).items.map(({ familyName }) => familyName)).toEqual(['Żółć'])
    expect((await people({ q: 'oconnor' })).total).toBe(1)
    expect((await people({ standing: 'confirmed,withdrawn', land: 'DE-SL' })).items.map(({ familyName }) => familyName)).toEqual(['O’Connor'])
    expect((await people({ group: 'kommune' })).total).toBe(1)
    expect((await people({ q: 'niemand' })).total).toBe(0)
    const first = await people({ limit: 1 })
    const second = await people({ limit: 200, after: first.next! })
    expect([first.items.length + second.items.length, first.total]).toEqual([4, 4])
    expect(await staff.refused(operations.listParticipants, { params: { id: event.id }, query: { standing: 'sitting' } })).toMatchObject({ status: 422, errors: [{ code: 'field.choice' }] })
  })

  it('takes people by hand, says with numbers when the event is full, and lets more capacity move people up', async () => {
    const params = { id: event.id }
    const added = await staff.call(operations.addParticipant, { params, body: { givenName: 'Thị Minh Khai', familyName: 'Nguyễn', email: 'khai@kirche.example', phone: '0049 30 1' } })
    expect(added).toMatchObject({ standing: 'waiting', waitingPosition: 1, origin: 'staff' })
    await installation.mails.waitFor('khai@kirche.example', /^Warteliste/)
    expect(await staff.refused(operations.addParticipant, { params, body: { familyName: 'Nguyễn', email: 'KHAI@kirche.example' } })).toMatchObject({ code: 'already_registered', errors: [{ pointer: '/email' }] })
    const paper = await staff.call(operations.addParticipant, { params, body: { familyName: 'Ohne Adresse', email: null } })
    expect(paper).toMatchObject({ email: null, standing: 'waiting', waitingPosition: 2 })
    const correction = (familyName: string, email: string) => wholeBody(operations.editParticipant, { familyName, email })
    const correct = (participantId: string, familyName: string, email: string) => staff.call(operations.editParticipant, { params: { ...params, participantId }, body: correction(familyName, email) })
    expect(await correct(paper.id, 'Mit Adresse', 'papier@kirche.example')).toMatchObject({ familyName: 'Mit Adresse', standing: 'waiting', waitingPosition: 2 })
    await installation.mails.waitFor('papier@kirche.example', /^Warteliste/)
    const taken = { params: { ...params, participantId: paper.id }, body: correction('Mit Adresse', 'khai@kirche.example') }
    expect(await staff.refused(operations.editParticipant, taken)).toMatchObject({ code: 'already_registered', errors: [{ pointer: '/email' }] })
    const verb = (participantId: string, body: { verb: 'confirm' | 'wait' | 'refuse' | 'withdraw'; reason?: string }) => staff.call(operations.moveParticipant, { params: { ...params, participantId }, body })
    const full = await staff.refused(operations.moveParticipant, { params: { ...params, participantId: added.id }, body: { verb: 'confirm' } })
    expect(full).toMatchObject({ status: 409, code: 'event_full', detail: 'Alle 2 Plätze sind vergeben. Erhöhen Sie zuerst die Platzzahl.' })
    expect(await staff.refused(operations.updateEvent, { params, body: { capacity: 1 } })).toMatchObject({ code: 'capacity_below_taken', errors: [{ pointer: '/capacity' }] })
    expect((await staff.call(operations.updateEvent, { params, body: { capacity: 3 } }))).toMatchObject({ capacity: 3, taken: 3, waiting: 1 })
    expect((await installation.mails.waitFor('khai@kirche.example', /^Ein Platz ist frei/)).calendar).toMatchObject({ method: 'REQUEST' })
    expect(await verb(paper.id, { verb: 'refuse', reason: 'Zu spät.' })).toMatchObject({ standing: 'refused' })
    expect(await verb(added.id, { verb: 'wait' })).toMatchObject({ standing: 'waiting', waitingPosition: 1 })
    expect((await installation.mails.waitFor('khai@kirche.example', /^Warteliste/)).calendar).toMatchObject({ method: 'CANCEL', sequence: 1 })
    expect(await verb(added.id, { verb: 'confirm' })).toMatchObject({ standing: 'confirmed', waitingPosition: null })
    expect((await installation.mails.waitFor('khai@kirche.example', /./)).calendar).toMatchObject({ method: 'REQUEST', sequence: 2 })
  })

  it('exports the list as it is filtered, as CSV for German Excel', async () => {
    const { content, headers } = await staff.download(operations.attendanceCsv, { params: { id: event.id }, query: { standing: 'confirmed', columns: 'all' } })
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="anwesenheitsliste-.+\.csv"$/)
    expect([...content.subarray(0, 3)]).toEqual([0xEF, 0xBB, 0xBF])
    const text = content.toString('utf8').slice(1)
    expect(text.split('\r\n')[0]).toContain('Nachname;Vorname;')
    const rows = Papa.parse<Record<string, string>>(text, { delimiter: ';', header: true, skipEmptyLines: true }).data
    expect(rows.map((row) => row.Nachname)).toEqual((await people({ standing: 'confirmed' })).items.map(({ familyName }) => familyName))
    expect(rows).toHaveLength(3)
    expect(rows.find((row) => row.Nachname === 'Şahin')).toMatchObject({ Telefon: '+49 6241 853-0', 'E-Mail': 'Elif.Sahin@stadt.example', Land: 'Rheinland-Pfalz' })
    expect(rows.find((row) => row.Nachname === 'Nguyễn')).toMatchObject({ Telefon: '0049 30 1' })
    expect(rows.find((row) => row.Nachname === 'Żółć')).toMatchObject({ Organisation: "'=SUMME(1;2)" })
  })

  it('exports the list as XLSX with text in every cell', async () => {
    const { content, headers } = await staff.download(operations.attendanceXlsx, { params: { id: event.id }, query: { q: 'oconnor', columns: 'all' } })
    expect(headers.get('content-type')).toBe(operations.attendanceXlsx.answer)
    const [head, ...rows] = await readXlsx(content) as string[][]
    expect(rows).toHaveLength(1)
    expect(rows[0]![head!.indexOf('Telefon')]).toBe('069 1234567')
    const all = await readXlsx((await staff.download(operations.attendanceXlsx, { params: { id: event.id }, query: { columns: 'all' } })).content) as string[][]
    expect(all).toHaveLength((await people()).total + 1)
    expect(all.flat().find((cell) => cell?.includes('SUMME'))).toBe('=SUMME(1;2)')
  })

  it('tells everybody with an entry in the calendar when the date moves, and nobody when a text does', async () => {
    await staff.call(operations.updateEvent, { params: { id: event.id }, body: { subtitle: 'Zukunftsdialog in Mainz' } })
    await reload()
    const [first, second] = [dayAhead(67), dayAhead(68)]
    await staff.call(operations.updateEvent, {
      params: { id: event.id },
      body: {
        days: [{ date: first, startsAt: '11:00', endsAt: '18:00' }, { date: second, startsAt: '09:00', endsAt: '13:30' }],
        agenda: event.agenda.map(({ id: _id, ...item }) => ({ ...item, date: item.date === FIRST ? first : second })),
      },
    })
    const known: [string, Letter][] = [['elif.sahin@stadt.example', letters.elif!], ['lukasz@verein.example', letters.lukasz!]]
    for (const [address, letter] of known) {
      const update = await installation.mails.waitFor(address, /^Aktualisiert/)
      const { uid, sequence } = letter.calendar!
      expect(update.calendar).toMatchObject({ method: 'REQUEST', uid, sequence: sequence + 1, start: `${first}T11:00:00` })
    }
    await installation.mails.waitFor('khai@kirche.example', /^Aktualisiert/)
    await installation.tables()
    expect(await installation.mails.count('elif.sahin@stadt.example', /^Aktualisiert/)).toBe(1)
    expect(await installation.mails.count('seamus@stiftung.example', /^(Updated|Aktualisiert)/)).toBe(0)
  })

  it('has everything after a restart, sessions and personal links included', async () => {
    const before = [await people(), await staff.call(operations.listStaffEvents), await staff.call(operations.listStaffSeries)]
    await installation.restart()
    expect([await people(), await staff.call(operations.listStaffEvents), await staff.call(operations.listStaffSeries)]).toEqual(before)
    expect((await visitor().open(personalLink(letters.elif!))).formWith(SAVE).filled({}).get('organisation')).toBe('Stadt Worms, Stabsstelle')
    // The organiser has a password now, so no link lies about in the log.
    expect(installation.signInLink).toBeNull()
  })

  it('calls the event off and takes every entry back', async () => {
    const cancelled = await staff.call(operations.moveEvent, { params: { id: event.id }, body: { verb: 'cancel', reason: 'Das Schloss steht nicht zur Verfügung.' } })
    expect(cancelled).toMatchObject({ state: 'cancelled' })
    const letter = await installation.mails.waitFor('elif.sahin@stadt.example', /^Abgesagt/)
    expect(letter.calendar).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: letters.elif!.calendar!.uid, sequence: 2 })
    expect(letter.text).toContain('findet nicht statt')
    expect(letter.text).toContain('Das Schloss steht nicht zur Verfügung.')
    for (const address of ['lukasz@verein.example', 'khai@kirche.example']) {
      expect((await installation.mails.waitFor(address, /^Abgesagt/)).calendar).toMatchObject({ method: 'CANCEL' })
    }
    const page = await visitor().open(addresses.event('de', event.slug))
    expect(page.text).toContain('Die Veranstaltung ist abgesagt.')
    expect((await visitor().raw(`/api/v1/events/${event.slug}/registrations`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ familyName: 'Zu spät', email: 'spaet@spaet.example' }) })).status).toBe(409)
    await installation.tables()
    expect(await installation.mails.count('seamus@stiftung.example', /^Cancelled/)).toBe(1)
  })

  it('ends with exit code 0 when it is asked to', async () => {
    await installation.stop()
    for (const { output } of [installation.api, ...installation.workers]) expect(output).not.toMatch(/"level":(50|60)/)
  })
}
