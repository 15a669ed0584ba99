import type { Transporter } from 'nodemailer'
import type { Clock } from '@app/platform'
import type { ComposedMail } from '../compose/message.js'
import type { DkimSigner } from './dkim.js'
import type { Delivery, DeliveryOutcome } from './delivery.js'
import { outcomeOfFault } from './smtp-outcome.js'
import { smtpTls } from './smtp-tls.js'

/** Milliseconds; the whole stays below the longest that a row of the outbox may be in hand, so that a slow mail is not taken by a second worker. */
export interface SmtpTimeouts {
  connection: number
  greeting: number
  /** Silence in the middle of a conversation. */
  socket: number
  /** The whole of one mail, waiting for a free connection included: a server that drips byte by byte never falls silent. */
  whole: number
}

const TIMEOUTS: SmtpTimeouts = { connection: 10_000, greeting: 10_000, socket: 30_000, whole: 90_000 }

/** Sends through a mail server, over a pool of connections. A mail that hangs holds one connection and nothing else. */
export class SmtpDelivery implements Delivery {
  private transport: Promise<Transporter> | null = null
  private closed = false

  constructor(
    private readonly url: string,
    private readonly clock: Clock,
    private readonly timeouts: SmtpTimeouts = TIMEOUTS,
    private readonly dkim: DkimSigner | null = null,
    readonly connections = 5,
  ) {}

  async deliver(mail: ComposedMail): Promise<DeliveryOutcome> {
    if (this.closed) return { kind: 'later', reason: 'closing' }
    const transport = await (this.transport ??= this.open())
    const tooLong = new AbortController()
    const timer = setTimeout(() => tooLong.abort(), this.timeouts.whole)
    try {
      return await Promise.race([this.send(transport, mail), until(tooLong.signal)])
    } finally {
      clearTimeout(timer)
    }
  }

  async close(): Promise<void> {
    this.closed = true
    await this.transport?.then((transport) => transport.close())
  }

  private async send(transport: Transporter, mail: ComposedMail): Promise<DeliveryOutcome> {
    try {
      await transport.sendMail({ envelope: mail.envelope, raw: await this.written(mail) })
      return { kind: 'sent' }
    } catch (error) {
      return outcomeOfFault(error)
    }
  }

  private async written(mail: ComposedMail): Promise<string> {
    // Imported with the first mail, like the transport: the start of the server does not wait for it.
    const { wireText, writeMail } = await import('./mime.js')
    const written = writeMail(mail, this.clock.now())
    return wireText(this.dkim ? await this.dkim(written) : written)
  }

  private async open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer')
    const options = {
      ...smtpTls(this.url),
      pool: true,
      maxConnections: this.connections,
      // A connection that the server closed before it took anything is tried once more; the rest of the retries belongs to the outbox.
      maxRequeues: 1,
      connectionTimeout: this.timeouts.connection,
      greetingTimeout: this.timeouts.greeting,
      socketTimeout: this.timeouts.socket,
      disableFileAccess: true,
      disableUrlAccess: true,
    }
    return createTransport(options as unknown as Parameters<typeof createTransport>[0]) as Transporter
  }
}

function until(signal: AbortSignal): Promise<DeliveryOutcome> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'later', reason: 'smtp_timeout' }), { once: true })
  })
}
