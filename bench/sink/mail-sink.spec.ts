import { once } from 'node:events'
import { type AddressInfo, type Socket, connect } from 'node:net'
import { MailSink } from './mail-sink.js'

const mail = (id: string, more = '') => `Message-ID: <${id}@dialog.example>\r\nSubject: x\r\n${more}\r\n.. a dot of its own\r\n`

describe('the sink counts', () => {
  let sink: MailSink
  let socket: Socket
  let said = ''

  beforeEach(async () => {
    sink = new MailSink()
    sink.server.listen(0, '127.0.0.1')
    await once(sink.server, 'listening')
    socket = connect((sink.server.address() as AddressInfo).port, '127.0.0.1')
    said = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => (said += chunk))
    await answered('220')
  })

  afterEach(async () => {
    socket.destroy()
    sink.server.close()
    await once(sink.server, 'close')
  })

  /** Waits until the server has said a line that begins so, and forgets it. */
  async function answered(code: string): Promise<void> {
    const line = new RegExp(`^${code}.*\r\n`, 'm')
    while (!line.test(said)) await once(socket, 'data')
    said = said.replace(line, '')
  }

  async function send(...chunks: string[]): Promise<void> {
    socket.write('MAIL FROM:<a@dialog.example>\r\nRCPT TO:<b@stadt.example>\r\nDATA\r\n')
    await answered('354')
    for (const chunk of chunks) await new Promise<void>((resolve) => socket.write(chunk, () => setImmediate(resolve)))
    await answered('250 taken')
  }

  it('each mail once, and those with a Message-ID of their own', async () => {
    await send(`${mail('one')}.\r\n`)
    await send(`${mail('two', 'Content-Type: text/calendar; method=REQUEST\r\n')}.\r\n`)
    await send(`${mail('two')}.\r\n`)
    expect(sink.take()).toEqual({ mails: 3, different: 2, calendars: 1 })
    expect(sink.take()).toEqual({ mails: 0, different: 0, calendars: 0 })
  })

  it('one mail when its end comes in pieces', async () => {
    await send(mail('cut').slice(0, 20), mail('cut').slice(20, -2), '\r', '\n', '.', '\r', '\n')
    expect(sink.take()).toEqual({ mails: 1, different: 1, calendars: 0 })
  })

  it('the same when it is far away, and answers not before its latency is over', async () => {
    sink.latency = 20
    const began = performance.now()
    await send(`${mail('one')}.\r\n`)
    expect(performance.now() - began).toBeGreaterThanOrEqual(38)
    expect(sink.take()).toMatchObject({ mails: 1 })
  })
})
