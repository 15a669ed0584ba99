import { Injectable } from '@nestjs/common'
import { Between, IsNull, Not } from 'typeorm'
import { KeyRing, Transactions, type Tx, isDuplicate } from '@app/platform'
import { systemActor } from '../actor.js'
import { AuditEntryEntity } from '../entities/audit-entry.entity.js'
import { CUT, GROUND, PURPOSE, linkText } from './audit-link.js'
import { Audit } from './audit.js'

const BATCH = 500

/**
 * The chain through the audit log. Each entry gets the next number and a MAC over the link before and everything of its own that
 * erasure leaves (`linkText`). Who changes, removes or slips in a sealed entry breaks it, and without the keys nobody forges a new one.
 *
 * It is made after the commit, every minute, because one lock for all events inside the transaction would cost a third of the
 * throughput; the price is that what is younger than a minute can still be removed unseen. A key that leaves the ring takes with it
 * the proof of the links it signed, so a former key stays in SECRET_KEYS for as long as the log is kept.
 */
@Injectable()
export class AuditChain {
  constructor(private readonly transactions: Transactions, private readonly keys: KeyRing, private readonly audit: Audit) {}

  /** Seals what is open, oldest first. Safe in several processes: the unique number lets one of them through. @returns how many */
  async seal(): Promise<number> {
    for (let sealed = 0; ; ) {
      const links = await this.sealBatch()
      sealed += links
      if (links < BATCH) return sealed
    }
  }

  /**
   * Takes away the sealed entries before an instant, from the beginning of the chain and without a gap; what is left stands on the
   * link that an entry of its own remembers. @returns how many went
   */
  async cut(before: Date): Promise<number> {
    for (let gone = 0; ; ) {
      const entries = await this.cutBatch(before)
      gone += entries
      if (entries < BATCH) return gone
    }
  }

  private async sealBatch(): Promise<number> {
    const open = await this.transactions.read.find(AuditEntryEntity, { where: { chainNo: IsNull() }, order: { at: 'ASC', id: 'ASC' }, take: BATCH })
    if (open.length === 0) return 0
    try {
      await this.transactions.run((tx) => this.append(tx, open))
      return open.length
    } catch (error) {
      if (error instanceof SealedElsewhere || isDuplicate(error)) return 0
      throw error
    }
  }

  private async append(tx: Tx, open: readonly AuditEntryEntity[]): Promise<void> {
    const [last] = await tx.db.find(AuditEntryEntity, { where: { chainNo: Not(IsNull()) }, order: { chainNo: 'DESC' }, take: 1 })
    let no = last?.chainNo ?? 0
    let previous = last?.chainHash ?? GROUND
    for (const entry of open) {
      no++
      previous = this.keys.sign(PURPOSE, linkText(entry, no, previous))
      const update = await tx.db.update(AuditEntryEntity, { id: entry.id, chainNo: IsNull() }, { chainNo: no, chainHash: previous })
      if (update.affected === 0) throw new SealedElsewhere()
    }
  }

  private async cutBatch(before: Date): Promise<number> {
    const entries = await this.transactions.read.find(AuditEntryEntity, { where: { chainNo: Not(IsNull()) }, order: { chainNo: 'ASC' }, take: BATCH })
    const kept = entries.findIndex(({ at }) => at >= before)
    const old = kept === -1 ? entries : entries.slice(0, kept)
    const last = old.at(-1)
    if (last === undefined) return 0
    await this.transactions.run(async (tx) => {
      await tx.db.delete(AuditEntryEntity, { chainNo: Between(old[0]!.chainNo!, last.chainNo!) })
      await this.audit.record(tx, {
        actor: systemActor, action: CUT, subject: { kind: 'audit', id: last.id }, change: { no: last.chainNo, hash: last.chainHash, entries: old.length, before: before.toISOString() },
      })
    })
    return old.length
  }
}

/** Another process seals at this moment; it will do. */
class SealedElsewhere extends Error {}
