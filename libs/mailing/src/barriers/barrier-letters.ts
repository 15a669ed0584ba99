import { Inject, Injectable } from '@nestjs/common'
import { addresses } from '@app/contracts'
import { BarrierReportEntity, BarrierReports, HostEntity } from '@app/events'
import { CONFIG, type Config, type OutboxJob, type Outcome, Transactions } from '@app/platform'
import { type ColleagueLetter, ColleaguePost } from '../colleagues/colleague-post.js'
import { barrierContent } from '../domain/barrier-content.js'
import { HostFactsReader } from '../facts/host-facts.js'
import { momentWords } from '../facts/person-facts.js'

const ZONE = 'Europe/Berlin'
/** Hosts are German bodies; an address has no language of its own. */
const LANGUAGE = 'de'

/** Tells a host what barrier was reported; who merely runs the installation hears only that one was. */
@Injectable()
export class BarrierLetters {
  constructor(
    private readonly transactions: Transactions,
    private readonly reports: BarrierReports,
    private readonly hosts: HostFactsReader,
    private readonly post: ColleaguePost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async reported(job: OutboxJob<'barrier.reported'>): Promise<Outcome> {
    return this.post.send(job, await this.letter(job.subjectId))
  }

  private async letter(id: string): Promise<ColleagueLetter | 'gone' | 'state_changed'> {
    const { read } = this.transactions
    const report = await read.findOneBy(BarrierReportEntity, { id })
    const row = report?.hostId ? await read.findOneBy(HostEntity, { id: report.hostId }) : null
    if (!report || !row) return 'gone'
    if (report.closedAt !== null) return 'state_changed'
    const host = await this.hosts.ofHost(row, LANGUAGE)
    const content = barrierContent({
      language: LANGUAGE, host, reportedAt: momentWords(report.createdAt, ZONE, LANGUAGE), consoleUrl: `${this.config.publicUrl}${addresses.console()}/barrieren`,
      said: row.senderEmail === null ? null : this.reports.open(report),
    })
    return { kind: 'barrier_reported', name: host.senderName, email: this.reports.recipientOf(row), language: LANGUAGE, host, content }
  }
}
