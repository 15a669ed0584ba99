/** Chance that repeats itself: the same seed draws the same row of numbers on every machine (mulberry32 over an FNV-1a seed). */
export class SeededDraw {
  private state: number

  constructor(seed: string) {
    this.state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 16_777_619), 2_166_136_261)
  }

  /** A number from 0 (included) to 1 (excluded). */
  number(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  one<T>(from: readonly T[]): T {
    return from[Math.floor(this.number() * from.length)]!
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.number() < probability
  }
}
