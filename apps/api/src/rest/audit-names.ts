import { Injectable } from '@nestjs/common'
import { type EntityTarget, In, type ObjectLiteral } from 'typeorm'
import { OrganisationEntity } from '@app/contacts'
import type { AuditItem } from '@app/contracts'
import { EventEntity, SeriesEntity } from '@app/events'
import { ParticipationEntity } from '@app/participants'
import { Transactions } from '@app/platform'
import { AccountEntity, type AuditEntryEntity } from '@app/staff'

/** Entries of the log with the names that ids stand for now; one query for each kind of thing, however many entries. */
@Injectable()
export class AuditNames {
  constructor(private readonly transactions: Transactions) {}

  async named(entries: readonly AuditEntryEntity[]): Promise<AuditItem[]> {
    const subjects = (kind: string) => entries.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)
    const nodes = entries.flatMap(({ nodeId }) => nodeId ?? [])
    const accounts = entries.filter(({ actorKind }) => actorKind === 'account').flatMap(({ actorId }) => actorId ?? [])
    const names = new Map([
      ...(await this.of(AccountEntity, [...accounts, ...subjects('account')], ({ name }) => name)),
      ...(await this.of(EventEntity, [...nodes, ...subjects('event')], ({ title }) => title)),
      ...(await this.of(SeriesEntity, [...nodes, ...subjects('series'), ...subjects('node')], ({ title }) => title)),
      ...(await this.of(OrganisationEntity, subjects('organisation'), ({ name }) => name)),
      ...(await this.of(ParticipationEntity, subjects('participation'), ({ givenNames, familyName }) => [givenNames, familyName].filter(Boolean).join(' ') || null)),
    ])
    return entries.map((entry) => ({
      id: entry.id,
      at: entry.at.toISOString(),
      actor: { kind: entry.actorKind, id: entry.actorId, name: entry.actorKind === 'account' ? (names.get(entry.actorId ?? '') ?? null) : null },
      action: entry.action,
      subject: { kind: entry.subjectKind, id: entry.subjectId, name: names.get(entry.subjectId) ?? null },
      event: entry.nodeId === null ? null : { id: entry.nodeId, title: names.get(entry.nodeId) ?? null },
      change: entry.change,
      sealed: entry.chainNo !== null,
    }))
  }

  private async of<E extends ObjectLiteral & { id: string }>(entity: EntityTarget<E>, ids: readonly string[], nameOf: (row: E) => string | null): Promise<[string, string | null][]> {
    if (ids.length === 0) return []
    const rows = await this.transactions.read.findBy(entity, { id: In([...new Set(ids)]) } as never)
    return rows.map((row) => [row.id, nameOf(row)])
  }
}
