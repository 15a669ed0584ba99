import { randomBytes } from 'node:crypto'
import type { Config } from '@app/platform'
import type { MailEnvelope } from '../compose/message.js'
import { deliverableAddress } from '../domain/mail-address.js'

/** What is fixed with the message row: a repeat goes out with the same, so that mailboxes fold it. */
export interface Postage {
  /** Without angle brackets. */
  messageId: string
  /** Token of the envelope sender, which names the message when it bounces. */
  verp: string
}

type Post = Pick<Config, 'mailFrom' | 'mailReplyTo'>

/** Fresh random postage in the domain of MAIL_FROM. Lower-case hexadecimal, because some servers fold the case of local parts. */
export function newPostage(config: Post): Postage {
  return { messageId: `${randomBytes(16).toString('hex')}@${ownDomain(config)}`, verp: randomBytes(12).toString('hex') }
}

/** A calendar UID: 128 random bits in our domain (RFC 7986 §5.3 asks for ones that tell nothing). */
export function newCalendarUid(config: Post): string {
  return `${randomBytes(16).toString('hex')}@${ownDomain(config)}`
}

/** Sender, answers and return path of one mail. */
export function envelopeOf(config: Post, postage: Postage, senderName: string): Omit<MailEnvelope, 'calendar'> {
  return {
    from: { name: senderName, address: config.mailFrom.address },
    replyTo: config.mailReplyTo ?? { name: senderName, address: config.mailFrom.address },
    messageId: postage.messageId,
    verpAddress: plusAddress(config, postage.verp),
  }
}

/**
 * The organiser's mailbox in calendar entries: a plus-address of MAIL_FROM that reads answers. Derived from the UID, because a
 * cancellation must name the same organiser as the invitation (RFC 5546 §3.2.5).
 */
export function organiserAddress(config: Post, uid: string): string {
  return plusAddress(config, uid.split('@')[0]!.slice(0, 24))
}

function plusAddress(config: Post, token: string): string {
  const address = deliverableAddress(config.mailFrom.address)
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${token}${address.slice(at)}`
}

function ownDomain(config: Post): string {
  return deliverableAddress(config.mailFrom.address).split('@').pop()!
}
