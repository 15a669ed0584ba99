import type { Queue } from '../queue/queue.js'
import { ROWS_IN_HAND } from './claims.js'
import type { Handlers, Settler } from './settler.js'
import type { Sweeper } from './sweeper.js'

const SWEEP_EVERY_MILLISECONDS = 2_000

/**
 * Lets this process handle the outbox: takes ids from the queue and offers again what was lost. Used by the API where it is the only
 * process, and by the worker elsewhere. PlatformModule ends all of it at shutdown.
 */
export class OutboxWorker {
  /** @param isAlone no other process handles this outbox */
  constructor(private readonly queue: Queue, private readonly settler: Settler, private readonly sweeper: Sweeper, private readonly isAlone: boolean) {}

  async start(handlers: Handlers): Promise<void> {
    if (this.isAlone) await this.settler.leases.releaseOthers()
    this.settler.leases.start()
    await this.queue.consume((id) => this.settler.settle(id, handlers), { concurrency: ROWS_IN_HAND })
    this.sweeper.start(SWEEP_EVERY_MILLISECONDS)
  }
}
