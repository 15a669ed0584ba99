import { Inject, Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { CONFIG, Clock, type Config, KeyRing, Problem, randomToken } from '@app/platform'

const LIFE_MILLISECONDS = 24 * 3_600_000
const SKEW_MILLISECONDS = 60_000

/** Stands in a kept form where each reader's own token goes; nobody can write it into a text of the page. */
export const TOKEN_MARK = randomToken(24)

export type FormCheck = 'good' | 'expired' | 'too_fast'

/**
 * Guards public forms without cookies: a POST must come from our own pages, and carries a MAC over form, subject and time of issue.
 * The time also tells a machine from a person.
 */
@Injectable()
export class FormTokens {
  constructor(@Inject(CONFIG) private readonly config: Config, private readonly keys: KeyRing, private readonly clock: Clock) {}

  issue(form: string, subject: string): string {
    const at = this.clock.now().getTime().toString(36)
    return `${at}.${this.keys.sign('form', `${form}:${subject}:${at}`)}`
  }

  /** For a form that is shown again: whoever mends one box in a second has read it before. What is expired is renewed. */
  again(form: string, subject: string, token: unknown): string {
    return typeof token !== 'string' || this.check(form, subject, token) === 'expired' ? this.issue(form, subject) : token
  }

  check(form: string, subject: string, token: unknown): FormCheck {
    const [at, mac] = typeof token === 'string' ? token.split('.') : []
    if (!at || !mac || !this.keys.verify('form', `${form}:${subject}:${at}`, mac)) return 'expired'
    const age = this.clock.now().getTime() - Number.parseInt(at, 36)
    // One from the future is from a clock that was wrong; servers may differ by a little.
    if (age > LIFE_MILLISECONDS || age < -SKEW_MILLISECONDS) return 'expired'
    return age < this.config.limits.formMinSeconds * 1000 ? 'too_fast' : 'good'
  }

  /**
   * A POST passes when the browser says it comes from our origin or, where it says nothing, when Origin is ours.
   * @throws Problem `cross_site`.
   */
  assertOwnSite(request: Request): void {
    const site = request.header('sec-fetch-site')
    const isOwn = site === undefined ? request.header('origin') === new URL(this.config.publicUrl).origin : site === 'same-origin'
    if (!isOwn) throw new Problem('cross_site')
  }
}
