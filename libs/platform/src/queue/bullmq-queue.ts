import { Queue as Bull, Worker } from 'bullmq'
import { Redis, type RedisOptions } from 'ioredis'
import type { Queue } from './queue.js'

const NAME = 'outbox'

/**
 * The queue on Redis. Jobs carry the outbox id and nothing else, are removed once taken, and are never retried by BullMQ:
 * retry belongs to the outbox, one policy in both modes. A job id must not be a bare number nor hold a colon.
 */
export class BullmqQueue implements Queue {
  private readonly bull: Bull
  private readonly connections: Redis[] = []
  private worker: Worker | null = null

  constructor(private readonly url: string, private readonly report: (error: unknown) => void, private readonly prefix = 'dialogwerk') {
    // A request must not hang on a Redis that is gone: commands fail at once and the sweeper offers the row later.
    this.bull = new Bull(NAME, { connection: this.connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1 }), prefix: this.prefix })
    this.bull.on('error', this.report)
  }

  async add(ids: readonly string[]): Promise<void> {
    await this.bull.addBulk(
      ids.map((id) => ({ name: 'settle', data: {}, opts: { jobId: `row-${id}`, removeOnComplete: true, removeOnFail: true, attempts: 1 } })),
    )
  }

  async consume(work: (id: string) => Promise<void>, { concurrency }: { concurrency: number }): Promise<void> {
    this.worker = new Worker(NAME, (job) => work(job.id!.slice('row-'.length)).catch(this.report), {
      connection: this.connect({ maxRetriesPerRequest: null }),
      prefix: this.prefix,
      concurrency,
    })
    this.worker.on('error', this.report)
  }

  async close(): Promise<void> {
    await this.worker?.close()
    await this.bull.close()
    for (const connection of this.connections) connection.disconnect()
  }

  private connect(options: RedisOptions): Redis {
    const connection = new Redis(this.url, { ...options, retryStrategy: (attempt: number) => Math.min(attempt * 100, 2_000) })
    connection.on('error', this.report)
    this.connections.push(connection)
    return connection
  }
}
