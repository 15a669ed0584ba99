import type { BenchDatabase } from './databases.js'
import type { Spread } from './pairs.js'
import type { Sizes } from './sizes.js'

/** One row of the table, without the load around it. */
export interface Finding {
  work: string
  /** What it is held against, with its rate; "–" where there is nothing. */
  ceiling: string
  ours: string
  /** Of ours to the ceiling. */
  ratio: Spread | null
  /** What is to be reached, in words. */
  figure: string
  isReached: boolean
  /** Milliseconds of CPU that the server spent on one operation. */
  cpu?: number
}

export interface Bench {
  sizes: Sizes
  databases: readonly BenchDatabase[]
  /** Folder for anything; removed at the end. */
  folder: string
}

/** Counts are asserted before a rate is returned: a measurement that lost something throws. */
export type Measurement = (bench: Bench) => AsyncGenerator<Finding>
