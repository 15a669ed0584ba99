import { type Sizes, sizesOf } from './sizes.js'

/** What the bench is asked for. */
export interface Wanted<Name extends string> {
  sizes: Sizes
  /** Measurements to take, in the order in which they are known. */
  names: Name[]
  /** Whether the suites of faults follow at full size. */
  hasFaults: boolean
  /** Whether the table goes to docs/benchmarks.md. */
  isWritten: boolean
}

/**
 * Reads the command line: `--quick` for a first look, `--full` for the sizes of the figures, the faults
 * included unless there is an `--only` or `--no-faults`, `--only` with names divided by commas,
 * `--write` for the document, which always holds every row.
 * @param known names of all measurements @throws Error with the usage for anything else
 */
export function readArguments<Name extends string>(args: readonly string[], known: readonly Name[]): Wanted<Name> {
  const refuse = (what: string) => new Error(`${what} Usage: npm run bench -- [--quick|--full] [--no-faults] [--only ${known.join(',')}] [--write]`)
  const rest = [...args]
  const at = rest.indexOf('--only')
  const chosen = at < 0 ? null : (rest.splice(at, 2)[1] ?? '').split(',')
  const unknown = rest.find((arg) => !['--quick', '--full', '--no-faults', '--write'].includes(arg))
  if (unknown !== undefined) throw refuse(`Unknown option ${unknown}.`)
  const stranger = chosen?.find((name) => !(known as readonly string[]).includes(name))
  if (stranger !== undefined) throw refuse(`Unknown measurement "${stranger}".`)
  const isWritten = rest.includes('--write')
  if (isWritten && chosen) throw refuse('--write needs every row, so it goes without --only.')
  const sizes = sizesOf(rest)
  return { sizes, hasFaults: sizes.name === 'full' && !chosen && !rest.includes('--no-faults'), names: known.filter((name) => chosen?.includes(name) ?? true), isWritten }
}
