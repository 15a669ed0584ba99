import { type KeyObject, createHash, sign } from 'node:crypto'
import type { Config } from '@app/platform'
import type { WrittenMail } from './mime.js'

/** Puts a signature (RFC 6376) in front of a mail's fields. */
export type DkimSigner = (mail: WrittenMail) => Promise<WrittenMail>

/** The fields of our mails that a reader or a program sees. */
const SIGNED = [
  'from', 'reply-to', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'content-transfer-encoding', 'auto-submitted', 'x-auto-response-suppress',
  'list-unsubscribe', 'list-unsubscribe-post',
]

/**
 * Signs with the key that was parsed at start: PEM would be parsed once for each mail. The arithmetic runs in a thread of its own, so that letters
 * beside it are read and written meanwhile. Null: mails go out unsigned.
 */
export function dkimSigner(dkim: Config['dkim']): DkimSigner | null {
  return dkim && (async (mail) => {
    const fields = SIGNED.flatMap((name) => mail.fields.findLast((field) => nameOf(field) === name) ?? [])
    const hash = createHash('sha256').update(relaxedBody(mail.body)).digest('base64')
    const unsigned = `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${dkim.domain}; s=${dkim.selector};\r\n`
      + ` h=${fields.map(nameOf).join(':')};\r\n bh=${hash};\r\n b=`
    const text = [...fields.map(relaxedField), relaxedField(unsigned)].join('\r\n')
    const signature = (await signatureOf(text, dkim.key)).toString('base64')
    return { fields: [unsigned + signature.replace(/.{72}(?!$)/g, '$&\r\n '), ...mail.fields], body: mail.body }
  })
}

function signatureOf(text: string, key: KeyObject): Promise<Buffer> {
  return new Promise((resolve, reject) => sign('sha256', Buffer.from(text), key, (error, signature) => (error ? reject(error) : resolve(signature))))
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':')).toLowerCase()
}

/** RFC 6376 §3.4.2: name in lower case, unfolded, runs of white space as one space, none around the colon and at the end. */
function relaxedField(field: string): string {
  return `${nameOf(field)}:${field.slice(field.indexOf(':') + 1).replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim()}`
}

/** RFC 6376 §3.4.4: runs of white space as one space, none at the end of a line, no empty lines at the end, one CRLF there. */
function relaxedBody(body: string): string {
  return `${body.replace(/[ \t]+/g, ' ').replace(/ \r\n/g, '\r\n').replace(/(?:\r\n)+$/, '')}\r\n`
}
