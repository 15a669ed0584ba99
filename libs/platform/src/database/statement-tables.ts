const WRITE = /^\s*(?:INSERT\s+(?:IGNORE\s+)?INTO|INSERT\s+OR\s+\w+\s+INTO|REPLACE\s+INTO|DELETE\s+FROM|UPDATE(?=\s+\S+\s+SET\b))\s+["`]?(\w+)/i
const WRITES_NOTHING = /^\s*(?:SELECT|START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET|PRAGMA)\b/i
/** The first statement under a lock (`raiseRow` without a change): it says that something is about to change, and changes nothing that is shown. */
const RAISES_REVISION = /^\s*UPDATE\s+\S+\s+SET\s+(["`]?)revision\1\s*=\s*(?:LAST_INSERT_ID\(\1revision\1\s*\+\s*1\)|\1revision\1\s*\+\s*1)\s+WHERE\b/i
const READ = /\b(?:FROM|JOIN)\s+["`]?(\w+)/gi
const READS_A_LIST = /\bFROM\s+[^\s,]+(?:\s+(?:AS\s+)?[^\s,]+)?\s*,/i

/** Stands for a table that could not be made out. */
export const SOME_TABLE = '?'

/** The table that a statement changes; null when it changes nothing but the `revision` of a lock, or nothing at all. */
export function tableWrittenBy(statement: string): string | null {
  const written = WRITE.exec(statement)?.[1]
  if (written !== undefined) return RAISES_REVISION.test(statement) ? null : written
  return WRITES_NOTHING.test(statement) ? null : SOME_TABLE
}

/** The tables that a statement reads, also in subqueries and joins. */
export function tablesReadBy(statement: string): string[] {
  return [...[...statement.matchAll(READ)].map(([, table]) => table!), ...(READS_A_LIST.test(statement) ? [SOME_TABLE] : [])]
}
