import { type KeyObject, createHash, verify } from 'node:crypto'

/** What a receiver learns from one signature. */
export interface DkimVerdict {
  bodyHash: boolean
  signature: boolean
  tags: Record<string, string>
}

/**
 * Checks the first DKIM signature of a mail as a receiver does (RFC 6376 §6.1.3, relaxed/relaxed, rsa-sha256). Written after the RFC and
 * sharing nothing with what signs.
 * @throws Error for a mail without a signature, or one of another kind
 */
export function checkDkim(raw: Buffer, publicKey: KeyObject): DkimVerdict {
  const text = raw.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/)
  const body = text.slice(end + 4)
  const signature = fields.find((field) => /^dkim-signature[ \t]*:/i.test(field))
  if (!signature) throw new Error('no DKIM signature')
  const tags = tagsOf(signature)
  if (tags.v !== '1' || tags.a !== 'rsa-sha256' || tags.c !== 'relaxed/relaxed' || tags.l !== undefined) throw new Error(`another kind of signature: ${JSON.stringify(tags)}`)
  const hash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64')
  const unsigned = signature.replace(/([:;][ \t\r\n]*b[ \t]*=)[^;]*/, '$1')
  // §5.4.2: of fields with the same name the last one is signed first.
  const left = [...fields]
  const names = (tags.h ?? '').split(':').map((name) => name.trim().toLowerCase())
  const signed = names.flatMap((name) => {
    const at = left.findLastIndex((field) => field.slice(0, field.indexOf(':')).trim().toLowerCase() === name)
    return at < 0 ? [] : left.splice(at, 1).map((field) => `${relaxedField(field)}\r\n`)
  })
  const data = Buffer.from(signed.join('') + relaxedField(unsigned), 'latin1')
  return { bodyHash: hash === tags.bh, signature: verify('sha256', data, publicKey, Buffer.from(tags.b ?? '', 'base64')), tags }
}

/** §3.4.2 */
function relaxedField(field: string): string {
  const at = field.indexOf(':')
  return `${field.slice(0, at).trim().toLowerCase()}:${field.slice(at + 1).replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim()}`
}

/** §3.4.4 */
function relaxedBody(body: string): string {
  const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
  while (lines.at(-1) === '') lines.pop()
  return lines.map((line) => `${line}\r\n`).join('')
}

/** §3.2 */
function tagsOf(field: string): Record<string, string> {
  return Object.fromEntries(field.slice(field.indexOf(':') + 1).split(';').flatMap((part) => {
    const at = part.indexOf('=')
    return at < 0 ? [] : [[part.slice(0, at).trim(), part.slice(at + 1).replace(/[ \t\r\n]/g, '')]]
  }))
}
