import { Inject, Injectable } from '@nestjs/common'
import { type EntityManager, In, IsNull } from 'typeorm'
import { type BarrierReportInput, type BarrierReportList, type BarrierReportView, type Language, addresses } from '@app/contracts'
import { OrganisationEntity } from '@app/contacts'
import { CONFIG, Clock, type Config, KeyRing, Outbox, Problem, Transactions, newId } from '@app/platform'
import { type Actor, Audit, type Scope, systemActor } from '@app/staff'
import { BarrierReportEntity } from '../entities/barrier-report.entity.js'
import { HostEntity } from '../entities/host.entity.js'
import { OrganisationReach } from './organisation-reach.js'

/** Purpose under which reports are sealed. */
const SEALED_FOR = 'barrier_report'
const MOST_LISTED = 200

/** What somebody has written, opened. */
export interface BarrierSaid {
  text: string
  page: string | null
  contact: string | null
}

interface HostOfReports {
  id: string
  organisationId: string
  name: string
}

/** Barriers that people report to a host: sealed in the database, told to the host, closed by its staff. */
@Injectable()
export class BarrierReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly reach: OrganisationReach,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Keeps a report and has the host told. All that was typed is sealed; the column `page` holds the address of the form.
   * @throws Problem `not_found` when no host has this address
   */
  async add(slug: string, language: Language, said: BarrierReportInput): Promise<string> {
    const host = await this.transactions.read.findOneBy(HostEntity, { slug })
    if (!host) throw new Problem('not_found')
    const id = newId()
    const body: BarrierSaid = { text: said.barrierText, page: said.barrierPage, contact: said.barrierContact }
    await this.transactions.run(async (tx) => {
      await tx.db.insert(BarrierReportEntity, {
        id, hostId: host.id, page: addresses.barrier(language, slug), bodySealed: this.keys.seal(SEALED_FOR, JSON.stringify(body)), createdAt: this.clock.now(),
      })
      await this.audit.record(tx, { actor: systemActor, action: 'barrier.report', subject: { kind: 'barrier_report', id }, change: { hostId: host.id } })
      await this.outbox.add(tx, { kind: 'barrier.reported', subjectId: id, payload: {}, lane: this.recipientOf(host).split('@').pop()!.toLowerCase() })
    })
    return id
  }

  /** Address that reads reports to a host: its own, or whoever runs the installation. */
  recipientOf({ senderEmail }: Pick<HostEntity, 'senderEmail'>): string {
    return senderEmail ?? this.config.mailFrom.address
  }

  open({ bodySealed }: Pick<BarrierReportEntity, 'bodySealed'>): BarrierSaid {
    return JSON.parse(this.keys.open(SEALED_FOR, bodySealed)) as BarrierSaid
  }

  /** Reports to the hosts that may be changed from a scope. */
  async list(scope: Scope): Promise<BarrierReportList> {
    const db = this.transactions.read
    const hosts = await this.hostsWithin(db, scope)
    const where = { hostId: In([...hosts.keys()]) }
    if (hosts.size === 0) return { items: [], total: 0 }
    const open = await db.find(BarrierReportEntity, { where: { ...where, closedAt: IsNull() }, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST_LISTED })
    const newest = await db.find(BarrierReportEntity, { where, order: { createdAt: 'DESC', id: 'DESC' }, take: MOST_LISTED })
    const rows = [...open, ...newest.filter(({ closedAt }) => closedAt !== null)].slice(0, MOST_LISTED)
    return { items: rows.map((row) => this.viewOf(row, hosts.get(row.hostId!)!)), total: await db.countBy(BarrierReportEntity, where) }
  }

  /**
   * Says that a report was seen to. Closed once: again changes nothing.
   * @throws Problem `not_found` for one to a host that may not be changed from the scope
   */
  async close(id: string, scope: Scope, actor: Actor): Promise<BarrierReportView> {
    return this.transactions.run(async (tx) => {
      const row = await tx.db.findOneBy(BarrierReportEntity, { id })
      const host = row?.hostId ? (await this.hostsWithin(tx.db, scope, row.hostId)).get(row.hostId) : undefined
      if (!row || !host) throw new Problem('not_found')
      if (row.closedAt !== null) return this.viewOf(row, host)
      const closedAt = this.clock.now()
      const { affected } = await tx.db.update(BarrierReportEntity, { id, closedAt: IsNull() }, { closedAt })
      // Somebody else was quicker by a moment.
      if (!affected) return this.viewOf(await tx.db.findOneByOrFail(BarrierReportEntity, { id }), host)
      await this.audit.record(tx, { actor, action: 'barrier.close', subject: { kind: 'barrier_report', id }, change: { hostId: host.id } })
      return this.viewOf({ ...row, closedAt }, host)
    })
  }

  /** Hosts with reports whose organisation has no part outside of the scope, by id. */
  private async hostsWithin(db: EntityManager, scope: Scope, hostId?: string): Promise<Map<string, HostOfReports>> {
    if (scope.isEmpty) return new Map()
    const query = db
      .createQueryBuilder(HostEntity, 'h')
      .innerJoin(OrganisationEntity, 'o', 'o.id = h.organisation_id')
      .select(['h.id AS id', 'h.organisation_id AS organisationId', 'o.name AS name'])
      .where('EXISTS (SELECT 1 FROM barrier_report b WHERE b.host_id = h.id)')
    if (hostId !== undefined) query.andWhere({ id: hostId })
    const hosts = await query.getRawMany<HostOfReports>()
    const outside = await this.reach.outside(db, scope, hosts.map(({ organisationId }) => organisationId))
    return new Map(hosts.filter(({ organisationId }) => !outside.has(organisationId)).map((host) => [host.id, host]))
  }

  private viewOf(row: BarrierReportEntity, { organisationId, name }: HostOfReports): BarrierReportView {
    return { id: row.id, host: { organisationId, name }, ...this.open(row), createdAt: row.createdAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null }
  }
}
