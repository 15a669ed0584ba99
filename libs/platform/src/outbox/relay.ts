import type { Queue } from '../queue/queue.js'

const BATCH = 500

/**
 * Hands ids of committed rows to the queue: the only caller of `Queue.add`. Nobody waits for it, and a queue that is gone
 * costs nothing but time, because the sweeper offers every row again.
 */
export class Relay {
  private waiting: string[] = []
  private handing: Promise<void> | null = null

  constructor(private readonly queue: Queue, private readonly report: (error: unknown) => void) {}

  offer(...ids: string[]): void {
    this.waiting.push(...ids)
    this.handing ??= this.hand()
  }

  /** Resolves when everything offered so far has been handed over or given up. */
  async settled(): Promise<void> {
    await this.handing
  }

  private async hand(): Promise<void> {
    // One turn of the loop gathers the rows of transactions that commit together.
    await new Promise(setImmediate)
    while (this.waiting.length > 0) {
      const ids = this.waiting.splice(0, BATCH)
      try {
        await this.queue.add(ids)
      } catch (error) {
        this.report(error)
        // While the queue is gone ids would come faster than each attempt is given up; the sweeper knows them all.
        this.waiting = []
      }
    }
    // In the same step as the last look: an id offered a moment later starts the next round.
    this.handing = null
  }
}
