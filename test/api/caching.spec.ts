import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { openApi } from '../../apps/api/src/app.js'
import { onSqlite } from '../support/databases.js'
import { testConfig } from '../support/rooms.js'

onSqlite('caches between us and the reader', (database) => {
  let app: NestExpressApplication
  let url: string
  beforeAll(async () => {
    const config = await testConfig(database)
    app = (await openApi({ config, dist: config.dataDir })).app
    await app.listen(0, '127.0.0.1')
    url = `http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}`
  }, 60_000)
  afterAll(() => app.close())

  test.each(['/api/v1/events', '/api/v1/series', '/api/v1/events/none', '/api/v1/staff/events'])('are told that %s depends on the language asked for', async (path) => {
    expect((await fetch(url + path)).headers.get('vary')).toContain('Accept-Language')
  })

  test('keep nothing of what is for staff', async () => {
    const answer = await fetch(`${url}/api/v1/staff/events`)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store'])
  })
})
