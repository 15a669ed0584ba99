import { gzipSync } from 'node:zlib'

/** A token that JSON.stringify could not write: `1e309`, a number of 17 digits. */
export class RawJson {
  constructor(readonly token: string) {}
}

/**
 * Writes out the generators of a table of bad inputs: `$rep` [text, times], `$cat` parts, `$nest` [open, times, close], `$jsonRaw` token, `$hex` bytes,
 * `$gzipZeros` length, `$keys` number of urlencoded keys. Everything else stays as it is.
 * @throws Error for a generator that is not known
 */
export function expanded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expanded)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const [first] = entries
  if (entries.length !== 1 || !first || !first[0].startsWith('$')) return Object.fromEntries(entries.map(([key, part]) => [key, expanded(part)]))
  return generated(first[0], first[1], value)
}

function generated(name: string, given: unknown, whole: object): unknown {
  const list = given as unknown[]
  switch (name) {
    case '$rep': return String(list[0]).repeat(Number(list[1]))
    case '$cat': return list.map((part) => String(expanded(part))).join('')
    case '$nest': return String(list[0]).repeat(Number(list[1])) + String(list[2]).repeat(Number(list[1]))
    case '$jsonRaw': return new RawJson(String(given))
    case '$hex': return Buffer.from(String(given), 'hex')
    case '$gzipZeros': return gzipSync(Buffer.alloc(Number(given)))
    case '$keys': return Array.from({ length: Number(given) }, (_, n) => `k${n}=1`).join('&')
    // Read by the run that needs them.
    case '$body': case '$rawHead': return { [name]: expanded(given) }
    case '$slow': case '$rows': case '$dupe': case '$cells': case '$xlsm': case '$xmlBomb': case '$bytes': return whole
    default: throw new Error(`The table uses ${name}, which nothing here writes out.`)
  }
}

/** JSON text with raw tokens put in as they are. */
export function jsonText(value: unknown): string {
  const tokens: string[] = []
  const text = JSON.stringify(value, (_key, part: unknown) => (part instanceof RawJson ? `\u0000${tokens.push(part.token) - 1}` : part))
  return text.replace(/"\\u0000(\d+)"/g, (_, index: string) => tokens[Number(index)]!)
}
