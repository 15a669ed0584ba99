import type { Relay } from './relay.js'
import type { Settler } from './settler.js'

const BATCH = 2_000

/**
 * Offers again, every few seconds, whatever is due and was not taken: rows of a process that died between commit and hand-over,
 * rows that a queue lost, rows whose back-off is over, rows of dead workers.
 */
export class Sweeper {
  private timer: NodeJS.Timeout | null = null
  private sweeping: Promise<void> | null = null

  constructor(private readonly settler: Settler, private readonly relay: Relay, private readonly report: (error: unknown) => void) {}

  start(everyMilliseconds: number): void {
    this.timer = setInterval(() => void this.sweep().catch(this.report), everyMilliseconds)
    this.timer.unref()
  }

  /** One round; rounds do not overlap. */
  sweep(): Promise<void> {
    this.sweeping ??= this.round().finally(() => {
      this.sweeping = null
    })
    return this.sweeping
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    await this.sweeping?.catch(this.report)
  }

  private async round(): Promise<void> {
    await this.settler.leases.releaseExpired()
    const due = await this.settler.due(BATCH)
    if (due.length > 0) this.relay.offer(...due)
  }
}
