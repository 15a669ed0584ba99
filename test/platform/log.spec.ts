import { OutboxEntity, NestLog, newId, safeError } from '@app/platform'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { onEachDatabase } from '../support/databases.js'
import { Probe, probeIn } from './probe.js'

/** A value as people enter them, with line breaks, which a message spreads over several lines of a stack. */
const canary = 'Canary\nKanarienvogel\n    at Kanarienweg (3)'
const traces = /canary|kanarien/i

onEachDatabase('the log', (database) => {
  const probe = probeIn(database)

  /** Everything that one error leaves in the log, through both ways into it. */
  function logged(error: unknown): string {
    let lines = ''
    const stream = new Writable({ write: (chunk: Buffer, _encoding, next) => { lines += chunk.toString(); next() } })
    const logger = pino({ serializers: { err: safeError } }, stream)
    logger.error({ err: error }, 'work failed')
    new NestLog(logger).error(error)
    return lines
  }
  const failure = async (work: Promise<unknown>): Promise<unknown> => work.then(() => { throw new Error('did not fail') }, (error: unknown) => error)

  const failing: Record<string, () => Promise<unknown>> = {
    'an insert that repeats a unique value': () => probe().transactions.run(async (tx) => {
      for (const id of [newId(), newId()]) {
        await tx.db.insert(OutboxEntity, {
          id, kind: 'test', subjectId: newId(), payload: { note: canary }, dedupeKey: canary, state: 'pending', runAfter: new Date(0), createdAt: new Date(0),
        })
      }
    }),
    'a row that is not found': () => probe().transactions.read.findOneByOrFail(Probe, { note: canary }),
    'a query that is not understood': () => probe().transactions.read.query(`SELECT '${canary}' FROM nowhere WHERE note = ?`, [canary]),
    'a value that its column refuses': () => probe().transactions.run((tx) =>
      tx.db.insert(OutboxEntity, { id: newId(), kind: canary, subjectId: newId(), payload: {}, state: canary as 'pending', runAfter: new Date(0), createdAt: new Date(0) })),
  }

  test.each(Object.keys(failing))('holds nothing of the values of %s, but tells what kind of error it was and where', async (name) => {
    const error = await failure(failing[name]!())
    expect(`${String(error)}${JSON.stringify(error)}`).toMatch(traces)
    const text = logged(error)
    expect(text).not.toMatch(traces)
    expect(text).toContain((error as Error).name)
    expect(text).toMatch(/at .*(log\.spec|transactions)\.ts/)
  })

  test('holds nothing of the values of an error of the driver itself, or of the cause of another error', async () => {
    const error = await failure(failing['an insert that repeats a unique value']!())
    const { driverError } = error as { driverError: Error }
    expect(driverError).toBeInstanceOf(Object)
    expect(logged(driverError)).not.toMatch(traces)
    expect(logged(new Error('work failed', { cause: error }))).not.toMatch(traces)
    expect(logged(new AggregateError([error], 'several'))).not.toMatch(traces)
  })

  test('tells of several failures at once what each of them was, and what caused an error', () => {
    const many = new AggregateError([new Error('the first'), new RangeError('the second')], '2 events could not be moved on.')
    expect(safeError(many)).toMatchObject({ message: many.message, errors: [{ message: 'the first' }, { type: 'RangeError', message: 'the second' }] })
    expect(safeError(new Error('The queue cannot be reached.', { cause: new Error('Redis does not answer.') }))).toMatchObject({ cause: { message: 'Redis does not answer.' } })
  })

  test('keeps message and code of other errors', () => {
    const error = Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED', errno: -111 })
    expect(safeError(error)).toMatchObject({ type: 'Error', message: 'connect refused', code: 'ECONNREFUSED', errno: -111 })
    expect((safeError(error) as { stack: string }).stack).toContain('log.spec')
    expect(safeError('text')).toEqual({ message: 'text' })
  })
})
