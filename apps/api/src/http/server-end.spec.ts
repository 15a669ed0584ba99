import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, type Socket, connect } from 'node:net'
import type { INestApplication } from '@nestjs/common'
import { limitConnections } from './server.js'

test('a server that ends answers what it has in hand and waits for no connection that rests', async () => {
  let answer!: () => void
  const asked = new Promise<void>((seen) => {
    server.on('request', ({ url }, response) => {
      if (url !== '/slow') return void response.end('quick')
      answer = () => response.end('slow')
      seen()
    })
  })
  limitConnections({ getHttpServer: () => server } as INestApplication)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const silent = await open()
  const half = await open('GET / HTTP/1.1\r\nHost: a\r\n')
  const rested = await open('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  await once(rested.socket, 'data')
  const busy = await open('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n')
  await asked

  const ended = new Promise((done) => server.close(done))
  await Promise.all([silent.ended, half.ended, rested.ended])
  answer()
  await Promise.all([busy.ended, ended])
  expect(busy.text()).toContain('slow')
}, 10_000)

const server = createServer()

async function open(sent?: string): Promise<{ socket: Socket; ended: Promise<unknown>; text(): string }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  const ended = new Promise((done) => socket.once('close', done))
  await once(socket, 'connect')
  if (sent) socket.write(sent)
  return { socket, ended, text: () => text }
}
