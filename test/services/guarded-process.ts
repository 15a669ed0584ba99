import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/**
 * The server replaces the shell; a second process beside it waits on a pipe whose other end we hold. When we end, however
 * that comes about (kill -9 included), the pipe closes, and the guard stops the server and removes its folder.
 */
export const guard = `
folder=$1; shift
( trap '' INT TERM HUP; read -r word <&3 || { kill -KILL $$; rm -rf "$folder"; } ) </dev/null >/dev/null 2>&1 &
exec "$@" 3<&-
`

/** A server process that cannot outlive the test run. */
export class GuardedProcess {
  private output = ''
  private readonly exited: Promise<unknown>

  private constructor(private readonly child: ChildProcess) {
    this.exited = once(child, 'exit').then(() => (child.stdio[3] as Socket).end('bye\n'))
    for (const stream of [child.stdout, child.stderr] as unknown as Socket[]) {
      stream.on('data', (chunk: Buffer) => { this.output = (this.output + chunk.toString('utf8')).slice(-20_000) })
      stream.unref()
    }
    const pipe = child.stdio[3] as Socket
    pipe.on('error', () => undefined)
    pipe.unref()
    child.unref()
  }

  /**
   * Starts a program and waits until its output matches `ready`.
   * @param folder removed by the guard when we die; stop() leaves it to the caller
   * @throws when the program ends or 20 s pass before that; the message holds its output
   */
  static async start(folder: string, command: readonly string[], ready: RegExp): Promise<GuardedProcess> {
    const child = spawn('/bin/sh', ['-c', guard, 'guard', folder, ...command], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
    const process = new GuardedProcess(child)
    await process.becomes(ready, command[0] ?? '')
    return process
  }

  /** The last of what it has printed, errors included. */
  get printed(): string {
    return this.output
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** Ends the process and waits until it is gone. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.child.ref()
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal)
    await this.exited
  }

  private becomes(ready: RegExp, program: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.child.ref()
      const settle = (error?: Error) => {
        clearTimeout(timer)
        this.child.unref()
        this.child.stdout?.off('data', look)
        this.child.stderr?.off('data', look)
        if (error) reject(error)
        else resolve()
      }
      const fail = (why: string) => settle(new Error(`${program} ${why}:\n${this.output}`))
      const look = () => { if (ready.test(this.output)) settle() }
      const timer = setTimeout(() => { this.child.kill('SIGKILL'); fail('was not ready within 20 s') }, 20_000)
      this.child.stdout?.on('data', look)
      this.child.stderr?.on('data', look)
      this.child.once('error', (error) => settle(error))
      this.child.once('close', () => fail('ended before it was ready'))
    })
  }
}

/** A TCP port of the loopback interface that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Removes a temporary folder, also one that is being emptied by someone else. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
