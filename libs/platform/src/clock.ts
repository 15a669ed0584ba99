/** Time as an argument: the only place that asks the machine for it. Instants are UTC. */
export abstract class Clock {
  abstract now(): Date
  /** Milliseconds of a stopwatch that nobody sets: for waits that must be over when they are over. It tells nothing but differences. */
  abstract elapsed(): number

  moment(): Moment {
    return new Moment(this.now())
  }
}

/**
 * One instant at which something is looked at, and until when what was seen then stays true. Whoever asks by `hasCome` and not by
 * comparing dates cannot forget a boundary: an answer changes only when one of the instants asked for and still ahead has come.
 */
export class Moment {
  private nextTurn = Infinity

  constructor(readonly instant: Date) {}

  hasCome(other: Date): boolean {
    if (other <= this.instant) return true
    this.nextTurn = Math.min(this.nextTurn, other.getTime())
    return false
  }

  /** Whether what was seen at this moment can be seen at another instant just so. */
  holdsAt(other: Date): boolean {
    return other >= this.instant && other.getTime() < this.nextTurn
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date()
  }

  elapsed(): number {
    return performance.now()
  }
}

/** A clock that stands still until it is moved: for tests and for the demo's fixed past. */
export class FixedClock extends Clock {
  private passed = 0

  constructor(private current: Date) {
    super()
  }

  now(): Date {
    return new Date(this.current)
  }

  elapsed(): number {
    return this.passed
  }

  /** Time passes until then; an instant that lies behind is a jump. */
  set(instant: Date | string): void {
    this.advance(new Date(instant).getTime() - this.current.getTime())
  }

  /** So many milliseconds pass. */
  advance(milliseconds: number): void {
    this.passed += Math.max(0, milliseconds)
    this.jump(milliseconds)
  }

  /** Somebody sets the clock forward, or back, while no time passes. */
  jump(milliseconds: number): void {
    this.current = new Date(this.current.getTime() + milliseconds)
  }
}

/** The machine's own time for what is not part of any rule: ids and leases of this process. */
export function machineMilliseconds(): number {
  return Date.now()
}
