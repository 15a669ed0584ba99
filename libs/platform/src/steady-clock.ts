import type { Clock } from './clock.js'

/** Clocks drift and are corrected by so much without anybody having set them. */
const DRIFT_MILLISECONDS = 5 * 60_000
/** A clock that shows a wrong time is put right within minutes, mostly. */
const DOUBT_MILLISECONDS = 60 * 60_000

/**
 * Whether the clock may be believed where something follows that nobody can take back. From the moment on in which it went another way than
 * the stopwatch, somebody has set it (or the machine slept): then it is believed after it has gone evenly for an hour.
 */
export class SteadyClock {
  private last: { now: number; elapsed: number }
  private doubtedUntil = -Infinity

  /** @param report told once for each jump */
  constructor(private readonly clock: Clock, private readonly report: (jumpMilliseconds: number) => void = () => undefined) {
    this.last = this.read()
  }

  /** Compares with the last time it was asked: whoever relies on it asks often. */
  isBelieved(): boolean {
    const read = this.read()
    const jump = read.now - this.last.now - (read.elapsed - this.last.elapsed)
    this.last = read
    if (Math.abs(jump) > DRIFT_MILLISECONDS) {
      this.doubtedUntil = read.elapsed + DOUBT_MILLISECONDS
      this.report(jump)
    }
    return read.elapsed >= this.doubtedUntil
  }

  private read(): { now: number; elapsed: number } {
    return { now: this.clock.now().getTime(), elapsed: this.clock.elapsed() }
  }
}
