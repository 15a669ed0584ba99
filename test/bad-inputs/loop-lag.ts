import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * How long the main thread of a server keeps everybody else waiting: asks for the health page again and again, and takes of each wait what the
 * server's main thread really computed, so that other work on the same machine does not count.
 */
export class LoopLag {
  /** Longest wait so far, in milliseconds. */
  longest = 0
  private isOver = false
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 })
  private readonly asking: Promise<void>

  constructor(private readonly url: string, private readonly pid: number) {
    this.asking = this.ask()
  }

  /** @returns the longest wait in milliseconds */
  async stop(): Promise<number> {
    this.isOver = true
    await this.asking
    this.agent.destroy()
    return this.longest
  }

  private async ask(): Promise<void> {
    while (!this.isOver) {
      const [started, computed] = [performance.now(), this.computed()]
      await new Promise<void>((resolve) => {
        get(`${this.url}/health/live`, { agent: this.agent }, (answer) => { answer.resume().on('close', resolve) }).on('error', () => resolve())
      })
      this.longest = Math.max(this.longest, Math.min(performance.now() - started, this.computed() - computed))
      await pause(10)
    }
  }

  /** Milliseconds that the main thread has been on a processor; where the system does not tell, the wait itself counts. */
  private computed(): number {
    try {
      return Number(readFileSync(`/proc/${this.pid}/task/${this.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
    } catch {
      return performance.now()
    }
  }
}
