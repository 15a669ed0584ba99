import type { Socket } from 'node:net'
import type { Pool, PoolConnection } from 'mysql2'
import type { DataSource } from 'typeorm'

/**
 * How making a connection ends when one of both sides was held up: it took longer than we wait, or than the server does. It is tried again
 * while others are heard.
 */
const MADE_TOO_SLOWLY = new Set(['ETIMEDOUT', 'ECONNRESET', 'EPIPE', 'PROTOCOL_CONNECTION_LOST'])
const AGAIN_MILLISECONDS = 100

type Taken = (error: NodeJS.ErrnoException | null, connection: PoolConnection) => void

/**
 * Nobody waits without end for a server that takes connections and says nothing: frozen, cut off by a network that swallows everything, or
 * itself waiting for its disk. A connection in use on which nothing comes for so long is cut, and whoever waits for one is refused when for as
 * long none was to be had by anybody. A server that is slow, but gets on, is waited for as before; and a process that was itself held up reads
 * what has come meanwhile before it calls anybody silent (measured: ten thousand requests at once on a busy machine).
 */
export function boundSilence(source: DataSource, milliseconds: number): void {
  const { pool } = source.driver as unknown as { pool: Pool }
  let lastHeard = performance.now()
  const heard = () => { lastHeard = performance.now() }

  const watched = new WeakSet<Socket>()
  pool.on('acquire', (connection) => {
    const stream = streamOf(connection)
    stream.setTimeout(milliseconds)
    if (watched.has(stream)) return
    watched.add(stream)
    stream.on('timeout', () => {
      const { bytesRead } = stream
      onceRead(() => {
        if (stream.bytesRead === bytesRead) stream.destroy(silence())
      })
    })
  })
  pool.on('release', (connection) => {
    streamOf(connection).setTimeout(0)
    heard()
  })

  const getConnection = pool.getConnection.bind(pool) as (taken: Taken) => void
  pool.getConnection = ((taken: Taken) => {
    let isRefused = false
    let isOver = false
    const look = () => {
      if (isOver) return
      const rest = lastHeard + milliseconds - performance.now()
      if (rest > 0) timer = setTimeout(onceRead, rest, look)
      else {
        isRefused = true
        taken(silence(), undefined as never)
      }
    }
    let timer = setTimeout(onceRead, milliseconds, look)
    const settle: Taken = (error, connection) => {
      isOver = true
      clearTimeout(timer)
      if (!error) heard()
      // Nobody waits for it any more.
      if (isRefused) return void (error ?? connection.release())
      taken(error, connection)
    }
    const ask = () => getConnection((error, connection) => {
      if (!error || isRefused || !MADE_TOO_SLOWLY.has(error.code ?? '')) return settle(error, connection)
      setTimeout(onceRead, AGAIN_MILLISECONDS, () => (performance.now() < lastHeard + milliseconds ? ask() : settle(error, connection)))
    })
    ask()
  }) as Pool['getConnection']
}

/** Timers come before sockets in a turn of the event loop, and this after them. */
function onceRead(look: () => void): void {
  setImmediate(look)
}

function streamOf(connection: PoolConnection): Socket {
  return (connection as unknown as { stream: Socket }).stream
}

function silence(): NodeJS.ErrnoException {
  return Object.assign(new Error('The database does not answer.'), { code: 'ETIMEDOUT' })
}
