import { Injectable } from '@nestjs/common'
import type { Language, RegistrationInput } from '@app/contracts'
import { type EventForRegistration, registrationWindow } from '@app/events'
import { Clock, type FieldProblem, Throttle, Transactions, isDuplicate } from '@app/platform'
import { personColumns, personProblems } from '../domain/person.js'
import { Places } from '../places.js'
import { Answers } from '../questions/answers.js'
import { NewRegistrations } from './new-registrations.js'

export type RegisterResult =
  /** A letter is on its way, whatever existed before: the answer must not tell. */
  | { kind: 'sent' }
  | { kind: 'closed'; reason: string }
  | { kind: 'invalid'; problems: FieldProblem[] }
  | { kind: 'wait'; seconds: number }

/** Above this, somebody is using us to fill a mailbox. */
const ATTEMPTS_PER_ADDRESS = { name: 'attempts', points: 60, windowSeconds: 600 }

/** Registration of one person: unconfirmed and without a seat until the mailed link is confirmed (C1, C3). */
@Injectable()
export class Registrations {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly places: Places,
    private readonly answers: Answers,
    private readonly incoming: NewRegistrations,
  ) {}

  /**
   * Takes a registration down; nothing is decided yet. The event's lock is not needed, because no seat is given.
   * @param shownIn language of the form, which may be another than that of the mails: information and consents are kept as they were read
   */
  async register(event: EventForRegistration, input: RegistrationInput, shownIn: Language = input.language): Promise<RegisterResult> {
    const { checked: answers, problems: faults } = await this.answers.check(event.id, input, true)
    const problems = [...personProblems(input), ...faults]
    if (problems.length > 0) return { kind: 'invalid', problems }
    const free = event.waitingList ? null : (await this.places.countMany([event])).get(event.id)!.free
    const window = registrationWindow(event, this.clock.moment(), free)
    if (!window.open) return { kind: 'closed', reason: window.reason }
    const person = personColumns(input)
    const seconds = await this.throttle.take(ATTEMPTS_PER_ADDRESS, `${event.id}:${person.emailNormalised}`)
    if (seconds !== null) return { kind: 'wait', seconds }
    await this.once(() => this.transactions.run((tx) => this.incoming.take(tx, event.id, person, { consents: input.consents, answers }, shownIn)))
    return { kind: 'sent' }
  }

  /** Two equal requests at the same moment: the unique key lets one in, the other one comes again and finds it. */
  private async once(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!isDuplicate(error)) throw error
      await work().catch((again: unknown) => {
        if (!isDuplicate(again)) throw again
      })
    }
  }
}
