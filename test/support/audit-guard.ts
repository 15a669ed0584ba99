import { AsyncLocalStorage } from 'node:async_hooks'
import { contactsEntities } from '@app/contacts'
import { eventsEntities } from '@app/events'
import { participantsEntities } from '@app/participants'
import type { DataSources, Transactions, Tx } from '@app/platform'
import { AccountEntity, NodeEntity, NodeLandEntity, RoleGrantEntity } from '@app/staff'
import { tableWrittenBy } from '../../libs/platform/src/database/statement-tables.js'

/** Tables of which every change stands in the log of changes. */
const AUDITED = [...contactsEntities, ...eventsEntities, ...participantsEntities, AccountEntity, RoleGrantEntity, NodeEntity, NodeLandEntity]

/** Statements that are no change, or no entry about one. */
const NO_CHANGE: readonly (readonly [RegExp, string])[] = [
  [/^(UPDATE|DELETE FROM) .audit_entry./i, 'the log is sealed, erased and cut; only what is added to it tells of a change'],
  [/^UPDATE .account. SET .(failed|retry_at|last_seen_at|language|factor_failed|factor_retry_at|totp_step)./i, 'attempts to sign in, codes used up and the time of the last one are counted, not logged'],
]

const written = new AsyncLocalStorage<Set<string>>()

/**
 * Refuses a transaction of the product that writes an audited table without an entry in the log: it is rolled back, and the test sees
 * why. What a test plants itself is let through.
 */
export function guardAudit(transactions: Transactions, { writer, reader }: DataSources): void {
  const audited = new Set(AUDITED.map((entity) => reader.getMetadata(entity).tableName))
  writer.subscribers.push({
    beforeQuery: ({ query }) => {
      const table = tableWrittenBy(query)
      if (table !== null && !NO_CHANGE.some(([statement]) => statement.test(query))) written.getStore()?.add(table)
    },
  })
  const assertLogged = async () => {
    const tables = written.getStore() ?? new Set()
    const silent = [...tables].filter((table) => audited.has(table))
    if (silent.length > 0 && !tables.has('audit_entry')) throw new Error(`A transaction wrote ${silent.join(', ')} without an entry in the audit log.`)
  }
  const run = transactions.run.bind(transactions)
  transactions.run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    if (isOfTest(new Error().stack ?? '')) return run(work)
    return written.run(new Set(), () =>
      run(async (tx) => {
        // A transaction that is repeated begins anew.
        written.getStore()!.clear()
        const result = await work(tx)
        // Behind everything that the work gathered for the end.
        tx.gather(assertLogged, null)
        return result
      }),
    )
  }
}

/** Whoever asked for the transaction: the first caller outside of the door for writes and of this file. */
function isOfTest(stack: string): boolean {
  const caller = stack.split('\n').slice(1).find((line) => !/audit-guard|platform\/src\/database/.test(line) && /\/(libs|apps|test)\//.test(line))
  return caller === undefined || /\/test\//.test(caller)
}
