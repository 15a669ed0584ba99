import { createHash, timingSafeEqual } from 'node:crypto'
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { CONFIG, Clock, type Config, Transactions } from '@app/platform'
import { type Figure, exposition } from './exposition.js'
import { ProcessFigures } from './process-figures.js'
import { RequestFigures } from './request-figures.js'
import { RowFigures } from './row-figures.js'

/** Counting rows takes longer the more there are, so several readers within this time share one count. */
const ROWS_KEPT_MILLISECONDS = 5_000

/** All figures of this process, for whoever has METRICS_TOKEN. Without it nothing is measured. */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  private readonly own: { process: ProcessFigures; requests: RequestFigures } | null
  private readonly rows: RowFigures
  private counted: { at: number; figures: Promise<Figure[]> } | null = null

  constructor(@Inject(CONFIG) private readonly config: Config, transactions: Transactions, clock: Clock) {
    this.own = config.metricsToken === null ? null : { process: new ProcessFigures(), requests: new RequestFigures() }
    this.rows = new RowFigures(transactions, clock)
  }

  /** Whether metrics are on at all. */
  get isOn(): boolean {
    return this.own !== null
  }

  /** @param authorization the header of the request, `Bearer …`; compared in constant time */
  mayRead(authorization: string | undefined): boolean {
    const { metricsToken } = this.config
    return metricsToken !== null && authorization !== undefined && timingSafeEqual(digest(authorization), digest(`Bearer ${metricsToken}`))
  }

  /** @param about `everything` for the api; a worker tells of itself only, so that sums over processes count no row twice */
  async text(about: 'everything' | 'process'): Promise<string> {
    const info: Figure = { name: 'dialogwerk_info', help: 'The way of running.', type: 'gauge', samples: [{ labels: { mode: this.config.mode }, value: 1 }] }
    const own = this.own === null ? [] : this.own.process.figures()
    if (about === 'process') return exposition([info, ...own])
    const rows = await this.countRows().catch(() => null)
    const database: Figure = { name: 'dialogwerk_database_up', help: 'Whether the database answers.', type: 'gauge', samples: [{ value: rows === null ? 0 : 1 }] }
    return exposition([info, ...own, ...(this.own?.requests.figures() ?? []), database, ...(rows ?? [])])
  }

  onApplicationShutdown(): void {
    this.own?.process.close()
    this.own?.requests.close()
  }

  private countRows(): Promise<Figure[]> {
    const at = performance.now()
    if (this.counted === null || at - this.counted.at > ROWS_KEPT_MILLISECONDS) this.counted = { at, figures: this.rows.figures() }
    return this.counted.figures
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
