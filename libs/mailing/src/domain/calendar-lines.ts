/** Most octets a physical line may have (RFC 5545 §3.1), its CRLF not counted. */
const LINE_OCTETS = 75

/**
 * Folds one content line: at most 75 octets of UTF-8 a physical line, never inside a character, each line ended by CRLF (RFC 5545 §3.1).
 */
export function foldLine(line: string): string {
  if (line.length * 3 <= LINE_OCTETS || Buffer.byteLength(line) <= LINE_OCTETS) return `${line}\r\n`
  let folded = ''
  let octets = 0
  let start = 0
  for (let at = 0; at < line.length;) {
    const point = line.codePointAt(at) ?? 0
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
    if (octets + size > LINE_OCTETS) {
      folded += `${line.slice(start, at)}\r\n `
      start = at
      octets = 1
    }
    octets += size
    at += size === 4 ? 2 : 1
  }
  return `${folded}${line.slice(start)}\r\n`
}

/** The content lines of a calendar, unfolded. */
export function unfoldLines(text: string): string[] {
  return text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/).filter((line) => line !== '')
}

/** A content line taken apart; parameters keep their quotes. */
export interface ContentLine {
  name: string
  parameters: readonly string[]
  value: string
}

/** Splits `NAME;PARAM=…:value` outside quotes; `null` when it is no content line or a quote stays open. */
export function parseLine(line: string): ContentLine | null {
  let quoted = false
  let start = 0
  const parts: string[] = []
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]
    if (sign === '"') quoted = !quoted
    if (quoted || (sign !== ';' && sign !== ':')) continue
    parts.push(line.slice(start, at))
    start = at + 1
    if (sign === ':') {
      const [name = '', ...parameters] = parts
      return /^[A-Z0-9-]+$/.test(name) ? { name, parameters, value: line.slice(start) } : null
    }
  }
  return null
}

/** A parameter value that may stand between double quotes: RFC 5545 knows no escape for a quote inside, so quotes, controls and line ends go. */
export function quotedParameter(text: string): string {
  return `"${text.replace(/["\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ').replace(/ +/g, ' ').trim()}"`
}
