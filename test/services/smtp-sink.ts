import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
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

/** What becomes of a mail: refused, or taken after so many milliseconds, or taken and the connection cut right after the answer. */
export type SinkTurn = SinkRefusal | { readonly slow: number } | 'take-and-cut'

/** The sink's behaviour; tests may change both fields at any time. */
export interface SinkRules {
  /** Asked at RCPT TO. */
  recipient?: (address: string) => SinkRefusal | undefined
  /** Asked after DATA, before the 250; a mail that is refused here is not kept. */
  mail?: (mail: SinkMail) => SinkTurn | undefined
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
  /** The most conversations at the same moment that had named a recipient of this domain and waited for the answer to it or to its mail. */
  mostAtOnce(domain: string): number
  /** Forgets the mails kept so far. */
  clear(): void
  stop(): Promise<void>
}

/** Starts a mail server on a free port of the loopback interface; no TLS, no sign-in. */
export async function startSmtpSink(rules: SinkRules = {}): Promise<SmtpSink> {
  const mails: SinkMail[] = []
  const arrivals = new EventEmitter().setMaxListeners(0)
  const conversations = new Conversations()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onMailFrom: (_from, session, done) => {
      conversations.end(session.id)
      done()
    },
    onRcptTo: ({ address }, session, done) => {
      conversations.begin(session.id, address)
      settle(rules.recipient?.(address), session, done)
    },
    onClose: (session) => conversations.end(session.id),
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
      const turn = rules.mail?.(mail)
      if (typeof turn === 'object' && 'slow' in turn) await pause(turn.slow)
      conversations.end(session.id)
      if (isRefusal(turn)) return settle(turn, session, done)
      mails.push(mail)
      arrivals.emit('mail')
      done()
      if (turn === 'take-and-cut') for (const connection of connectionsOf(server)) if (connection.session.id === session.id) connection._socket.end()
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
    mostAtOnce: (domain) => conversations.most.get(domain) ?? 0,
    clear: () => { mails.length = 0 },
    stop: () => {
      for (const connection of connectionsOf(server)) connection._socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

function isRefusal(turn: SinkTurn | undefined): turn is SinkRefusal {
  return turn === 'hang' || turn === 'cut' || (typeof turn === 'object' && 'code' in turn)
}

/** Counts conversations by the domain that they are about. */
class Conversations {
  readonly most = new Map<string, number>()
  private readonly about = new Map<string, string>()

  begin(session: string, address: string): void {
    const domain = address.split('@').pop()!
    this.about.set(session, domain)
    const now = [...this.about.values()].filter((other) => other === domain).length
    this.most.set(domain, Math.max(now, this.most.get(domain) ?? 0))
  }

  end(session: string): void {
    this.about.delete(session)
  }
}

interface Connection { readonly session: SMTPServerSession; readonly _socket: { destroy(): void; end(): void } }

/** smtp-server has no public way to drop one client. */
function connectionsOf(server: SMTPServer): Iterable<Connection> {
  return (server as unknown as { connections: Set<Connection> }).connections
}

function cut(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of connectionsOf(server)) if (connection.session.id === session.id) connection._socket.destroy()
}
