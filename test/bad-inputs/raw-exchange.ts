import { connect } from 'node:net'

export interface RawAnswer {
  /** Everything that came back until the server closed. */
  readonly text: string
  readonly status: number
  /** How many answers are in it. */
  readonly answers: number
  readonly milliseconds: number
}

/**
 * Writes bytes on a fresh connection and reads until the server closes it.
 * @throws Error when the server still holds the connection after 15 s
 */
export function rawExchange(url: string, bytes: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes))
    const timer = setTimeout(() => {
      socket.destroy()
      reject(new Error(`not closed after 15 s; so far: ${Buffer.concat(pieces).toString('latin1').slice(0, 300)}`))
    }, 15_000)
    socket.on('data', (piece: Buffer) => pieces.push(piece))
    // A server that refuses while we still write resets the connection; what it said before counts.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(timer)
      const text = Buffer.concat(pieces).toString('utf8')
      resolve({ text, status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), answers: text.match(/HTTP\/1\.1 \d\d\d/g)?.length ?? 0, milliseconds: performance.now() - started })
    })
  })
}
