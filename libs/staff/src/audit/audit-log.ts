import { Injectable } from '@nestjs/common'
import { DateTime } from 'luxon'
import type { SelectQueryBuilder } from 'typeorm'
import type { AuditQuery } from '@app/contracts'
import { Problem, Transactions } from '@app/platform'
import { AuditEntryEntity } from '../entities/audit-entry.entity.js'
import type { Scope } from '../rights/scope.js'

export type AuditFilter = Omit<AuditQuery, 'after' | 'limit'>

/** Days of the filter are those that people in Germany mean. */
const ZONE = 'Europe/Berlin'

/** The log as it is read: the newest first, in the part of the programme that somebody answers for. */
@Injectable()
export class AuditLog {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Problem `bad_request` for a cursor that leads nowhere */
  async page(filter: AuditFilter, scope: Scope, { after, limit }: Pick<AuditQuery, 'after' | 'limit'>): Promise<{ items: AuditEntryEntity[]; next: string | null }> {
    const rows = this.within(filter, scope).limit(limit + 1)
    if (after !== undefined) await this.behind(rows, after, scope)
    const found = await rows.getMany()
    return { items: found.slice(0, limit), next: found.length > limit ? found[limit - 1]!.id : null }
  }

  /** Every entry of a filter in batches, for exports. */
  async *all(filter: AuditFilter, scope: Scope, limit = 500): AsyncGenerator<AuditEntryEntity[]> {
    for (let after: string | undefined; ; ) {
      const { items, next } = await this.page(filter, scope, { after, limit })
      yield items
      if (next === null) return
      after = next
    }
  }

  /** What belongs to no part of the programme (accounts, formats, organisations) is for those who answer for all of it. */
  private within({ event, subject, account, action, from, until }: AuditFilter, scope: Scope): SelectQueryBuilder<AuditEntryEntity> {
    const { sql, parameters } = scope.condition('a.node_id')
    const rows = this.transactions.read.createQueryBuilder(AuditEntryEntity, 'a').where(sql, parameters).orderBy('a.at', 'DESC').addOrderBy('a.id', 'DESC')
    if (event !== undefined) rows.andWhere('a.node_id = :event', { event })
    if (subject !== undefined) rows.andWhere('a.subject_id = :subject', { subject })
    if (account !== undefined) rows.andWhere("a.actor_kind = 'account' AND a.actor_id = :account", { account })
    // A range, because SQLite uses no index for LIKE; "/" is the character behind ".".
    if (action !== undefined) rows.andWhere('a.action >= :action AND a.action < :behindAction', { action: `${action}.`, behindAction: `${action}/` })
    if (from !== undefined) rows.andWhere('a.at >= :from', { from: DateTime.fromISO(from, { zone: ZONE }).toJSDate() })
    if (until !== undefined) rows.andWhere('a.at < :until', { until: DateTime.fromISO(until, { zone: ZONE }).plus({ days: 1 }).toJSDate() })
    return rows
  }

  private async behind(rows: SelectQueryBuilder<AuditEntryEntity>, after: string, scope: Scope): Promise<void> {
    const { sql, parameters } = scope.condition('a.node_id')
    const last = await this.transactions.read.createQueryBuilder(AuditEntryEntity, 'a').where('a.id = :after', { after }).andWhere(sql, parameters).getOne()
    if (!last) throw new Problem('bad_request', {}, [{ pointer: '/after', code: 'field.cursor' }])
    rows.andWhere('a.at <= :lastAt AND (a.at < :lastAt OR a.id < :lastId)', { lastAt: last.at, lastId: last.id })
  }
}
