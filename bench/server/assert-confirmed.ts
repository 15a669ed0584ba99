import type { BenchServer } from './bench-server.js'

/** Every acknowledged confirmation is in the rows, once, with what hangs on it. @throws Error with all counts otherwise. */
export async function assertConfirmed(server: BenchServer, eventId: string, expected: { confirmed: number; waiting: number }): Promise<void> {
  const counts = await server.call('countEvent', { eventId })
  const people = expected.confirmed + expected.waiting
  const line = counts.positions.every((position, index) => position === index + 1)
  const right = counts.confirmed === expected.confirmed && counts.waiting === expected.waiting && counts.unconfirmed === 0 && counts.arrivals === people
    && counts.firstComeFirstServed && counts.positions.length === expected.waiting && line
    && counts.audits === people && counts.letters === people && counts.manageLinks === people
  if (!right) throw new Error(`rows and answers differ: expected ${JSON.stringify(expected)}, found ${JSON.stringify({ ...counts, positions: counts.positions.length, line })}`)
}
