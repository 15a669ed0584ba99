import type { ComposedMail } from '../../libs/mailing/src/compose/index.js'
import { wireText, writeMail } from '../../libs/mailing/src/delivery/mime.js'

/** The mail as it would go over the wire, with a fixed date and fixed part boundaries so that it can be compared byte by byte. */
export function renderedMail(mail: ComposedMail): string {
  return wireText(writeMail(mail, new Date('2026-11-25T08:00:00Z'), 'golden'))
}
