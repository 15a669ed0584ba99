import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, type DataSources, KeyRing } from '@app/platform'
import { verifyChain } from '@app/staff'
import { type Finding, fault, note, ok } from './finding.js'

const WHAT_HAPPENED = { missing: 'is missing', changed: 'was changed after it was sealed', content: 'has another content than it was sealed with' } as const

/** I6: the audit log is whole, from its first entry to the last one sealed. */
export async function checkAudit(config: Pick<Config, 'dataDir' | 'secretKeys'>, { reader }: DataSources): Promise<Finding> {
  const file = join(config.dataDir, 'secret.keys')
  if (config.secretKeys === null && !existsSync(file)) return note('audit log: cannot be read without the keys', 'restore them from a backup')
  const chain = await verifyChain(reader.manager, KeyRing.parse(config.secretKeys ?? readFileSync(file, 'utf8').trim()))
  return chain.kind === 'whole'
    ? ok(`audit log: ${chain.links} entries sealed and whole, ${chain.open} not sealed yet`)
    : fault(`audit log: entry ${chain.no} ${WHAT_HAPPENED[chain.why]}`, 'compare with a backup, and put every former key back into SECRET_KEYS')
}
