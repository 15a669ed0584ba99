/** A point in time that a test decides on: whoever awaits `opened` goes on after `open()`. */
export interface Gate {
  opened: Promise<void>
  open(): void
}

export function gate(): Gate {
  let open!: () => void
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** Counts events and resolves when as many have come as somebody waits for. */
export class Tally {
  private count = 0
  private readonly waiting: { count: number; done: () => void }[] = []

  add(): void {
    this.count += 1
    for (const { count, done } of this.waiting) if (this.count >= count) done()
  }

  reaches(count: number): Promise<void> {
    return new Promise((done) => {
      if (this.count >= count) done()
      else this.waiting.push({ count, done })
    })
  }
}
