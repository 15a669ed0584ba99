import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Opens and closes the port. Done before the database is touched: a second start by mistake must not spoil the sign-in link of the
 * server that runs, nor load a demo for nothing.
 * @throws the system's error, `EADDRINUSE` for example
 */
export async function probePort(port: number, host: string): Promise<void> {
  const server = createServer()
  server.listen({ port, host, exclusive: true })
  await once(server, 'listening')
  server.close()
  await once(server, 'close')
}
