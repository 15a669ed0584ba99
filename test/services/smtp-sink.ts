import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

/** A mail as the sink received it. */
export interface SinkMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: Buffer
  readonly parsed: ParsedMail
}

/** What the sink does instead of accepting: an SMTP answer, silence for good, or a cut connection. */
export type SinkRefusal = { readonly code: number; readonly text: string } | 'hang' | 'cut'

/** The sink's behaviour; tests may change both fields at any time. */
export interface SinkRules {
  /** Asked at RCPT TO. */
  recipient?: (address: string) => SinkRefusal | undefined
  /** Asked after DATA, before the 250; a mail that is refused here is not kept. */
  mail?: (mail: SinkMail) => SinkRefusal | undefined
}

/** A mail server that keeps what it gets. */
export interface SmtpSink {
  /** `smtp://127.0.0.1:PORT` */
  readonly url: string
  readonly port: number
  /** Accepted mails in order of arrival. */
  readonly mails: readonly SinkMail[]
  readonly rules: SinkRules
  /** Resolves with all mails as soon as there are at least `count`; rejects after `withinMs` and says what had arrived. */
  waitFor(count: number, withinMs?: number): Promise<readonly SinkMail[]>
  /** Resolves with the first mail that matches, one that is there already included. */
  waitForMail(matches: (mail: SinkMail) => boolean, withinMs?: number): Promise<SinkMail>
  /** Forgets the mails kept so far. */
  clear(): void
  stop(): Promise<void>
}

/** Starts a mail server on a free port of the loopback interface; no TLS, no sign-in. */
export async function startSmtpSink(rules: SinkRules = {}): Promise<SmtpSink> {
  const mails: SinkMail[] = []
  const arrivals = new EventEmitter().setMaxListeners(0)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, session, done) => settle(rules.recipient?.(address), session, done),
    onData: (stream, session, done) => void receive(stream, session, done),
  })
  // A client that is killed while it sends is what some tests are about.
  server.on('error', () => undefined)

  const settle = (refusal: SinkRefusal | undefined, session: SMTPServerSession, done: (error?: Error | null) => void) => {
    if (refusal === 'hang') return
    if (refusal === 'cut') return cut(server, session)
    done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }))
  }

  const receive = async (stream: NodeJS.ReadableStream, session: SMTPServerSession, done: (error?: Error | null) => void) => {
    try {
      const raw = await buffer(stream)
      const { mailFrom, rcptTo } = session.envelope
      const mail = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw, parsed: await simpleParser(raw) }
      const refusal = rules.mail?.(mail)
      if (!refusal) {
        mails.push(mail)
        arrivals.emit('mail')
      }
      settle(refusal, session, done)
    } catch (error) {
      done(error as Error)
    }
  }

  const waitUntil = async <T>(look: () => T | undefined, withinMs: number, what: string): Promise<T> => {
    const signal = AbortSignal.timeout(withinMs)
    for (;;) {
      const found = look()
      if (found !== undefined) return found
      try {
        await once(arrivals, 'mail', { signal })
      } catch {
        const subjects = mails.map(({ to, parsed }) => `${to.join(', ')}: ${parsed.subject ?? ''}`)
        throw new Error(`No ${what} within ${withinMs} ms; arrived so far (${mails.length}):\n${subjects.slice(-20).join('\n')}`)
      }
    }
  }

  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  server.server.unref()
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    rules,
    waitFor: (count, withinMs = 10_000) => waitUntil(() => (mails.length >= count ? mails : undefined), withinMs, `${count} mails`),
    waitForMail: (matches, withinMs = 10_000) => waitUntil(() => mails.find(matches), withinMs, 'matching mail'),
    clear: () => { mails.length = 0 },
    stop: () => {
      for (const connection of connectionsOf(server)) connection._socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Connection { readonly session: SMTPServerSession; readonly _socket: { destroy(): void } }

/** smtp-server has no public way to drop one client. */
function connectionsOf(server: SMTPServer): Iterable<Connection> {
  return (server as unknown as { connections: Set<Connection> }).connections
}

function cut(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of connectionsOf(server)) if (connection.session.id === session.id) connection._socket.destroy()
}
