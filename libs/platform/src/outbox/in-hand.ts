/** Counts what is in hand and lets those who bring more wait until it is few. */
export class InHand {
  private count = 0
  private waiting: (() => void)[] = []

  /** @param few what may still be in hand when more is taken up */
  constructor(private readonly few: number) {}

  get size(): number {
    return this.count
  }

  take(): void {
    this.count += 1
  }

  putDown(): void {
    this.count -= 1
    if (this.count <= this.few) for (const look of this.waiting.splice(0)) look()
  }

  async areFew(): Promise<void> {
    while (this.count > this.few) await new Promise<void>((resolve) => this.waiting.push(resolve))
  }

  /** Takes one as soon as few are in hand; of several who wait one goes at a time. */
  async takeWhenFew(): Promise<void> {
    while (this.count > this.few) await new Promise<void>((resolve) => this.waiting.push(resolve))
    this.count += 1
  }
}
