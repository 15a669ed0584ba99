import { type EntityTarget, Like } from 'typeorm'
import { slugOf } from '@app/contacts'
import type { Tx } from '@app/platform'

/**
 * A slug for a new row: the text's own, or with -2, -3 … where it is taken. Rows with slugs are never deleted and never change them,
 * so none is used a second time.
 * @param otherwise what to use for a text without a letter that a slug could hold
 */
export async function freeSlug(tx: Tx, table: EntityTarget<{ slug: string }>, text: string, otherwise: string): Promise<string> {
  // Room for the number stays within the width of the column.
  const base = slugOf(text, 90) || otherwise
  const rows = await tx.db.find(table, { where: { slug: Like(`${base}%`) }, select: { slug: true } })
  const taken = new Set(rows.map(({ slug }) => slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
