import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { closeSlowBodies } from './slow-bodies.js'

jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => response.end('all of it'))
  request.on('error', () => undefined)
})
beforeAll(async () => {
  closeSlowBodies(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => server.close())

/** Begins to send a body of 200,000 bytes and says when the server closes. */
async function begin(path: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  const closed = once(socket, 'close')
  await once(socket, 'connect')
  const seen = once(server, 'request')
  socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n`)
  const [request] = (await seen) as [import('node:http').IncomingMessage]
  const send = async (bytes: number) => {
    const before = request.socket.bytesRead
    socket.write('x'.repeat(bytes))
    while (request.socket.bytesRead < before + bytes) await new Promise((next) => setImmediate(next))
  }
  return { send, closed, text: () => text, socket }
}

test('a body that does not come is closed with 408, wherever it is sent', async () => {
  for (const path of ['/api/v1/session', '/t/sel.mac/datei/vollmacht']) {
    const { send, closed, text } = await begin(path)
    await send(100)
    jest.advanceTimersByTime(8_000)
    await closed
    expect(text()).toMatch(/^HTTP\/1\.1 408 /)
  }
})

test('a file may take its time for as long as it flows, any other body may not', async () => {
  const file = await begin('/t/sel.mac/datei/vollmacht')
  for (let n = 0; n < 2; n++) {
    await file.send(70_000)
    jest.advanceTimersByTime(8_000)
  }
  await file.send(60_000)
  while (!file.text().includes('all of it')) await new Promise((next) => setImmediate(next))
  file.socket.destroy()

  const other = await begin('/t/sel.mac/angaben')
  await other.send(70_000)
  jest.advanceTimersByTime(8_000)
  await other.closed
  expect(other.text()).toMatch(/^HTTP\/1\.1 408 /)
})
