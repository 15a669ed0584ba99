import type { Queue } from './queue.js'

/** The queue inside the process: same contract, nothing to install. What waits is lost with the process; the sweeper finds it. */
export class MemoryQueue implements Queue {
  private readonly waiting = new Set<string>()
  private readonly running = new Set<Promise<void>>()
  private work: ((id: string) => Promise<void>) | null = null
  private concurrency = 0
  private closed = false

  constructor(private readonly report: (error: unknown) => void) {}

  async add(ids: readonly string[]): Promise<void> {
    if (this.closed) throw new Error('The queue is closed.')
    for (const id of ids) this.waiting.add(id)
    this.next()
  }

  async consume(work: (id: string) => Promise<void>, { concurrency }: { concurrency: number }): Promise<void> {
    this.work = work
    this.concurrency = concurrency
    this.next()
  }

  async close(): Promise<void> {
    this.closed = true
    this.waiting.clear()
    await Promise.all(this.running)
  }

  private next(): void {
    while (this.work && !this.closed && this.running.size < this.concurrency) {
      const id = this.waiting.values().next().value
      if (id === undefined) return
      this.waiting.delete(id)
      const run = this.work(id)
        .catch(this.report)
        .finally(() => {
          this.running.delete(run)
          this.next()
        })
      this.running.add(run)
    }
  }
}
