import { randomInt } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { basename } from 'node:path'
import { chanceOf } from '../support/chance.js'

const isFull = process.env.FAULTS === 'full'
/** Drawn anew for each run; `FAULTS_SEED=<n>` plays one again. */
const DRAWN = Number(process.env.FAULTS_SEED ?? randomInt(2, 2 ** 31))

/**
 * How often a fault happens, or to how much: everything with `FAULTS=full`, a tenth otherwise.
 * @param full the number promised
 */
export function sized(full: number): number {
  return isFull ? full : Math.ceil(full / 10)
}

/** Name of a suite, with the seeds that a failure is played again with. */
export function faultSuite(what: string): string {
  return `${what}, seeds 1 and ${DRAWN}`
}

/** When and where the faults of one test happen: draws by turns from a seed that every run has and from one that only this run has. */
export function faultChance(): () => number {
  const draws = [chanceOf(1), chanceOf(DRAWN)]
  let turn = 0
  return () => draws[turn++ % 2]!()
}

/** Hands a line with the figures of a suite to `npm run bench -- --full`, which prints and keeps it; nobody asks for it otherwise. */
export function tellFigures(line: string): void {
  if (process.env.FAULTS_FIGURES) appendFileSync(process.env.FAULTS_FIGURES, `${basename(expect.getState().testPath ?? '')}: ${line}\n`)
}
