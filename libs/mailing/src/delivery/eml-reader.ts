/** A mail of ours, read back. */
export interface ReadMail {
  /** Name and address as the header has them. */
  from: string
  to: string
  subject: string
  text: string
  /** The calendar message as text, or null. */
  calendar: string | null
  /** Its METHOD, or null. */
  method: string | null
}

type Headers = ReadonlyMap<string, string>

/**
 * Reads a mail that we composed ourselves (RFC 2045–2047: encoded words, base64, quoted-printable, nested multiparts; UTF-8 only).
 * Not for mail from outside, which is hostile and has more forms.
 */
export function readOwnMail(raw: Buffer): ReadMail {
  const part = partOf(raw.toString('latin1'))
  const parts = leavesOf(part)
  const text = parts.find(({ headers }) => typeOf(headers) === 'text/plain')
  const calendar = parts.find(({ headers }) => typeOf(headers) === 'text/calendar')
  return {
    from: header(part.headers, 'from'),
    to: addressIn(header(part.headers, 'to')),
    subject: header(part.headers, 'subject'),
    text: text ? contentOf(text) : '',
    calendar: calendar ? contentOf(calendar) : null,
    method: calendar ? parameter(calendar.headers, 'method') : null,
  }
}

interface Part {
  headers: Headers
  /** Octets as latin1. */
  body: string
}

function partOf(octets: string): Part {
  const end = octets.indexOf('\r\n\r\n')
  const head = (end < 0 ? octets : octets.slice(0, end)).replace(/\r\n[ \t]+/g, ' ')
  const lines = head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const)
  return { headers: new Map(lines), body: end < 0 ? '' : octets.slice(end + 4) }
}

function leavesOf(part: Part): Part[] {
  const boundary = parameter(part.headers, 'boundary')
  if (!typeOf(part.headers).startsWith('multipart/') || boundary === null) return [part]
  const pieces = `\r\n${part.body}`.split(`\r\n--${boundary}`).slice(1)
  return pieces.filter((piece) => !piece.startsWith('--')).flatMap((piece) => leavesOf(partOf(piece.replace(/^[ \t]*\r\n/, ''))))
}

function contentOf({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  const octets = encoding === 'quoted-printable' ? unquoted(body.replace(/=\r\n/g, '')) : body
  return Buffer.from(octets, 'latin1').toString('utf8')
}

function unquoted(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function header(headers: Headers, name: string): string {
  const octets = headers.get(name) ?? ''
  // Blanks between two encoded words are no part of the text (RFC 2047 §6.2).
  const joined = octets.replace(/(\?=)\s+(=\?)/g, '$1$2')
  // One character may be cut over two words, so neighbours are decoded together.
  const decoded = joined.replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (words) => {
    const octetsOf = [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, form, text]) =>
      form!.toLowerCase() === 'b' ? Buffer.from(text!, 'base64').toString('latin1') : unquoted(text!.replaceAll('_', ' ')),
    )
    return octetsOf.join('')
  })
  return Buffer.from(decoded, 'latin1').toString('utf8')
}

function addressIn(value: string): string {
  return /<([^<>]*)>\s*$/.exec(value)?.[1] ?? value
}

function typeOf(headers: Headers): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase()
}

function parameter(headers: Headers, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(headers.get('content-type') ?? '')
  return found ? (found[1] ?? found[2] ?? null) : null
}
