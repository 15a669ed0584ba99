import { type Socket, connect } from 'node:net'
import { createInterface } from 'node:readline'
import { connect as connectTls } from 'node:tls'

/**
 * Says EHLO to a mail server and leaves (RFC 5321, 4.1.1.1).
 * @param url `smtp://` or `smtps://`; user and password are not used
 * @returns whether the server offers STARTTLS
 * @throws Error with a few words that name neither the host nor the user
 */
export async function greet(url: string, patienceMilliseconds: number): Promise<{ startTls: boolean }> {
  const { protocol, hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const socket: Socket = protocol === 'smtps:' ? connectTls({ host, port: Number(port || 465), servername: host }) : connect({ host, port: Number(port || 587) })
  const timer = setTimeout(() => socket.destroy(new Error('timeout')), patienceMilliseconds)
  let failure: NodeJS.ErrnoException | null = null
  socket.on('error', (error) => { failure = error })
  try {
    const extensions: string[] = []
    let step: 'banner' | 'ehlo' = 'banner'
    // A reply runs over several lines: `250-SIZE`, the last one with a blank, `250 HELP`.
    for await (const line of createInterface({ input: socket })) {
      const [, code, more, text = ''] = /^(\d{3})([ -])?(.*)$/.exec(line) ?? []
      if (code !== (step === 'banner' ? '220' : '250')) throw new Error(code === undefined ? 'answers, but not as a mail server' : `answers ${code}`)
      if (step === 'ehlo') extensions.push(text.trim().toUpperCase())
      if (more === '-') continue
      if (step === 'ehlo') {
        socket.end('QUIT\r\n')
        return { startTls: extensions.includes('STARTTLS') }
      }
      step = 'ehlo'
      socket.write('EHLO doctor.invalid\r\n')
    }
    throw new Error(reasonOf(failure))
  } catch (error) {
    throw failure === null ? error : new Error(reasonOf(failure))
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

function reasonOf(failure: NodeJS.ErrnoException | null): string {
  if (failure === null) return 'closes the connection without an answer'
  if (failure.message === 'timeout') return 'does not answer in time'
  return `cannot be reached (${failure.code ?? 'error'})`
}
