import { type EntityTarget, Like } from 'typeorm'
import { slugOf } from '@app/contacts'
import type { Tx } from '@app/platform'

/**
 * A slug for a new row: the text's own, or with -2, -3 … where it is taken. Rows with slugs are never deleted and never change them,
 * so none is used a second time.
 */
async function freeSlug(tx: Tx, table: EntityTarget<{ slug: string }>, text: string, otherwise: string): Promise<string> {
  // Room for the number stays within the width of the column.
  const base = slugOf(text, 90) || otherwise
  const rows = await tx.db.find(table, { where: { slug: Like(`${base}%`) }, select: { slug: true } })
  const taken = new Set(rows.map(({ slug }) => slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}

const ATTEMPTS = 20
const DUPLICATE_ENTRY = 1062

/**
 * Inserts a row under a free slug. Two people who give the same title at the same moment both find it free; the unique key refuses the
 * second, which looks again and takes the next number. (On SQLite transactions stand in line, so it cannot happen there.)
 * @param otherwise what to use for a text without a letter that a slug could hold
 */
export async function insertWithSlug(
  tx: Tx, table: EntityTarget<{ slug: string }>, text: string, otherwise: string, insert: (slug: string) => Promise<unknown>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await insert(await freeSlug(tx, table, text, otherwise))
      return
    } catch (error) {
      const { errno, message } = error as { errno?: number; message?: string }
      if (attempt === ATTEMPTS || errno !== DUPLICATE_ENTRY || !message?.includes('__slug')) throw error
    }
  }
}
