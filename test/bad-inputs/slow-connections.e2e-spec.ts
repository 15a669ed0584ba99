import { connect } from 'node:net'
import { type Installation, startEmbedded } from '../support/installation.js'
import { plainRequest } from '../support/plain-request.js'

const SOCKETS = 300
const CLOSED_WITHIN = 10_000

/** How a connection can be held for ever: silence, a head that never ends, a body that never ends. */
const WAYS = [
  { name: 'nothing at all', head: '', rest: '' },
  { name: 'a head without an end', head: '', rest: `GET /de HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(100)}` },
  { name: 'a body without an end', head: 'POST /api/v1/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n', rest: 'a'.repeat(100) },
] as const

/** Holds a connection by one byte a second. @returns milliseconds until the server closed it, Infinity when it did not within twice the time allowed */
function hold(url: string, { head, rest }: (typeof WAYS)[number]): Promise<number> {
  const { hostname, port } = new URL(url)
  const started = performance.now()
  return new Promise((resolve) => {
    let sent = 0
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(head))
    const byte = setInterval(() => { if (sent < rest.length) socket.write(rest[sent++]!) }, 1_000)
    const giveUp = setTimeout(() => socket.destroy(new Error('held')), 2 * CLOSED_WITHIN)
    let held = false
    socket.resume()
    socket.on('error', (error) => { held = error.message === 'held' })
    socket.on('close', () => {
      clearInterval(byte)
      clearTimeout(giveUp)
      resolve(held ? Infinity : performance.now() - started)
    })
  })
}

// Ten seconds long by its nature: it waits for the server's own clock.
test(`${SOCKETS} connections that send a byte a second are closed within ten seconds, and everybody else is served meanwhile`, async () => {
  const installation: Installation = await startEmbedded()
  try {
    let isOver = false
    const held = Promise.all(Array.from({ length: SOCKETS }, (_, n) => hold(installation.url, WAYS[n % WAYS.length]!))).finally(() => { isOver = true })
    const waits: number[] = []
    while (!isOver) {
      const asked = performance.now()
      expect((await plainRequest(`${installation.url}/de`)).status).toBe(200)
      waits.push(performance.now() - asked)
    }
    const times = await held
    const longest = WAYS.map(({ name }, way) => ({ name, closedInTime: times.filter((_, n) => n % WAYS.length === way).every((time) => time <= CLOSED_WITHIN) }))
    expect(longest).toEqual(WAYS.map(({ name }) => ({ name, closedInTime: true })))
    // Longer than a moment: the connections really were held.
    expect(Math.min(...times)).toBeGreaterThan(1_000)
    expect(waits.length).toBeGreaterThan(20)
    expect(waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.95)]).toBeLessThan(1_000)
  } finally {
    await installation.kill()
  }
}, 90_000)
