import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

type Calls = Record<string, (argument: never) => unknown>
type Argument<C extends Calls, K extends keyof C> = Parameters<C[K]>[0]
type Answer<C extends Calls, K extends keyof C> = Awaited<ReturnType<C[K]>>

interface Message {
  id: number
  name?: string
  argument?: unknown
  answer?: unknown
  error?: string
}

/** A program of the bench in a process of its own, so that its work is not paid for by the one that measures. */
export class CalledProcess<C extends Calls> {
  private next = 0
  private readonly open = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>()

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message: Message) => this.settle(message))
    child.once('exit', (code) => {
      for (const { reject } of this.open.values()) reject(new Error(`process ended with ${code}`))
      this.open.clear()
    })
  }

  /** @param module beside the caller's `import.meta.url` @param options what the program is given as its one argument */
  static async start<C extends Calls>(module: URL, options: object): Promise<CalledProcess<C>> {
    const child = fork(fileURLToPath(module), [JSON.stringify(options)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const started = new CalledProcess<C>(child)
    await started.call('ready' as never, undefined as never)
    return started
  }

  call<K extends keyof C & string>(name: K, argument: Argument<C, K>): Promise<Answer<C, K>> {
    const id = ++this.next
    return new Promise((resolve, reject) => {
      this.open.set(id, { resolve: resolve as (answer: unknown) => void, reject })
      this.child.send({ id, name, argument } satisfies Message, (error) => error && reject(error))
    })
  }

  /** Lets it finish what it has in hand. */
  stop(): Promise<void> {
    return this.end(() => this.child.disconnect())
  }

  /** Ends it at once: what it has in hand is of no use any more. */
  kill(): Promise<void> {
    return this.end(() => this.child.kill('SIGKILL'))
  }

  private async end(how: () => unknown): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = once(this.child, 'exit')
    how()
    await gone
  }

  private settle({ id, answer, error }: Message): void {
    const waiting = this.open.get(id)
    this.open.delete(id)
    if (error === undefined) waiting?.resolve(answer)
    else waiting?.reject(new Error(error))
  }
}

/** The other side: answers calls until the one who asks lets go or dies. */
export function answerCalls(calls: Calls, close: () => Promise<unknown>): void {
  const all: Record<string, (argument: never) => unknown> = { ...calls, ready: () => true }
  process.on('message', (message: Message) => {
    const { id, name = '' } = message
    Promise.resolve()
      .then(() => all[name]!(message.argument as never))
      .then((answer) => process.send?.({ id, answer }), (error: unknown) => process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  })
  process.once('disconnect', () => void close().finally(() => process.exit(0)))
}
