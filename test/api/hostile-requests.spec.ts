import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { openApi } from '../../apps/api/src/app.js'
import { onSqlite } from '../support/databases.js'
import { testConfig } from '../support/rooms.js'

onSqlite('what no browser sends', (database) => {
  let app: NestExpressApplication
  let url: string
  beforeAll(async () => {
    const config = { ...(await testConfig(database)), publicUrl: 'https://dialog.example' }
    app = (await openApi({ config, dist: config.dataDir })).app
    await app.listen(0, '127.0.0.1')
    url = `http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}`
  }, 60_000)
  afterAll(() => app.close())

  const post = (path: string, type: string, body: string) =>
    fetch(url + path, { method: 'POST', redirect: 'manual', headers: { 'content-type': type, origin: 'https://dialog.example' }, body })

  const bodies: [string, string][] = [
    ['application/json', 'null'], ['application/json', '"text"'], ['application/json', '[]'], ['application/json', '{'], ['application/json', '['.repeat(30_000)],
    ['application/json', '{"__proto__":{"formToken":"x"}}'], ['application/x-www-form-urlencoded', 'a=%E0%A4%A&formToken=1&formToken=2'], ['text/plain', 'x'],
    ['application/x-www-form-urlencoded', 'x='.padEnd(70_000, 'x')],
  ]
  const paths = ['/de/veranstaltungen/keine/anmeldung', '/t/a.b', '/t/a.b/bestaetigen', '/t/a.b/abmelden', '/t/a.b/einwilligung', '/anmelden/a.b', '/api/v1/events/keine/registrations', '/api/v1/session', '/api/v1/organisations']

  test.each(paths)('is refused at %s and never a fault of ours', async (path) => {
    const answers = await Promise.all(bodies.map(async ([type, body]) => (await post(path, type, body)).status))
    expect(answers.filter((status) => status < 400 || status > 499)).toEqual([])
  })

  test.each(['/%', '/%00', '/de/veranstaltungen/%E0%A4%A', '/assets/..%2f..%2fpackage.json', '/assets/%00', '/console/assets/nothing.js', '/postfach/..%2fsecret.keys', `/t/${'x'.repeat(4_000)}`])(
    'is not found at %s', async (path) => {
      const answer = await fetch(url + path)
      expect([400, 403, 404]).toContain(answer.status)
      expect(await answer.text()).not.toMatch(/node_modules|at \w+ \(/)
    })
})
