/**
 * How a call fails. `refused`: not carried out, and nothing else changes. `lost`: not carried out, and the other side has let go of what was
 * open. `unanswered`: carried out, but whoever asked never learns.
 */
export type Way = 'refused' | 'lost' | 'unanswered'

/** What failed, in words of the thing that was called. */
export interface Hit {
  readonly n: number
  readonly what: string
}

/** Counts the calls of one kind and lets exactly one of them fail. */
export class NthCall {
  private calls = 0
  private n = 0
  private pauses = 0
  private hit: Hit | null = null
  private how: Way = 'refused'

  get way(): Way {
    return this.how
  }

  /** From now on calls count, and the n-th fails. */
  arm(n: number, way: Way): void {
    this.calls = 0
    this.n = n
    this.how = way
    this.hit = null
  }

  /** Ends the count. @returns the call that failed, or null when there were fewer than n */
  disarm(): Hit | null {
    this.n = 0
    return this.hit
  }

  /** Asked before each call: whether it is this one's turn to fail. */
  isTurn(what: string): boolean {
    if (this.n === 0 || this.pauses > 0) return false
    this.calls += 1
    if (this.calls !== this.n) return false
    this.hit = { n: this.n, what }
    return true
  }

  /** What a test looks up itself neither counts nor fails. */
  async paused<T>(look: () => Promise<T>): Promise<T> {
    this.pauses += 1
    try {
      return await look()
    } finally {
      this.pauses -= 1
    }
  }
}

/** One n after the other. */
export interface Sweep {
  /** Every call that failed, in order; the last n tried was not reached any more. */
  readonly hits: readonly Hit[]
  /** What was wrong afterwards, with the call that had failed. */
  readonly faults: readonly string[]
}

/**
 * Plays the same story again and again, each time with another call failing, until one is played to its end without.
 * @param steps numbers of calls in rising order, without an end
 * @param play plays once, the n-th call failing; tells which call that was, and what is wrong afterwards
 */
export async function sweep(steps: Iterable<number>, play: (n: number) => Promise<{ hit: Hit | null; wrong: readonly string[] }>): Promise<Sweep> {
  const hits: Hit[] = []
  const faults: string[] = []
  for (const n of steps) {
    const { hit, wrong } = await play(n)
    faults.push(...wrong.map((sentence) => `${hit ? `${n}: ${hit.what}` : `none of ${n}`} → ${sentence}`))
    if (hit === null) break
    hits.push(hit)
  }
  return { hits, faults }
}
