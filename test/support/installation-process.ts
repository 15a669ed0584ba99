import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { guard } from '../services/guarded-process.js'

export type Environment = Readonly<Record<string, string>>

/** Everything that `npm test` has built before it runs Jest. */
const dist = resolve(__dirname, '../../dist')
const programs = { api: 'apps/api/src/main.js', worker: 'apps/worker/src/main.js', cli: 'apps/cli/src/main.js' } as const

/** One program of the built product as a process of its own, with nothing in its environment but what the test gives. */
export class InstallationProcess {
  private text = ''
  private readonly ended: Promise<number | null>

  private constructor(private readonly child: ChildProcess) {
    // The pipe of the guard: it ends the program when this process dies.
    const pipe = child.stdio[3] as Socket
    pipe.on('error', () => undefined)
    pipe.unref()
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { this.text += chunk.toString('utf8') })
    child.once('exit', () => pipe.end('bye\n'))
    this.ended = once(child, 'close').then(([code]) => code as number | null)
  }

  /**
   * @param folder working folder; removed should the test run die
   * @throws Error when the product has not been built
   */
  static start(program: keyof typeof programs, folder: string, environment: Environment, args: readonly string[] = []): InstallationProcess {
    const file = join(dist, programs[program])
    if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first; "npm test" does so by itself.`)
    return new InstallationProcess(spawn('/bin/sh', ['-c', guard, 'guard', folder, process.execPath, file, ...args], {
      cwd: folder, env: { PATH: process.env.PATH ?? '', ...environment }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    }))
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** Everything printed so far, both streams. */
  get output(): string {
    return this.text
  }

  /**
   * Resolves with the first match in what the process prints.
   * @throws Error with the output when the process ends, or 60 s pass, before that
   */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = AbortSignal.timeout(60_000)
    let isOver = false
    const over = Promise.race([this.ended, once(deadline, 'abort')]).then(() => { isOver = true })
    for (;;) {
      const found = pattern.exec(this.text)
      if (found) return found
      if (isOver) throw new Error(`Ended or silent before it printed ${pattern}:\n${this.text.slice(-5000)}`)
      await Promise.race([over, once(this.child.stdout!, 'data'), once(this.child.stderr!, 'data')])
    }
  }

  /** The exit code once the process is gone by itself; null when a signal ended it. */
  exit(): Promise<number | null> {
    return this.ended
  }

  /** Asks the process to end as an operator does, and waits. @returns the exit code */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal)
    return this.ended
  }

  /** Ends the process like a power cut. */
  kill(): Promise<number | null> {
    return this.stop('SIGKILL')
  }
}
