import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Queue as Bull, Worker } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import type { Queue } from './queue.js'

const NAME = 'outbox'

/** How long a worker may say nothing before the ids it took are given to another one, and how often this is looked at: well within a lease of the outbox. */
const TAKEN_MILLISECONDS = 10_000
const LOOK_EVERY_MILLISECONDS = 5_000

/** How long anybody waits for a Redis that does not answer. */
const PATIENCE_MILLISECONDS = 1_000

/**
 * The queue on Redis. Jobs carry the outbox id and nothing else, are removed once taken, and are never retried by BullMQ:
 * retry belongs to the outbox, one policy in both modes. A job id must not be a bare number nor hold a colon.
 */
export class BullmqQueue implements Queue {
  private readonly connections = new Set<Redis>()
  private readonly running = new Set<Promise<void>>()
  private readonly sender: Redis
  private bull: Bull | null = null
  private worker: Worker | null = null
  private closing: Promise<void> | null = null

  constructor(private readonly url: string, private readonly report: (error: unknown) => void, private readonly prefix = 'dialogwerk') {
    this.sender = this.connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  }

  /** Rejects after at most 2 s: nobody hangs on a Redis that is gone or silent, and the sweeper offers the row later. */
  async add(ids: readonly string[]): Promise<void> {
    if (this.closing) throw new Error('The queue is closed.')
    try {
      await this.send(ids)
    } catch (cause) {
      throw new Error('The queue cannot be reached.', { cause })
    }
  }

  async consume(work: (id: string) => Promise<void>, { concurrency }: { concurrency: number }): Promise<void> {
    this.worker = new Worker(NAME, (job) => this.take(work, job.id!.slice('row-'.length)), {
      connection: this.connect({ maxRetriesPerRequest: null }),
      prefix: this.prefix,
      concurrency,
      runRetryDelay: 1_000,
      // While the id of a dead worker's row still counts as taken, BullMQ refuses to queue it once more.
      lockDuration: TAKEN_MILLISECONDS,
      stalledInterval: LOOK_EVERY_MILLISECONDS,
    })
    this.worker.on('error', this.report)
  }

  close(): Promise<void> {
    this.closing ??= this.end()
    return this.closing
  }

  /** BullMQ's side of the queue begins when Redis is there: one that failed at its first command would fail for ever. */
  private opened(): Bull {
    if (this.bull) return this.bull
    const bull = new Bull(NAME, { connection: this.sender, prefix: this.prefix })
    bull.on('error', this.report)
    bull.waitUntilReady().catch(() => {
      if (this.bull === bull) this.bull = null
    })
    return (this.bull = bull)
  }

  private async send(ids: readonly string[]): Promise<void> {
    if (this.sender.status !== 'ready') await once(this.sender, 'ready', { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) })
    const sent = this.opened().addBulk(
      ids.map((id) => ({ name: 'settle', data: {}, opts: { jobId: `row-${id}`, removeOnComplete: true, removeOnFail: true, attempts: 1 } })),
    )
    if (await isInTime(sent, PATIENCE_MILLISECONDS)) return void (await sent)
    // What a silent Redis was sent must not pile up here: a new connection begins with nothing.
    this.sender.disconnect(true)
    throw new Error('Redis does not answer.')
  }

  private async take(work: (id: string) => Promise<void>, id: string): Promise<void> {
    const run = work(id).catch(this.report)
    this.running.add(run)
    await run
    this.running.delete(run)
  }

  private async end(): Promise<void> {
    const workerClosed = this.worker?.close() ?? Promise.resolve()
    // BullMQ would wait for a Redis that is gone; we wait for the work in hand only.
    do {
      await Promise.all(this.running)
    } while (!(await isInTime(workerClosed, PATIENCE_MILLISECONDS)) && this.running.size > 0)
    await isInTime(this.bull?.close() ?? Promise.resolve(), PATIENCE_MILLISECONDS)
    for (const connection of this.connections) hangUp(connection)
  }

  private connect(options: RedisOptions): Redis {
    const retryStrategy = (attempt: number) => (this.closing ? null : Math.min(attempt * 100, 2_000))
    const connection = this.watched(new Redis(this.url, { ...options, retryStrategy }))
    // BullMQ waits for jobs on a connection of its own, which must end with ours even when Redis is gone.
    const duplicate = connection.duplicate.bind(connection)
    connection.duplicate = (override) => this.watched(duplicate(override))
    return connection
  }

  private watched(connection: Redis): Redis {
    connection.on('error', this.report)
    this.connections.add(connection)
    return connection
  }
}

/** ioredis leaves a connection that is between two attempts as it is, and BullMQ waiting for its end: one more attempt ends both. */
function hangUp(connection: Redis): void {
  if (connection.status === 'reconnecting') connection.connect().then(() => connection.disconnect(), () => undefined)
  else if (connection.status !== 'end') connection.disconnect()
}

/** Whether a promise settles within so many milliseconds. */
async function isInTime(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController()
  try {
    return await Promise.race([
      promise.then(() => true, () => true),
      pause(milliseconds, false, { signal: timer.signal }),
    ])
  } finally {
    timer.abort()
  }
}
