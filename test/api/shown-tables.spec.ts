import { addresses } from '@app/contracts'
import { AgendaItemEntity, EventEntity } from '@app/events'
import { Transactions } from '@app/platform'
import { schema } from '../../apps/assembly.js'
import { onEachDatabase } from '../support/databases.js'
import { openRooms } from '../support/rooms.js'
import { type PageReader, openReader } from './page-reader.js'

/** Kinds of pages that are kept; each must be met. */
const KINDS = [/^\/(de|en)$/, /^\/de\/reihen\/[^/]+$/, /^\/en\/events\/[^/]+$/, /\/anmeldung$/, /\/please-confirm$/, /\/impressum$/, /\/privacy$/, /\/barrierefreiheit$/, /\/barriere-melden$/, /\/thank-you$/]

onEachDatabase('the tables that public pages show', (database) => {
  let reader: PageReader
  let watched: jest.SpyInstance
  beforeEach(() => {
    watched = jest.spyOn(Transactions.prototype, 'watchReads')
  })
  afterEach(async () => {
    jest.restoreAllMocks()
    await reader.close()
  })

  /** Opens every page that a link leads to, in both languages. */
  async function readAll(): Promise<string[]> {
    const found = new Set(['/de', '/en'])
    for (const path of found) {
      const { html } = await reader.read(path)
      for (const [, href] of html.matchAll(/href="(\/(?:de|en)[^"#?]*)"/g)) found.add(href!)
      if (/\/(anmeldung|registration)$/.test(path)) found.add(`${path}/${path.startsWith('/de') ? 'bitte-bestaetigen' : 'please-confirm'}`)
      if (/\/(barriere-melden|report-a-barrier)$/.test(path)) found.add(`${path}/${path.startsWith('/de') ? 'danke' : 'thank-you'}`)
    }
    return [...found]
  }

  const unstamped = async () => (await Promise.all(watched.mock.results.map(({ value }) => value as ReturnType<Transactions['watchReads']>))).map((made) => made.unstamped)

  test('leave their stamp when they are written, every one of them: places alone are counted under a lock', async () => {
    reader = await openReader(database, { demo: true })
    const paths = await readAll()
    for (const kind of KINDS) expect(paths.some((path) => kind.test(path))).toBe(true)
    const made = await unstamped()
    expect(made).toHaveLength(paths.length)
    expect([...new Set(made.flat())]).toEqual(['participation'])
    // Kept, all of them: one statement each.
    expect(await reader.statements(readAll)).toHaveLength(paths.length)
  }, 120_000)
  test('make a page that nobody keeps when one of them is forgotten, so that it is slow and never wrong', async () => {
    jest.replaceProperty(schema, 'shown', schema.shown.filter((entity) => entity !== AgendaItemEntity))
    reader = await openReader(database, { demo: true })
    const elsewhere = await openRooms(database)
    const { eventId } = await elsewhere.transactions.read.findOneByOrFail(AgendaItemEntity, { public: true })
    const { slug } = await elsewhere.transactions.read.findOneByOrFail(EventEntity, { id: eventId })
    const path = addresses.event('de', slug)
    await reader.read(path)
    expect((await unstamped()).flat()).toContain('agenda_item')
    await elsewhere.transactions.run((tx) => tx.db.update(AgendaItemEntity, { eventId, public: true }, { title: 'Vergessen und doch gezeigt' }))
    expect((await reader.read(path)).html).toContain('Vergessen und doch gezeigt')
    await elsewhere.close()
  }, 120_000)
})
