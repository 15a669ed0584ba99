import { faultChance, sized } from './sizes.js'

/**
 * Numbers of the calls to let fail, in rising order and without an end: every one with FAULTS=full, otherwise two of so many in a row, one
 * from each of the two seeds.
 * @param row 20 makes a tenth; less where there are so few calls that a tenth would be nothing
 */
export function* steps(row = 20): Generator<number> {
  const isFull = sized(row) === row
  const chance = faultChance()
  const drawn = new Set<number>()
  while (drawn.size < 2) drawn.add(Math.floor(chance() * row))
  for (let n = 1; ; n++) if (isFull || drawn.has((n - 1) % row)) yield n
}
