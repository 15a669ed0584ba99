/** One pair of runs, one right after the other: operations a second of the ceiling and of ours. */
export interface Pair {
  ceiling: number
  ours: number
}

/** Median with the two ends of what was seen. */
export interface Spread {
  median: number
  min: number
  max: number
}

/**
 * Runs ceiling and ours by turns, A/B/A/B. Neighbours share whatever else the machine is doing, so the ratio of a pair says more
 * than the rates themselves.
 * @param ceiling @param ours each runs once per pair and returns operations a second
 */
export async function interleaved(pairs: number, ceiling: (pair: number) => Promise<number>, ours: (pair: number) => Promise<number>): Promise<Pair[]> {
  const seen: Pair[] = []
  for (let pair = 0; pair < pairs; pair++) seen.push({ ceiling: await ceiling(pair), ours: await ours(pair) })
  return seen
}

/** Ratio of ours to the ceiling, pair by pair. @throws RangeError for a rate that is none. */
export function ratios(pairs: readonly Pair[]): Spread {
  return spread(pairs.map(({ ceiling, ours }) => {
    if (!(ceiling > 0 && Number.isFinite(ceiling) && ours >= 0 && Number.isFinite(ours))) throw new RangeError(`no rates: ${ours} of ${ceiling}`)
    return ours / ceiling
  }))
}

/** @throws RangeError when there is nothing to look at. */
export function spread(values: readonly number[]): Spread {
  return { median: percentile(values, 50), min: percentile(values, 0), max: percentile(values, 100) }
}

/**
 * The p-th percentile, between neighbours by linear interpolation; 50 is the median.
 * @throws RangeError for no values, or a value that is no number
 */
export function percentile(values: readonly number[], p: number): number {
  if (values.length === 0 || values.some((value) => Number.isNaN(value))) throw new RangeError('no values')
  const sorted = [...values].sort((a, b) => a - b)
  const at = ((sorted.length - 1) * p) / 100
  const below = sorted[Math.floor(at)]!
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at))
}

/** Rate of work that needs two things one after the other: each at its own rate (operations a second). */
export function oneAfterTheOther(first: number, second: number): number {
  return 1 / (1 / first + 1 / second)
}

export type Verdict = 'reached' | 'missed' | 'not judged'

/** What may be said about a figure. Where more wants to run than there are cores, rates tell about the neighbours. */
export function verdict(isReached: boolean, load: { before: number; after: number }, cores: number): Verdict {
  if (load.before > cores || load.after > cores) return 'not judged'
  return isReached ? 'reached' : 'missed'
}
