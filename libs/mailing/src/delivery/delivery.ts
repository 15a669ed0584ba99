import type { ComposedMail } from '../compose/message.js'

/** What became of one mail at the door of the mail server. */
export type DeliveryOutcome =
  /** Taken over by the server (or kept in the built-in mailbox). */
  | { kind: 'sent' }
  /** Not now: the server said 4xx, was silent, or was not there. `reason` is a short code without personal data. */
  | { kind: 'later'; reason: string }
  /** Never: the server refused with 5xx. `reply` is what it said, at most 300 characters. */
  | { kind: 'refused'; reply: string }

/**
 * Hands finished mails over: to a mail server, or to the built-in mailbox. Retry is not its business; the outbox does that.
 * Faults of the way are values, so that one mail cannot stop another.
 */
export interface Delivery {
  /** Mails that it hands over at the same time; more of them stand in line. */
  readonly connections: number
  deliver(mail: ComposedMail): Promise<DeliveryOutcome>
  /** Lets go of connections; what is delivered afterwards is answered with `later`. */
  close(): Promise<void>
}

/** Token of the one delivery that this configuration has. */
export const DELIVERY = Symbol('Delivery')
