import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GuardedProcess, freePort, removeFolder } from './guarded-process.js'
import { programOf } from './requirements.js'

/** A Redis server of one suite, on a free port, without persistence. */
export interface Redis {
  /** `redis://127.0.0.1:PORT` */
  readonly url: string
  readonly port: number
  /** Ends the server at once, as a crash does; what it held is lost. */
  kill(): Promise<void>
  /** Starts it again, empty, on the same port after kill(). */
  restart(): Promise<void>
  /** Lets the server say nothing any more, its connections staying open, until goOn(). */
  pause(): void
  goOn(): void
  /** Ends the server and removes its folder. */
  stop(): Promise<void>
}

/** Starts a Redis server of our own (some 50 ms). */
export async function startRedis(): Promise<Redis> {
  const folder = mkdtempSync(join(tmpdir(), 'dw-redis-'))
  const port = await freePort()
  const launch = () => GuardedProcess.start(folder, [
    programOf('redis'), '--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no',
  ], /ready to accept connections/i)
  try {
    let server = await launch()
    return {
      url: `redis://127.0.0.1:${port}`,
      port,
      kill: () => server.stop('SIGKILL'),
      restart: async () => { server = await launch() },
      pause: () => void process.kill(server.pid, 'SIGSTOP'),
      goOn: () => void process.kill(server.pid, 'SIGCONT'),
      stop: async () => {
        await server.stop()
        removeFolder(folder)
      },
    }
  } catch (error) {
    removeFolder(folder)
    throw error
  }
}
