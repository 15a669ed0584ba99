const FREE_ATTEMPTS = 5
const LONGEST_DELAY_SECONDS = 60
/** Attempts longer ago than this no longer slow anybody down. */
export const FORGOTTEN_AFTER_MILLISECONDS = 24 * 3_600_000

/** Seconds that the next attempt has to wait, or null: never more than the longest delay, because a clock that was wrong must not lock anybody out. */
export function secondsToWait({ retryAt }: SignInAttempts, now: Date): number | null {
  const seconds = Math.ceil(((retryAt?.getTime() ?? 0) - now.getTime()) / 1000)
  return seconds > 0 && seconds <= LONGEST_DELAY_SECONDS ? seconds : null
}

/** How often a wrong password was given, and until when the next attempt has to wait. */
export interface SignInAttempts {
  failed: number
  /** Null before the first one. */
  retryAt: Date | null
}

/** How many attempts count now. */
export function countingNow({ failed, retryAt }: SignInAttempts, now: Date): number {
  return retryAt !== null && now.getTime() - retryAt.getTime() > FORGOTTEN_AFTER_MILLISECONDS ? 0 : failed
}

/** What is true after one more attempt: four are free, then the wait doubles from 1 s to a minute. */
export function afterAttempt(before: number, now: Date): SignInAttempts {
  const failed = before + 1
  const delay = failed < FREE_ATTEMPTS ? 0 : Math.min(2 ** (failed - FREE_ATTEMPTS), LONGEST_DELAY_SECONDS)
  return { failed, retryAt: new Date(now.getTime() + delay * 1000) }
}
