import { Agent, request } from 'node:http'

/** One request of a load; a `form` makes it a POST from the server's own pages. */
export interface Shot {
  path: string
  form?: string
  headers?: Readonly<Record<string, string>>
}

export interface LoadResult {
  seconds: number
  /** Milliseconds of each request, in the order they ended. */
  milliseconds: number[]
  /** How often each status was answered. */
  statuses: Map<number, number>
}

/** Answers at once: what opens the connections before the clock runs. */
const TRIVIAL: Shot = { path: '/bench' }

/** How many connections are opened at a time: a server with thousands to accept at once takes some so late that it thinks them dead. */
const OPENED_TOGETHER = 500

/**
 * Sends requests over keep-alive connections, `inFlight` at a time, and reads every answer to its end. The connections are open before
 * the clock runs: a busy server takes new ones late, and how late says nothing about the work.
 * @param url of the server, without a slash at the end
 * @throws Error when a connection breaks: a request without an answer is no measurement
 */
export async function load(url: string, shots: readonly Shot[], inFlight: number): Promise<LoadResult> {
  const connections = Array.from({ length: Math.min(inFlight, shots.length) }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
  const result: LoadResult = { seconds: 0, milliseconds: [], statuses: new Map() }
  const turns = shots.values()
  try {
    for (let at = 0; at < connections.length; at += OPENED_TOGETHER) {
      await Promise.all(connections.slice(at, at + OPENED_TOGETHER).map((connection) => fire(connection, url, TRIVIAL)))
    }
    const started = performance.now()
    await Promise.all(connections.map(async (connection) => {
      for (const shot of turns) {
        const begun = performance.now()
        const status = await fire(connection, url, shot)
        result.milliseconds.push(performance.now() - begun)
        result.statuses.set(status, (result.statuses.get(status) ?? 0) + 1)
      }
    }))
    result.seconds = (performance.now() - started) / 1000
    return result
  } finally {
    for (const connection of connections) connection.destroy()
  }
}

/** @throws Error naming every status when not all answers had the one expected. */
export function assertAll({ statuses }: LoadResult, status: number, count: number): void {
  if (statuses.size !== 1 || statuses.get(status) !== count) throw new Error(`expected ${count} answers ${status}, got ${JSON.stringify([...statuses])}`)
}

function fire(agent: Agent, url: string, { path, form, headers }: Shot): Promise<number> {
  const isPost = form !== undefined
  return new Promise((resolve, reject) => {
    const sent = request(url + path, {
      agent,
      method: isPost ? 'POST' : 'GET',
      headers: { ...(isPost ? { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form), 'sec-fetch-site': 'same-origin' } : {}), ...headers },
    }, (answer) => {
      answer.on('end', () => resolve(answer.statusCode ?? 0)).on('error', reject).resume()
    })
    sent.on('error', reject)
    sent.end(form)
  })
}
