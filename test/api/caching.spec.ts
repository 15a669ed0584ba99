import { onSqlite } from '../support/databases.js'
import { type PageReader, openReader } from './page-reader.js'

onSqlite('caches between us and the reader', (database) => {
  let reader: PageReader
  let url: string
  beforeAll(async () => {
    reader = await openReader(database, { demo: true })
    url = reader.url
  }, 60_000)
  afterAll(() => reader.close())

  test.each(['/api/v1/events', '/api/v1/series', '/api/v1/events/none', '/api/v1/staff/events'])('are told that %s depends on the language asked for', async (path) => {
    expect((await fetch(url + path)).headers.get('vary')).toContain('Accept-Language')
  })

  test('keep nothing of what is for staff', async () => {
    const answer = await fetch(`${url}/api/v1/staff/events`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store'])
  })
  test('are told that a page is revalidated by a tag, which differs from language to language', async () => {
    const [de, en] = [await reader.read('/de'), await reader.read('/en')]
    expect(de.etag).toMatch(/^"[\w-]+"$/)
    expect(de.etag).not.toBe(en.etag)
    expect([await reader.status('/de', de.etag), await reader.status('/en', en.etag)]).toEqual([304, 304])
    expect([await reader.status('/de', en.etag), await reader.status('/en', de.etag), await reader.status('/de', '"old"')]).toEqual([200, 200, 200])
    expect(await reader.status('/de', `"old", W/${de.etag}`)).toBe(304)
  })

  test('get no words with a 304 and none with HEAD, but the same tag', async () => {
    const { etag, html } = await reader.read('/de')
    for (const [method, status] of [['GET', 304], ['HEAD', 304], ['HEAD', 200]] as const) {
      const headers: Record<string, string> = status === 304 ? { 'if-none-match': etag, 'cache-control': 'max-age=0' } : {}
      const answer = await fetch(`${url}/de`, { method, headers })
      expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control'), await answer.text()]).toEqual([status, etag, 'no-cache', ''])
      if (status === 200) expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(html)))
    }
  })

  test('may keep no page that says that something is not there', async () => {
    const answer = await fetch(`${url}/de/veranstaltungen/nirgends`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control') ?? 'no-store').toMatch(/no-store|no-cache/)
  })
})
