import { createTransport } from 'nodemailer'
import type { ComposedMail } from '../../libs/mailing/src/compose/index.js'

const stream = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

/** The mail as it would go over the wire, with a fixed date and fixed part boundaries so that it can be compared byte by byte. */
export async function renderedMail(mail: ComposedMail): Promise<string> {
  const fixed = { ...mail, date: new Date('2026-11-25T08:00:00Z'), baseBoundary: 'golden' }
  const { message } = await stream.sendMail(fixed) as unknown as { message: Buffer }
  return message.toString('utf8')
}
