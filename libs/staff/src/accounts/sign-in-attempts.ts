const FREE_ATTEMPTS = 5
const LONGEST_DELAY_SECONDS = 60
/** Seconds that the next attempt has to wait, or null: never more than the longest delay, because a clock that was wrong must not lock anybody out. */
export function secondsToWait({ retryAt }: SignInAttempts, now: Date): number | null {
  const seconds = Math.ceil(((retryAt?.getTime() ?? 0) - now.getTime()) / 1000)
  return seconds > 0 && seconds <= LONGEST_DELAY_SECONDS ? seconds : null
}

/** Addresses that a process remembers; the oldest go first. */
const MOST_STRANGERS = 10_000

/** How often a wrong password was given, and until when the next attempt has to wait. */
export interface SignInAttempts {
  failed: number
  retryAt: Date | null
}

/** What is true after one more attempt: four are free, then the wait doubles from 1 s to a minute. */
export function afterAttempt(before: number, now: Date): SignInAttempts {
  const failed = before + 1
  const delay = failed < FREE_ATTEMPTS ? 0 : Math.min(2 ** (failed - FREE_ATTEMPTS), LONGEST_DELAY_SECONDS)
  return { failed, retryAt: delay === 0 ? null : new Date(now.getTime() + delay * 1000) }
}

/** Attempts at addresses without an account, which slow down like all others: otherwise the delay would tell who has one. */
export class StrangerAttempts {
  private readonly known = new Map<string, SignInAttempts>()

  of(email: string): SignInAttempts {
    return this.known.get(email.toLowerCase()) ?? { failed: 0, retryAt: null }
  }

  count(email: string, now: Date): void {
    const key = email.toLowerCase()
    const attempts = afterAttempt(this.of(email).failed, now)
    // Deleted first, so that the order of the map is the order of the last attempt.
    this.known.delete(key)
    this.known.set(key, attempts)
    if (this.known.size > MOST_STRANGERS) this.known.delete(this.known.keys().next().value!)
  }
}
