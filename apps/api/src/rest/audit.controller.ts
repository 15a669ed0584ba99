import { Readable } from 'node:stream'
import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import type { Response } from 'express'
import { type AuditItem, type AuditPage, type Received, operations } from '@app/contracts'
import { words } from '@app/i18n'
import { CSV_START, csvLine } from '@app/participants'
import { Transactions } from '@app/platform'
import { Audit, AuditLog, accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'
import { AuditNames } from './audit-names.js'

/** The log of changes: read by event, person, account and time, and taken along as a file. */
@Controller()
export class AuditController {
  constructor(private readonly log: AuditLog, private readonly names: AuditNames, private readonly audit: Audit, private readonly transactions: Transactions) {}

  @Handles(operations.readAudit)
  async read(@Req() { signedIn }: StaffRequest, @Input() { query }: Received<typeof operations.readAudit>): Promise<AuditPage> {
    const { items, next } = await this.log.page(query, signedIn.rights.scope('audit.read'), query)
    return { items: await this.names.named(items), next }
  }

  @Handles(operations.auditCsv)
  async csv(@Req() { signedIn }: StaffRequest, @Res({ passthrough: true }) response: Response, @Input() { query }: Received<typeof operations.auditCsv>): Promise<StreamableFile> {
    const { id, language } = signedIn.account
    const filters = Object.entries(query).filter(([, value]) => value !== undefined).map(([key]) => key)
    await this.transactions.run((tx) =>
      this.audit.record(tx, { actor: accountActor(id), action: 'audit.export', subject: { kind: 'account', id }, nodeId: query.event ?? null, change: { filters } }),
    )
    const t = words(language).audit
    response.setHeader('content-type', operations.auditCsv.answer)
    response.setHeader('content-disposition', `attachment; filename="${t.file}.csv"`)
    return new StreamableFile(Readable.from(this.pieces(query, signedIn.rights.scope('audit.read'), t.columns)))
  }

  private async *pieces(...[filter, scope, columns]: [Parameters<AuditLog['all']>[0], Parameters<AuditLog['all']>[1], readonly string[]]): AsyncGenerator<string> {
    yield CSV_START + csvLine(columns)
    for await (const entries of this.log.all(filter, scope)) {
      yield (await this.names.named(entries)).map((item) => csvLine(cells(item))).join('')
    }
  }
}

function cells({ id, at, actor, action, subject, event, change }: AuditItem): string[] {
  return [at, actor.kind, actor.name ?? actor.id ?? '', action, subject.kind, subject.name ?? subject.id, event?.title ?? event?.id ?? '', change === null ? '' : JSON.stringify(change), id]
}
