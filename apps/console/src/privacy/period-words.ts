import type { Texts } from '../language.js'

/** `P6M` in words: 6 Monate. */
export function periodWords(period: string, t: Texts): string {
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) => t.privacy.periods[unit as 'Y' | 'M' | 'W' | 'D'](Number(count)))
  return parts.join(', ')
}
