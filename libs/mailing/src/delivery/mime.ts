import { randomBytes } from 'node:crypto'
import { foldLines } from 'nodemailer/lib/mime-funcs'
import MimeNode from 'nodemailer/lib/mime-node'
import { encode, wrap } from 'nodemailer/lib/qp'
import type { ComposedMail } from '../compose/message.js'

/** A mail as it goes over the wire, lines ended by CRLF. */
export interface WrittenMail {
  /** Fields of the head in order, folded, each without its last CRLF. */
  fields: readonly string[]
  body: string
}

const LINE = 76

/**
 * Writes a mail in the one shape that ours have: mixed( alternative( text, HTML, calendar ), invite.ics ), or alternative( text, HTML ) (RFC 2045,
 * 2046, 2047). Byte for byte what nodemailer's composer writes, by its own functions for fields and quoted-printable, but without a tree of streams
 * for each mail, which cost more than all else of it together.
 * @param boundary part of the boundaries between the parts; random, so that no text can hold it
 */
export function writeMail(mail: ComposedMail, date: Date, boundary = randomBytes(12).toString('hex')): WrittenMail {
  const [outer, inner] = [1, 2].map((n) => `--_NmP-${boundary}-Part_${n}`) as [string, string]
  const texts = [text('text/plain; charset=utf-8', mail.text), text('text/html; charset=utf-8', mail.html)]
  const invite = mail.icalEvent
  const alternative = invite ? multipart('alternative', inner, [...texts, text(`text/calendar; charset=utf-8; method=${invite.method}`, invite.content)]) : multipart('alternative', outer, texts)
  const whole = invite ? multipart('mixed', outer, [part(alternative), attachment(invite)]) : alternative
  return { fields: [...headOf(mail, date), ...whole.fields], body: whole.body }
}

/** The text of the whole. */
export function wireText({ fields, body }: WrittenMail): string {
  return `${fields.join('\r\n')}\r\n\r\n${body}`
}

function headOf({ headers, from, to, replyTo, subject, messageId }: ComposedMail, date: Date): string[] {
  const given = { ...headers, 'From': from, 'To': to, 'Reply-To': replyTo, 'Subject': subject, 'Message-ID': messageId, 'Date': date, 'MIME-Version': '1.0' }
  return Object.entries(given).map(([name, value]) => foldLines(`${name}: ${MimeNode.encodeHeaderValue(name, value)}`, LINE))
}

function multipart(kind: 'mixed' | 'alternative', boundary: string, parts: readonly string[]): WrittenMail {
  return {
    fields: [foldLines(`Content-Type: multipart/${kind}; boundary="${boundary}"`, LINE)],
    body: `${parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('')}--${boundary}--\r\n`,
  }
}

const part = wireText

function text(type: string, content: string): string {
  const body = wrap(encode(content), LINE).replace(/\r?\n/g, '\r\n')
  return part({ fields: [`Content-Type: ${type}`, 'Content-Transfer-Encoding: quoted-printable'], body })
}

function attachment({ filename, content }: NonNullable<ComposedMail['icalEvent']>): string {
  const body = Buffer.from(content).toString('base64').replace(/.{76}(?!$)/g, '$&\r\n')
  return part({ fields: [`Content-Type: application/ics; name=${filename}`, `Content-Disposition: attachment; filename=${filename}`, 'Content-Transfer-Encoding: base64'], body })
}
