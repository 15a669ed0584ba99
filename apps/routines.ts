import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { EventClockwork } from '@app/events'
import { UnconfirmedExpiry } from '@app/participants'
import { Clock, LOGGER, type Logger, SteadyClock } from '@app/platform'
import { AuditChain } from '@app/staff'
import { NightlyRetention } from './privacy/nightly-retention.js'

const MINUTE = 60_000

/** What time itself brings about: events open, close and end, unconfirmed registrations go, the audit log is sealed, what is no longer needed is deleted. Safe to run in several processes. */
@Injectable()
export class Routines implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> | null = null
  private readonly steady: SteadyClock

  constructor(
    private readonly events: EventClockwork,
    private readonly unconfirmed: UnconfirmedExpiry,
    private readonly auditChain: AuditChain,
    private readonly retention: NightlyRetention,
    @Inject(LOGGER) private readonly logger: Logger,
    clock: Clock,
  ) {
    this.steady = new SteadyClock(clock, (milliseconds) => {
      logger.warn({ seconds: Math.round(milliseconds / 1000) }, 'the clock was set: events move on and data is deleted after it has gone evenly for an hour')
    })
  }

  start(): void {
    this.timer = setInterval(() => void this.run(), MINUTE)
    this.timer.unref()
    void this.run()
  }

  /** One round; a fault is logged and the next round tries again. */
  run(): Promise<void> {
    this.running ??= this.round().finally(() => {
      this.running = null
    })
    return this.running
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    await this.running
  }

  private async round(): Promise<void> {
    await this.logged(() => this.auditChain.seal())
    // What is closed or deleted because the clock was wrong comes back by hand at best.
    if (!this.steady.isBelieved()) return
    await this.logged(() => this.events.advance())
    await this.logged(() => this.unconfirmed.run())
    await this.logged(() => this.retention.run())
  }

  /** Each routine for itself: an event that cannot be moved on must not keep data that is to be deleted. */
  private async logged(routine: () => Promise<number>): Promise<void> {
    try {
      await routine()
    } catch (error) {
      this.logger.error({ err: error }, 'routine failed')
    }
  }
}
