import { Inject, Injectable } from '@nestjs/common'
import type { Language, RegistrationInput } from '@app/contracts'
import { EventLookup } from '@app/events'
import { type RegisterResult, Registrations } from '@app/participants'
import { CONFIG, type Config, Problem, Throttle } from '@app/platform'

/** Registration from outside, by form or API: the same limits, the same answer. */
@Injectable()
export class SignUps {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly events: EventLookup,
    private readonly registrations: Registrations,
    private readonly throttle: Throttle,
  ) {}

  /**
   * @param shownIn language of the form
   * @param address network address of the caller; a whole authority may share one, so the limit is generous
   * @throws Problem `not_found`, `too_many_requests` with the seconds to wait.
   */
  async signUp(slug: string, input: RegistrationInput, shownIn: Language, address: string): Promise<Exclude<RegisterResult, { kind: 'wait' }>> {
    const event = await this.events.eventForRegistration(slug)
    if (!event || event.slug !== slug || event.visibility !== 'public' || !event.isSeriesPublic) throw new Problem('not_found')
    const rule = { name: 'signups', points: this.config.limits.signupsPerIp, windowSeconds: 600 }
    refuseToWait(await this.throttle.take(rule, address))
    const result = await this.registrations.register(event, input, shownIn)
    if (result.kind === 'wait') throw new Problem('too_many_requests', {}, [], result.seconds)
    return result
  }
}

function refuseToWait(seconds: number | null): void {
  if (seconds !== null) throw new Problem('too_many_requests', {}, [], seconds)
}
