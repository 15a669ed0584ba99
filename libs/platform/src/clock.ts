/** Time as an argument: the only place that asks the machine for it. Instants are UTC. */
export abstract class Clock {
  abstract now(): Date
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date()
  }
}

/** A clock that stands still until it is moved: for tests and for the demo's fixed past. */
export class FixedClock extends Clock {
  constructor(private current: Date) {
    super()
  }

  now(): Date {
    return new Date(this.current)
  }

  set(instant: Date | string): void {
    this.current = new Date(instant)
  }

  /** Moves forward (or back) by milliseconds. */
  advance(milliseconds: number): void {
    this.current = new Date(this.current.getTime() + milliseconds)
  }
}

/** The machine's own time for what is not part of any rule: ids and leases of this process. */
export function machineMilliseconds(): number {
  return Date.now()
}
