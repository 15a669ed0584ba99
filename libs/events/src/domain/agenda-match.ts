import type { AgendaItemInput } from '@app/contracts'

export interface ItemThere extends AgendaItemInput {
  id: string
}

type Key = (item: AgendaItemInput) => string

/** From the strictest likeness to the loosest: whatever is likest keeps the row. */
const LIKENESSES: readonly Key[] = [
  ({ kind, title, date, startsAt, room }) => JSON.stringify([kind, title, date, startsAt, room]),
  ({ kind, title, date }) => JSON.stringify([kind, title, date]),
  ({ title }) => JSON.stringify([title]),
  ({ kind, date, startsAt, room }) => (startsAt === null ? '' : JSON.stringify([kind, date, startsAt, room])),
]

/**
 * Which rows the items of a new agenda keep. The agenda is sent as a whole and without ids, but seats, attendance and documents hang on
 * its rows: an item that was moved or renamed is still the same, one that is like no other is new.
 * @returns for each new item the id it keeps, or null; and the ids that are left over
 */
export function matchAgenda(there: readonly ItemThere[], items: readonly AgendaItemInput[]): { ids: (string | null)[]; gone: string[] } {
  const ids: (string | null)[] = items.map(() => null)
  const left = new Set(there)
  for (const key of LIKENESSES) {
    for (const [index, item] of items.entries()) {
      if (ids[index] !== null || key(item) === '') continue
      const found = [...left].find((candidate) => key(candidate) === key(item))
      if (!found) continue
      ids[index] = found.id
      left.delete(found)
    }
  }
  return { ids, gone: [...left].map(({ id }) => id) }
}

/**
 * The agenda carried along when the days of an event are moved: the first day's items to the new first day, and so on.
 * Items of a day that has no successor keep their old date, so that the check refuses it.
 */
export function carryAlong<I extends AgendaItemInput>(agenda: readonly I[], before: readonly string[], after: readonly string[]): I[] {
  return agenda.map((item) => {
    if (item.date === null || after.includes(item.date)) return item
    const index = before.indexOf(item.date)
    return { ...item, date: after[index] ?? item.date }
  })
}
