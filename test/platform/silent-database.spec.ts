import { type DataSources, closeDataSources, openDataSources, storeFaultOf } from '@app/platform'
import { MariadbServer, describeWith } from '../services/index.js'
import { temporaryFolder } from '../support/databases.js'
import { probeSchema } from './probe.js'

const SILENCE_MS = 2_000

/** Keeps the whole process from doing anything; the turn of the event loop that follows begins with its timers. */
async function holdUp(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

describeWith('mariadb', 'a database server', () => {
  const folder = temporaryFolder()
  let server: MariadbServer
  let sources: DataSources
  beforeAll(async () => {
    server = await MariadbServer.start()
    sources = await openDataSources({ databaseUrl: await server.createDatabase('silent'), dataDir: folder() }, probeSchema, SILENCE_MS)
  }, 60_000)
  afterAll(async () => {
    await closeDataSources(sources)
    await server.stop()
  })

  const asked = (count: number, sql: string) => Promise.allSettled(Array.from({ length: count }, () => sources.reader.query(sql)))

  test('that says nothing refuses everybody after a while, those who wait for a connection too, and nobody once it speaks again', async () => {
    await asked(3, 'SELECT 1')
    server.pause()
    const began = performance.now()
    let answers: PromiseSettledResult<unknown>[]
    try {
      answers = await asked(100, 'SELECT 1')
    } finally {
      server.goOn()
    }
    expect(new Set(answers.map((answer) => (answer.status === 'rejected' ? storeFaultOf(answer.reason) : 'answered')))).toEqual(new Set(['gone']))
    // Three silences and a connection that cannot be made, not one for each ten of the hundred.
    expect(performance.now() - began).toBeLessThan(3 * SILENCE_MS + 10_000)
    expect((await asked(20, 'SELECT 1')).map(({ status }) => status)).toEqual(Array(20).fill('fulfilled'))
  }, 60_000)

  test('that is slow, but gets on, is waited for however long the line is', async () => {
    const began = performance.now()
    const answers = await asked(60, 'SELECT SLEEP(0.5)')
    expect(performance.now() - began).toBeGreaterThan(SILENCE_MS)
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([])
  }, 60_000)

  test('is not called silent by a process that was itself held up for longer', async () => {
    await asked(10, 'SELECT 1')
    const answers = asked(60, 'SELECT SLEEP(0.1)')
    // Ten are under way and fifty wait for a connection.
    await new Promise((resolve) => setTimeout(resolve, 50))
    await holdUp(SILENCE_MS + 1_000)
    expect((await answers).filter(({ status }) => status === 'rejected')).toEqual([])
  }, 60_000)

  test.each([
    ['we give them', 30, 6_000],
    ['the server gives them', 2, 4_000],
  ])('is not called silent by a process that was held up while its connections were made, for longer than %s', async (_who, connectSeconds, milliseconds) => {
    await sources.writer.query(`SET GLOBAL connect_timeout = ${connectSeconds}`)
    const fresh = await openDataSources({ databaseUrl: server.url('silent'), dataDir: folder() }, probeSchema, 30_000)
    const answers = Promise.allSettled(Array.from({ length: 30 }, () => fresh.reader.query('SELECT 1')))
    await holdUp(milliseconds)
    expect((await answers).filter(({ status }) => status === 'rejected')).toEqual([])
    await closeDataSources(fresh)
  }, 60_000)

  test('that is given time for one long statement, as by a migration, may take it', async () => {
    const patient = await openDataSources({ databaseUrl: server.url('silent'), dataDir: folder() }, probeSchema)
    await expect(patient.writer.query('SELECT SLEEP(3) AS slept')).resolves.toBeDefined()
    await closeDataSources(patient)
    await expect(sources.writer.query('SELECT SLEEP(3) AS slept')).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  }, 60_000)
})
