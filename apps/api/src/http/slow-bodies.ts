import type { IncomingMessage, Server } from 'node:http'

/** How long a body may take, and how often one that may take longer is looked at. */
const WINDOW_MS = 8_000
/** A file comes at this rate at least, 64 kbit/s, or it is held on purpose. In bytes within a window. */
const WINDOW_BYTES = 64_000
/** Nobody sends a file for longer. */
const LONGEST_MS = 300_000

/** Forms that carry a file, by their address. */
const CARRIES_FILE = /^\/t\/[^/]+\/datei\//

/** What Node.js itself says to a request that takes too long (RFC 9110 §15.5.9). */
const TIMED_OUT = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/**
 * Closes connections whose body does not come. Node.js knows one limit for all requests, which would cut off a file from a slow line: what
 * carries a file may take longer, for as long as it flows.
 */
export function closeSlowBodies(server: Server): void {
  server.requestTimeout = LONGEST_MS
  server.prependListener('request', (request: IncomingMessage) => {
    if (request.complete || !(Number(request.headers['content-length']) > 0 || request.headers['transfer-encoding'])) return
    const { socket } = request
    let seen = socket.bytesRead
    const look = setInterval(() => {
      const flows = CARRIES_FILE.test(request.url ?? '') && socket.bytesRead - seen >= WINDOW_BYTES
      seen = socket.bytesRead
      if (request.complete || socket.destroyed) return clearInterval(look)
      if (flows) return
      clearInterval(look)
      socket.end(TIMED_OUT)
      socket.destroySoon()
    }, WINDOW_MS)
    look.unref()
    request.once('close', () => clearInterval(look))
    request.once('end', () => clearInterval(look))
  })
}
