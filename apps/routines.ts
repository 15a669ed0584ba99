import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { EventClockwork } from '@app/events'
import { UnconfirmedExpiry } from '@app/participants'
import { LOGGER, type Logger } from '@app/platform'
import { AuditChain } from '@app/staff'
import { NightlyRetention } from './privacy/nightly-retention.js'

const MINUTE = 60_000

/** What time itself brings about: events open, close and end, unconfirmed registrations go, the audit log is sealed, what is no longer needed is deleted. Safe to run in several processes. */
@Injectable()
export class Routines implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> | null = null

  constructor(
    private readonly events: EventClockwork,
    private readonly unconfirmed: UnconfirmedExpiry,
    private readonly auditChain: AuditChain,
    private readonly retention: NightlyRetention,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

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
    await this.logged(() => this.events.advance())
    await this.logged(() => this.unconfirmed.run())
    await this.logged(() => this.auditChain.seal())
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
