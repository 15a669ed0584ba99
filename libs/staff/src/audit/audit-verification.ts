import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm'
import type { KeyRing } from '@app/platform'
import { AuditEntryEntity } from '../entities/audit-entry.entity.js'
import { digestOf } from './audit.js'
import { CUT, GROUND, PURPOSE, linkText } from './audit-link.js'

/** What a look at the whole chain found. `open` entries are too young to be sealed; `no` is where it breaks first. */
export type ChainState = { kind: 'whole'; links: number; open: number } | { kind: 'broken'; no: number; why: 'missing' | 'changed' | 'content' }

const PAGE = 1_000

/** Reads the whole chain once, a page of it in memory. Changes nothing. */
export async function verifyChain(read: EntityManager, keys: KeyRing): Promise<ChainState> {
  const [first] = await read.find(AuditEntryEntity, { where: { chainNo: Not(IsNull()) }, order: { chainNo: 'ASC' }, take: 1 })
  const before = (first?.chainNo ?? 1) - 1
  let previous = await linkBefore(read, before + 1)
  if (previous === null) return { kind: 'broken', no: before, why: 'missing' }
  let no = before
  for (;;) {
    const page = await read.find(AuditEntryEntity, { where: { chainNo: MoreThan(no) }, order: { chainNo: 'ASC' }, take: PAGE })
    for (const entry of page) {
      no++
      const why = faultOf(entry, no, previous, keys)
      if (why !== null) return { kind: 'broken', no, why }
      previous = entry.chainHash!
    }
    if (page.length < PAGE) break
  }
  return { kind: 'whole', links: no - before, open: await read.countBy(AuditEntryEntity, { chainNo: IsNull() }) }
}

function faultOf(entry: AuditEntryEntity, no: number, previous: string, keys: KeyRing): 'missing' | 'changed' | 'content' | null {
  if (entry.chainNo !== no) return 'missing'
  if (!keys.verify(PURPOSE, linkText(entry, no, previous), entry.chainHash!)) return 'changed'
  const erased = entry.salt === null && entry.change === null
  return erased || digestOf(entry.salt ?? '', entry.change) === entry.changeDigest ? null : 'content'
}

/** The link that the first entry left stands on; null when no cut remembers it. */
async function linkBefore(read: EntityManager, firstNo: number): Promise<string | null> {
  if (firstNo === 1) return GROUND
  const cuts = await read.findBy(AuditEntryEntity, { action: CUT })
  const cut = cuts.map(({ change }) => change as { no: number; hash: string } | null).find((change) => change?.no === firstNo - 1)
  return cut?.hash ?? null
}
