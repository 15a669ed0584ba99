import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addresses, operations } from '@app/contracts'
import { CONFIG, type Config } from '@app/platform'
import { routesOf } from '../access/routes.js'
import { onSqlite } from '../support/databases.js'
import { publishEvent } from '../support/staff-event.js'
import { type TestApi, openTestApi } from '../support/test-api.js'
import { EVIL, namesRepeated, waysOut } from './led-astray.js'

onSqlite('nobody is led astray', (database) => {
  let api: TestApi
  let paths: string[]
  let headers: Record<string, string>

  beforeAll(async () => {
    api = await openTestApi(database)
    const event = await publishEvent(api.staff)
    const hostSlug = /\/gastgeber\/([^/"]+)\//.exec((await api.stranger().visitor.open(addresses.event('de', event.slug))).html)![1]!
    // Slugs for public addresses, ids for those of the console's operations.
    const pathOf = (route: string) => route.replace(/\/\*\w+/, '/x').replace(/:(\w+)/g, (_, name: string) => (route.includes('gastgeber') || route.includes('/hosts/') ? hostSlug : name === 'id' ? event.id : event.slug))
    paths = [...new Set(routesOf(api.app).filter((route) => route.startsWith('GET ')).map((route) => pathOf(route.slice(4))))]
    headers = { cookie: [...api.staff.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const { publicUrl } = api.rooms.get<Config>(CONFIG)
    expect(publicUrl).not.toContain(EVIL)
  }, 60_000)
  afterAll(() => api.app.close())

  test('by a name that a request gives the server: links come from the configured address', async () => {
    expect(paths.length).toBeGreaterThan(40)
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(api.url + path, { headers, redirect: 'manual' })).status))
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(25)
    expect(await namesRepeated(api.url, paths, headers)).toEqual([])
    const { publicUrl } = api.rooms.get<Config>(CONFIG)
    const page = await api.stranger().visitor.raw(addresses.home('de'))
    expect([page.status, (await page.text()).includes(new URL(publicUrl).origin)]).toEqual([200, true])
  }, 180_000)

  test('by an address to go to afterwards, in a parameter or in the path', async () => {
    expect(await waysOut(api.url, paths, headers)).toEqual([])
    // Where forms and sign-in lead is written in the program: whatever is added to their address changes nothing.
    const answer = await api.stranger().send(operations.signIn, { query: { next: `//${EVIL}` }, body: { email: 'a@b.example', password: 'x' } })
    expect([answer.status, answer.headers.get('location')]).toEqual([401, null])
  }, 180_000)

  test('would be found on a server that does both', async () => {
    const server = createServer((request, response) => {
      const url = new URL(request.url!.startsWith('//') ? `http:${request.url!}` : request.url!, 'http://planted')
      const next = url.searchParams.get('next')
      if (next) return response.writeHead(302, { location: next }).end()
      if (request.url!.startsWith('//')) return response.writeHead(301, { location: `${request.url!}/` }).end()
      response.end(`<a href="http://${request.headers['x-forwarded-host'] ?? request.headers.host}/">`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      expect(await namesRepeated(base, ['/'])).toEqual(['/ repeats host', '/ repeats host', '/ repeats x-forwarded-host', '/ repeats x-forwarded-proto, x-forwarded-host, x-forwarded-port'])
      const out = await waysOut(base, ['/'])
      expect(out).toContain(`//${EVIL}`)
      expect(out.filter((path) => path.startsWith('/?')).length).toBeGreaterThanOrEqual(6)
    } finally {
      server.close()
    }
  })
})
