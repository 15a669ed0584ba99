import { Metrics } from '../../apps/metrics/metrics.js'
import { announceRequest } from '../../apps/metrics/request-channel.js'
import { MetricsServer } from '../../apps/metrics/metrics-server.js'
import { Confirmations } from '@app/participants'
import { type Config, ConfigError, DATA_SOURCES, type DataSources, closeDataSources, readConfig } from '@app/platform'
import { freePort } from '../services/index.js'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { type Rooms, openRooms, testConfig } from '../support/rooms.js'

const METRICS_TOKEN = 'a-token-for-the-tests-alone'

onEachDatabase('metrics', (database) => {
  let rooms: Rooms
  let config: Config
  const open = (more: Partial<Config> = {}) => new Metrics({ ...config, metricsToken: METRICS_TOKEN, ...more }, rooms.transactions, rooms.clock)
  const linesOf = async (metrics: Metrics, about: 'everything' | 'process' = 'everything') => (await metrics.text(about)).split('\n')

  beforeAll(async () => {
    rooms = await openRooms(database)
    config = await testConfig(database)
    const eventId = await plantEvent(rooms, { capacity: 1 })
    const tokens = await registerPeople(rooms, eventId, [1, 2, 3].map((n) => person(n)))
    for (const token of tokens.slice(0, 2)) await rooms.get(Confirmations).confirm(token)
  }, 60_000)
  afterAll(() => rooms.close())

  it('count the rows as they stand, and tell how long the oldest due work has waited', async () => {
    rooms.clock.advance(90_000)
    const metrics = open()
    expect(await linesOf(metrics)).toEqual(expect.arrayContaining([
      'dialogwerk_database_up 1', 'dialogwerk_events{state="inviting"} 1', 'dialogwerk_outbox_oldest_due_seconds 90',
      'dialogwerk_outbox_rows{kind="participation.changed",state="pending"} 2', 'dialogwerk_outbox_rows{kind="participation.unconfirmed",state="pending"} 3',
      'dialogwerk_participations{answer="accepted",place="confirmed"} 1', 'dialogwerk_participations{answer="accepted",place="waiting"} 1', 'dialogwerk_participations{answer="unconfirmed",place="none"} 1',
    ]))
    metrics.onApplicationShutdown()
  })

  it('count requests by pattern and time while they are on, and nothing while they are off', async () => {
    const metrics = open()
    for (const milliseconds of [4, 40, 40, 6_000]) announceRequest({ method: 'GET', route: '/t/:token', status: 200, milliseconds })
    const lines = await linesOf(metrics)
    expect(lines).toEqual(expect.arrayContaining([
      'dialogwerk_http_requests_total{method="GET",route="/t/:token",status="200"} 4', 'dialogwerk_http_request_seconds_bucket{le="0.005"} 1',
      'dialogwerk_http_request_seconds_bucket{le="0.05"} 3', 'dialogwerk_http_request_seconds_bucket{le="5"} 3', 'dialogwerk_http_request_seconds_bucket{le="+Inf"} 4', 'dialogwerk_http_request_seconds_count 4',
    ]))
    metrics.onApplicationShutdown()
    announceRequest({ method: 'GET', route: '/t/:token', status: 200, milliseconds: 1 })
    expect((await linesOf(metrics)).filter((line) => line.endsWith('status="200"} 4'))).toHaveLength(1)
    const off = open({ metricsToken: null })
    expect([off.isOn, off.mayRead('Bearer null'), off.mayRead('Bearer '), off.mayRead(undefined)]).toEqual([false, false, false, false])
  })

  it('are for the bearer of the token', () => {
    const metrics = open()
    expect([`Bearer ${METRICS_TOKEN}`, `Bearer ${METRICS_TOKEN} `, METRICS_TOKEN, 'Bearer', ''].map((header) => metrics.mayRead(header))).toEqual([true, false, false, false, false])
    metrics.onApplicationShutdown()
  })

  it('say that the database is gone', async () => {
    const metrics = open()
    await closeDataSources(rooms.get<DataSources>(DATA_SOURCES))
    const lines = await linesOf(metrics)
    expect(lines).toContain('dialogwerk_database_up 0')
    expect(lines.join('\n')).not.toContain('dialogwerk_outbox_rows')
    metrics.onApplicationShutdown()
    rooms = await openRooms(database)
  })
})

describe('the configuration of metrics', () => {
  it('needs a token that cannot be guessed, and one for the port', () => {
    expect(() => readConfig({ METRICS_TOKEN: 'short' })).toThrow(/METRICS_TOKEN must have at least 16 characters/)
    expect(() => readConfig({ METRICS_PORT: '9464' })).toThrow(/METRICS_PORT is set, but METRICS_TOKEN is not/)
    expect(readConfig({ METRICS_TOKEN })).toMatchObject({ metricsToken: METRICS_TOKEN, metricsPort: 0 })
  })

  it('is told in a sentence when two workers want one port', async () => {
    const config = readConfig({ METRICS_TOKEN, METRICS_PORT: String(await freePort()) })
    const [first, second] = [0, 1].map(() => new MetricsServer(config, { mayRead: () => false } as unknown as Metrics))
    await first!.start()
    await expect(second!.start()).rejects.toThrow(ConfigError)
    await first!.onApplicationShutdown()
  })
})
