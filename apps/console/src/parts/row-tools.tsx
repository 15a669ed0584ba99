import { Icon } from '@app/ui'

/** Moves or removes one row of a list in a form; every button names its row. */
export function RowTools({ name, words, onUp, onDown, onRemove }: {
  name: string
  words: { up: (name: string) => string; down: (name: string) => string; remove: (name: string) => string }
  onUp?: (() => void) | undefined
  onDown?: (() => void) | undefined
  /** Left out where the row must stay. */
  onRemove?: (() => void) | undefined
}) {
  return (
    <span className="rt">
      {onUp === undefined ? null : <button type="button" className="ib" data-act="up" aria-label={words.up(name)} onClick={onUp}><Icon name="up" /></button>}
      {onDown === undefined ? null : <button type="button" className="ib" data-act="down" aria-label={words.down(name)} onClick={onDown}><Icon name="down" /></button>}
      {onRemove === undefined ? null : <button type="button" className="ib" aria-label={words.remove(name)} onClick={onRemove}><Icon name="cross" /></button>}
    </span>
  )
}

/** The list with one row changed, removed or moved. */
export const replaceRow = <R extends { key: string }>(rows: readonly R[], key: string, change: Partial<R>): R[] =>
  rows.map((row) => (row.key === key ? { ...row, ...change } : row))
export const removeRow = <R extends { key: string }>(rows: readonly R[], key: string): R[] => rows.filter((row) => row.key !== key)
export function moveRow<R>(rows: readonly R[], index: number, by: -1 | 1): R[] {
  const moved = [...rows]
  const [row] = moved.splice(index, 1)
  if (row !== undefined) moved.splice(index + by, 0, row)
  return moved
}
