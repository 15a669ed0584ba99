interface Asked<T, R> {
  item: T
  resolve(answer: R): void
  reject(error: unknown): void
}

/**
 * Does together what is asked for at the same time: one round runs, the next gathers meanwhile. Many ask for the price of a few statements, and who
 * asks alone waits for nobody. When a round of several fails, each of them is done alone, so that one that cannot be done spoils nothing but itself:
 * `work` is all or nothing.
 */
export class Rounds<T, R> {
  private waiting: Asked<T, R>[] = []
  private isRunning = false

  /**
   * @param work answers in the order of its items
   * @param most items of one round
   * @param ready what each round waits for before it takes what has gathered; it may look how many these are
   */
  constructor(
    private readonly work: (items: T[]) => Promise<R[]>,
    private readonly most: number,
    private readonly ready: (gathered: () => number) => Promise<void> = async () => undefined,
  ) {}

  ask(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject })
      if (!this.isRunning) void this.run()
    })
  }

  private async run(): Promise<void> {
    this.isRunning = true
    while (this.waiting.length > 0) {
      // One turn of the loop gathers what is asked for in the same one.
      await new Promise(setImmediate)
      await this.ready(() => this.waiting.length)
      await this.round(this.waiting.splice(0, this.most))
    }
    this.isRunning = false
  }

  private async round(asked: readonly Asked<T, R>[]): Promise<void> {
    try {
      const answers = await this.work(asked.map(({ item }) => item))
      for (const [at, { resolve }] of asked.entries()) resolve(answers[at]!)
    } catch (error) {
      const [only, ...more] = asked
      if (more.length === 0) return only!.reject(error)
      await Promise.all(asked.map((one) => this.round([one])))
    }
  }
}
