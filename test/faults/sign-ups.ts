import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type EventDetail, ProblemDetails } from '@app/contracts'
import type { Installation } from '../support/installation.js'
import { publishEvent } from '../support/staff-event.js'
import { Staff } from '../support/staff.js'
import type { Acknowledged } from './invariants.js'

/** One request and what came of it. */
export interface Answer {
  /** 0: the connection broke before there was an answer. */
  readonly status: number
  readonly milliseconds: number
  readonly retryAfter: string | null
  readonly type: string
  readonly text: string
}

/** With five at a time at most ten registrations a second. */
const REST_MS = 500

/** Each domain of mail addresses is a lane of its own. */
const DOMAINS = 50

/** People who register for one event through the public API, one after the other, whatever they are answered; each comes once. */
export class SignUps {
  readonly acknowledged: Acknowledged[] = []
  /** Every answer that was no acknowledgement. */
  readonly refusals: Answer[] = []
  /** Milliseconds of the longest answer, acknowledgements included. */
  longest = 0
  private readonly name = randomBytes(4).toString('hex')
  private count = 0

  private constructor(private readonly url: string, readonly event: EventDetail) {}

  /** Before a fresh event of the installation. */
  static async before(installation: Installation, staff?: Staff): Promise<SignUps> {
    return new SignUps(installation.url, await publishEvent(staff ?? (await Staff.byLink(installation)), { capacity: 50 }))
  }

  async one(): Promise<Answer> {
    const n = ++this.count
    const email = `${this.name}-${n}@amt${n % DOMAINS}.example`
    const answer = await ask(`${this.url}/api/v1/events/${this.event.slug}/registrations`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ givenName: 'Ada', familyName: 'Muster', email }),
    })
    this.longest = Math.max(this.longest, answer.milliseconds)
    if (answer.status === 202) this.acknowledged.push({ eventId: this.event.id, email, what: 'registered' })
    else this.refusals.push(answer)
    return answer
  }

  /**
   * So many at a time while the work beside it is done, each followed by the next after a rest: a crowd that never rests would ask for more
   * letters than a busy machine can send.
   */
  async during<T>(atATime: number, work: () => Promise<T>): Promise<T> {
    let isOver = false
    const people = Array.from({ length: atATime }, async () => {
      while (!isOver) {
        await this.one()
        await pause(REST_MS)
      }
    })
    try {
      return await work()
    } finally {
      isOver = true
      await Promise.all(people)
    }
  }

  /** Resolves when so many more were acknowledged. @throws Error after a minute */
  async acknowledgedMore(count: number): Promise<void> {
    const goal = this.acknowledged.length + count
    const deadline = AbortSignal.timeout(60_000)
    while (this.acknowledged.length < goal) {
      if (deadline.aborted) throw new Error(`Only ${this.acknowledged.length - goal + count} of ${count} more were acknowledged within a minute; last refusal: ${JSON.stringify(this.refusals.at(-1))}`)
      await pause(10)
    }
  }
}

/** One request, read to its end and timed; a broken connection is an answer too. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answer> {
  const begun = performance.now()
  const since = () => performance.now() - begun
  try {
    const response = await fetch(url, { redirect: 'manual', ...init })
    const text = await response.text()
    return { status: response.status, milliseconds: since(), retryAfter: response.headers.get('retry-after'), type: response.headers.get('content-type') ?? '', text }
  } catch (error) {
    return { status: 0, milliseconds: since(), retryAfter: null, type: '', text: String((error as Error).cause ?? error) }
  }
}

/**
 * Whether a refusal is that of a store that cannot work now: 503, when to come again, and a sentence for people or a problem document.
 * @returns what is wrong with it; null when it is as it must be
 */
export function unavailableFault({ status, retryAfter, type, text }: Answer): string | null {
  const said = `${status} ${type}, Retry-After ${retryAfter}: ${text.slice(0, 500)}`
  if (status !== 503 || !/^[1-9]\d*$/.test(retryAfter ?? '')) return said
  if (type.startsWith('text/html')) return /Der Dienst ist gerade nicht erreichbar|The service cannot be reached right now/.test(text) ? null : said
  const problem = type.startsWith('application/problem+json') ? ProblemDetails.safeParse(JSON.parse(text)) : null
  return problem?.success && problem.data.code === 'unavailable' && problem.data.detail.length > 20 ? null : said
}
