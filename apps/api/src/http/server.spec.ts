import { once } from 'node:events'
import { Agent, type Server, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { INestApplication } from '@nestjs/common'
import { limitConnections, listen } from './server.js'

/** What Nest does when it starts, as far as listening is concerned. */
const appOf = (server: Server) => ({ init: async () => undefined, getHttpServer: () => server }) as unknown as INestApplication

test('a connection rests longer than proxies keep it, while heads have seconds (bodies: slow-bodies.spec.ts)', () => {
  const server = createServer()
  limitConnections(appOf(server))
  expect(server.keepAliveTimeout).toBeGreaterThan(60_000)
  expect(server.headersTimeout).toBeLessThanOrEqual(5_000)
})

test('a server that ends waits for the answer in hand and then for no resting connection', async () => {
  const server = createServer()
  limitConnections(appOf(server))
  await listen(appOf(server), { port: 0, host: '127.0.0.1' })
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  const ask = () => new Promise<string>((resolve, reject) => {
    get({ port, host: '127.0.0.1', agent }, (response) => {
      let text = ''
      response.on('data', (piece: Buffer) => { text += piece.toString() }).on('end', () => resolve(text))
    }).on('error', reject)
  })
  let ended: Promise<unknown> | null = null
  server.on('request', (_request, response) => {
    ended = once(server, 'close')
    server.close()
    setImmediate(() => response.end('done'))
  })
  expect(await ask()).toBe('done')
  await ended
  agent.destroy()
}, 5_000)

test('says that a port is taken', async () => {
  const [first, second] = [createServer(), createServer()]
  await listen(appOf(first), { port: 0, host: '127.0.0.1' })
  const { port } = first.address() as AddressInfo
  await expect(listen(appOf(second), { port, host: '127.0.0.1' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  first.close()
})
