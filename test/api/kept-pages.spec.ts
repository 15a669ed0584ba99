import { Organisations, OrganisationEntity } from '@app/contacts'
import { addresses } from '@app/contracts'
import { EventEditing, EventFacts, EventEntity, Hosts, HostEntity, NoticeEntity, Notices, SeriesEditing, type EventChange } from '@app/events'
import { Confirmations, ParticipationEntity, Places, Withdrawals } from '@app/participants'
import { DATA_SOURCES, type DataSources, type Tx } from '@app/platform'
import { systemActor } from '@app/staff'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms } from '../support/rooms.js'
import { type PageReader, openReader } from './page-reader.js'

onEachDatabase('pages that are kept', (database) => {
  /** Servers on one database; SQLite has one server, and what else writes there is the command line. */
  const readers: PageReader[] = []
  /** Everything is changed here, through connections of its own: for each of the servers this is another process. */
  let elsewhere: Rooms
  let hostId: string
  let organisationId: string

  beforeAll(async () => {
    readers.push(await openReader(database))
    if (database.dialect === 'mysql') readers.push(await openReader(database, { beside: true }))
    elsewhere = await openRooms(database)
    const texts = { imprint: 'Stiftung Beispiel, Musterallee 1', privacy: 'Wir fragen nach wenig.', accessibility: null, senderName: null }
    await elsewhere.transactions.run(async (tx) => {
      organisationId = await elsewhere.get(Organisations).create(tx, { name: 'Stiftung Beispiel', shortName: null, land: null, street: null, postcode: null, city: null }, systemActor)
      hostId = (await elsewhere.get(Hosts).save(tx, organisationId, texts, systemActor))!
    })
  }, 90_000)
  afterAll(async () => {
    await elsewhere.close()
    for (const reader of readers) await reader.close()
  })

  const locked = <T>(id: string, work: (tx: Tx) => Promise<T>) => elsewhere.transactions.runLocked({ table: 'event', id }, work)
  const change = (id: string, patch: EventChange) => locked(id, (tx) => elsewhere.get(EventEditing).change(tx, id, patch, systemActor))
  const hosted = async () => {
    const id = await plantEvent(elsewhere, { capacity: 3 })
    await elsewhere.transactions.run((tx) => elsewhere.get(EventFacts).setRoles(tx, id, [{ organisationId, role: 'veranstalter' }], systemActor))
    await change(id, { venue: { name: 'Kornhaus', street: null, postcode: '89073', city: 'Ulm', land: 'DE-BW' } })
    return { id, path: addresses.event('de', `event-${id}`) }
  }
  /** Every server shows the one before and the other one at the first request after it. */
  const turns = async (path: string, before: string | RegExp, work: () => Promise<unknown>, after: string | RegExp) => {
    for (const reader of readers) expect((await reader.read(path)).html).toMatch(before)
    await work()
    for (const reader of readers) {
      const { html, etag } = await reader.read(path)
      expect(html).toMatch(after)
      expect(await reader.status(path, etag)).toBe(304)
    }
  }

  const without = (words: string) => new RegExp(`^(?!.*${words})`, 's')

  test('are given out after one statement, whole or as 304, and made anew for nobody', async () => {
    const { path } = await hosted()
    for (const { read, status, statements } of readers) {
      const { etag } = await read(path)
      const [whole, revalidated] = [await statements(() => read(path)), await statements(() => status(path, etag))]
      expect([whole.length, revalidated.length]).toEqual([1, 1])
    }
  })

  test('show what staff has changed at the next request, in every process', async () => {
    const { id, path } = await hosted()
    const facts = elsewhere.get(EventFacts)
    const run = (work: (tx: Tx) => Promise<unknown>) => elsewhere.transactions.run(work)
    await turns(path, 'Teilhabe vor Ort', () => change(id, { title: 'Ankommen in der Stadt' }), 'Ankommen in der Stadt')
    await turns(path, /Kornhaus/, () => change(id, { venue: { name: 'Stadthaus', street: null, postcode: '89073', city: 'Ulm', land: 'DE-BW' } }), /Stadthaus/)
    const easy = addresses.eventEasy('de', path.split('/').at(-1)!)
    for (const { status } of readers) expect(await status(easy)).toBe(404)
    await turns(path, without('Leichter Sprache'), () => change(id, { easyLanguage: 'Das ist leicht.' }), new RegExp(`href="${easy}"`))
    await turns(easy, /Das ist leicht\./, () => change(id, { easyLanguage: 'Das ist sehr leicht.' }), /Das ist sehr leicht\./)
    await turns(path, without('video.example'), () => change(id, { signVideoUrl: 'https://video.example/dgs' }), /href="https:\/\/video\.example\/dgs"/)
    await change(id, { easyLanguage: null })
    for (const { read, status } of readers) expect([await status(easy), (await read(path)).html.includes('Leichter Sprache')]).toEqual([404, false])
    await turns(path, without('Begrüßung'), () => change(id, { agenda: [{ kind: 'other', title: 'Begrüßung', description: null, date: null, startsAt: null, endsAt: null, room: null, speakers: [] }] }), /Begrüßung/)
    await turns(path, /Alle 3 Plätze/, () => locked(id, (tx) => elsewhere.get(Places).setCapacity(tx, id, 30, systemActor)), /Alle 30 Plätze/)
    await turns(path, without('Ada Muster'), () => run((tx) => facts.addContribution(tx, id, { role: 'moderation', nameShown: 'Ada Muster', state: 'agreed' }, systemActor)), /Ada Muster/)
    await turns(path, without('Handreichung'), () => run((tx) => facts.addDocument(tx, id, { kind: 'study', title: 'Handreichung', state: 'published' } as never, systemActor)), /Handreichung/)
    await turns(path, without('Gefördert durch'), () => run((tx) => facts.addFunding(tx, id, { claim: 'Gefördert durch den Fonds' }, systemActor)), /Gefördert durch den Fonds/)
    await turns(path, without('Reihe A'), async () => {
      const seriesId = await run((tx) => elsewhere.get(SeriesEditing).create(tx, { title: 'Reihe A', kind: 'dialogreihe', summary: null, outlook: null, hosts: [], public: true }, systemActor))
      await run((tx) => tx.db.update(EventEntity, { id }, { seriesId: seriesId as string }))
    }, /Reihe A/)
    await locked(id, (tx) => elsewhere.get(EventEditing).move(tx, id, 'cancel', null, systemActor))
    for (const { read } of readers) expect((await read(path)).html).toContain('abgesagt')
    await run((tx) => tx.db.update(EventEntity, { id }, { visibility: 'invited' }))
    for (const { status } of readers) expect(await status(path)).toBe(404)
  })

  test('show every seat that is taken or given back, on the page of the event, its form and the start page', async () => {
    const { id, path } = await hosted()
    const title = `Plätze ${id}`
    await change(id, { title })
    const [token] = await registerPeople(elsewhere, id, [person(1)])
    const onHome = (places: string) => new RegExp(`${title}(?:(?!<h3>).)*${places}`, 's')
    await turns('/de', onHome('Alle 3 Plätze'), async () => {
      await turns(path, /Alle 3 Plätze/, () => elsewhere.get(Confirmations).confirm(token!), /Noch 2 von 3/)
    }, onHome('Noch 2 von 3'))
    const { id: participationId } = await elsewhere.transactions.read.findOneByOrFail(ParticipationEntity, { eventId: id })
    await turns(path, /Noch 2 von 3/, () => elsewhere.get(Withdrawals).withdraw(participationId, systemActor), /Alle 3 Plätze/)
  })

  test('show the texts of a host, its name and the wording of consents', async () => {
    const { slug } = await elsewhere.transactions.read.findOneByOrFail(HostEntity, { id: hostId })
    const { path, id } = await hosted()
    const run = (work: (tx: Tx) => Promise<unknown>) => elsewhere.transactions.run(work)
    const texts = { imprint: 'Stiftung Beispiel, Hauptstraße 7', privacy: 'Wir fragen nach nichts.', accessibility: 'Alles geht.', senderName: null }
    await turns(addresses.legal('de', slug, 'imprint'), /Musterallee 1/, () => run((tx) => elsewhere.get(Hosts).save(tx, organisationId, texts, systemActor)), /Hauptstraße 7/)
    for (const { read } of readers) {
      expect((await read(addresses.legal('de', slug, 'privacy'))).html).toContain('Wir fragen nach nichts.')
      expect((await read(addresses.legal('de', slug, 'accessibility'))).html).toContain('Alles geht.')
    }
    await turns(addresses.legal('de', slug, 'imprint'), /Stiftung Beispiel<\/p>/, () => run((tx) => tx.db.update(OrganisationEntity, { id: organisationId }, { name: 'Stiftung Neu' })), /Stiftung Neu<\/p>/)
    const { kind } = await elsewhere.transactions.read.findOneByOrFail(NoticeEntity, { ownerId: hostId, kind: 'consent:photo' })
    const wording = `Neuer Wortlaut ${id}`
    await run((tx) => elsewhere.get(Notices).save(tx, { kind: kind as never, ownerId: hostId, language: 'de', body: wording }, systemActor))
    for (const { read } of readers) expect((await read(addresses.registration('de', path.split('/').at(-1)!))).html).toContain(wording)
  })

  test('change their words when their time has come', async () => {
    const { id, path } = await hosted()
    await elsewhere.transactions.run((tx) => tx.db.update(EventEntity, { id }, { opensAt: new Date('2026-12-01T08:00:00.500Z'), closesAt: new Date('2026-12-10T23:00:00Z') }))
    await elsewhere.transactions.run((tx) => elsewhere.get(EventFacts).addDocument(tx, id, { kind: 'study', title: 'Sperrfrist', state: 'published', embargoUntil: new Date('2026-12-05T10:00:00Z') } as never, systemActor))
    for (const { clock, read, status } of readers) {
      const at = async (instant: string) => {
        clock.set(instant)
        return read(path)
      }
      const before = await at('2026-12-01T08:00:00.499Z')
      expect(before.html).not.toContain('/anmeldung"')
      const open = await at('2026-12-01T08:00:00.500Z')
      expect(open.html).toContain('/anmeldung"')
      expect(await status(path, before.etag)).toBe(200)
      expect(open.html).not.toContain('Sperrfrist')
      expect((await at('2026-12-05T10:00:00.000Z')).html).toContain('Sperrfrist')
      expect((await at('2026-12-10T23:00:00.000Z')).html).not.toContain('/anmeldung"')
    }
  })

  test('move what is over to the past at midnight', async () => {
    const id = await plantEvent(elsewhere, { title: 'Gestern noch' })
    for (const { clock, read } of readers) {
      clock.set('2027-04-14T21:59:59.000Z')
      const past = (html: string) => html.slice(html.indexOf('<ul class="past">')).includes(`event-${id}`) && html.includes('<ul class="past">')
      expect(past((await read('/de')).html)).toBe(false)
      clock.set('2027-04-14T22:00:00.000Z')
      expect(past((await read('/de')).html)).toBe(true)
      clock.set('2026-11-25T09:00:00.000Z')
    }
  })

  test('have the form\'s token of each reader, and nothing that another one typed', async () => {
    const { path, id } = await hosted()
    const form = addresses.registration('de', `event-${id}`)
    for (const { clock, read, url } of readers) {
      const token = async () => /name="formToken" value="([^"]+)"/.exec((await read(form)).html)![1]!
      const first = await token()
      clock.advance(5_000)
      const second = await token()
      expect(first).not.toBe(second)
      const body = new URLSearchParams({ formToken: second, familyName: 'Geheim', email: 'kein-at' })
      clock.advance(60_000)
      const refused = await fetch(url + form, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
      expect([refused.status, refused.headers.get('cache-control')]).toEqual([422, 'no-store'])
      expect(await refused.text()).toContain('value="Geheim"')
      for (const page of [form, path]) expect((await read(page)).html).not.toContain('Geheim')
      expect((await fetch(url + form)).headers.get('cache-control')).toBe('no-store')
    }
  })

  // Without the stamp a page would stay as it was: the test above can fail.
  test('stay as they are when somebody writes past the door', async () => {
    const { id, path } = await hosted()
    const [reader] = readers
    await reader!.read(path)
    await elsewhere.get<DataSources>(DATA_SOURCES).writer.query(`UPDATE event SET title = 'Vorbei' WHERE id = '${id}'`)
    expect((await reader!.read(path)).html).not.toContain('Vorbei')
    await elsewhere.transactions.run((tx) => tx.db.query(`UPDATE event SET subtitle = 'Durch die Tür' WHERE id = '${id}'`))
    expect((await reader!.read(path)).html).toContain('Vorbei')
  })
})
