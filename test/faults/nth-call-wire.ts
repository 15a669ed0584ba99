import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'
import type { NthCall } from './nth-call.js'

/** One thing that a client asked of a server. */
export interface Asked {
  readonly bytes: Buffer
  /** Its name; null for what is part of something asked before and cannot fail by itself. */
  readonly what: string | null
}

/** How a protocol divides what a client sends, and how its servers refuse. */
export interface Protocol {
  /** Takes bytes as they come. @returns what has come whole; keeps the rest */
  reader(): (bytes: Buffer) => Asked[]
  /** Refuses in place of the server. */
  refuse(client: Socket, server: Socket): void
}

/** A wire to a server on which a request can fail. */
export interface Wire {
  readonly port: number
  /** Cuts every connection: whoever asks next begins with a new one. */
  cut(): void
  close(): Promise<void>
}

/** Opens a port that leads to a server on this machine; `lost` and `unanswered` cut the line before or after the server has got the request. */
export async function openWire(target: number, protocol: Protocol, fault: NthCall): Promise<Wire> {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const there = connect(target, '127.0.0.1')
    const read = protocol.reader()
    for (const socket of [client, there]) {
      sockets.add(socket)
      // Cut lines are what this is about.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.end()
        there.end()
      })
    }
    there.on('data', (bytes: Buffer) => client.write(bytes))
    client.on('data', (bytes: Buffer) => {
      for (const { bytes: asked, what } of read(bytes)) {
        if (client.destroyed) return
        if (what === null || !fault.isTurn(what)) there.write(asked)
        else if (fault.way === 'refused') protocol.refuse(client, there)
        else {
          if (fault.way === 'unanswered') there.write(asked)
          there.removeAllListeners('data').resume()
          there.end()
          client.destroy()
        }
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => { for (const socket of sockets) socket.destroy() }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Lines; between DATA and the line with a single dot they are the mail, and only that dot is answered (RFC 5321, 4.1.1.4). */
export const smtpProtocol: Protocol = {
  reader() {
    let rest = Buffer.alloc(0)
    let isMail = false
    return (bytes) => {
      rest = Buffer.concat([rest, bytes])
      const asked: Asked[] = []
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.subarray(0, end + 2)
        rest = rest.subarray(end + 2)
        const text = line.toString('latin1').trimEnd()
        const isEnd = isMail && text === '.'
        asked.push({ bytes: line, what: isEnd ? 'the final dot' : isMail ? null : text.split(/[ :]/)[0]!.toUpperCase() })
        isMail = isEnd ? false : isMail || text.toUpperCase() === 'DATA'
      }
      return asked
    }
  },
  // A server may say so at any time, and goes (RFC 5321, 3.8).
  refuse(client, server) {
    server.destroy()
    client.end('421 4.3.2 Shutting down\r\n')
  },
}

/** Arrays of strings of known lengths (RESP 2 and 3); a server that refuses says so in its turn. */
export const redisProtocol: Protocol = {
  reader() {
    let rest = Buffer.alloc(0)
    return (bytes) => {
      rest = Buffer.concat([rest, bytes])
      const asked: Asked[] = []
      for (let words = redisCommand(rest); words !== null; words = redisCommand(rest)) {
        asked.push({ bytes: rest.subarray(0, words.end), what: words.name })
        rest = rest.subarray(words.end)
      }
      return asked
    }
  },
  refuse(_client, server) {
    server.write('*1\r\n$7\r\nREFUSED\r\n')
  },
}

function redisCommand(bytes: Buffer): { name: string; end: number } | null {
  const line = (from: number) => {
    const end = bytes.indexOf('\r\n', from)
    return end < 0 ? null : { text: bytes.toString('latin1', from, end), end: end + 2 }
  }
  const head = line(0)
  if (!head) return null
  let { end } = head
  let name = ''
  for (let left = Number(head.text.slice(1)); left > 0; left--) {
    const length = line(end)
    if (!length) return null
    const from = length.end
    end = from + Number(length.text.slice(1)) + 2
    if (end > bytes.length) return null
    name ||= bytes.toString('latin1', from, end - 2).toUpperCase()
  }
  return { name, end }
}
