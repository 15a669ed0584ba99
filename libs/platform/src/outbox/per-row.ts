/** A value for each row of one statement: `CASE id WHEN … THEN … END`, with names of its own for its parameters. */
export function perRow(name: string, values: readonly (readonly [id: string, value: number | null])[]): { sql: string; parameters: Record<string, string | number | null> } {
  const cases = values.map((_, at) => `WHEN :${name}Id${at} THEN :${name}${at}`)
  return { sql: `CASE id ${cases.join(' ')} END`, parameters: Object.fromEntries(values.flatMap(([id, value], at) => [[`${name}Id${at}`, id], [`${name}${at}`, value]])) }
}

/** A statement over several rows that did not find each of them as it was read: somebody else is at one of them. */
export class NotAlone extends Error {}
