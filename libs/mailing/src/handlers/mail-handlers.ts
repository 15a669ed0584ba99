import { Injectable } from '@nestjs/common'
import type { OutboxJob, Outcome } from '@app/platform'
import { BarrierLetters } from '../barriers/barrier-letters.js'
import { ColleagueLetters } from '../colleagues/colleague-letters.js'
import { EventFanOut } from './event-fan-out.js'
import { changed, confirmRequest, dateSet, eventCancelled, eventChanged, repeated } from './letter.js'
import { LetterSender } from './letter-sender.js'
import type { MailWorkHandlers } from './mailing-outbox.js'

/** The handler of every kind of work that ends in mails: goes into `OutboxWorker.start` as it is. */
@Injectable()
export class MailHandlers implements MailWorkHandlers {
  constructor(private readonly letters: LetterSender, private readonly fanOut: EventFanOut, private readonly colleagues: ColleagueLetters, private readonly barriers: BarrierLetters) {}

  readonly 'participation.unconfirmed' = (job: OutboxJob<'participation.unconfirmed'>): Promise<Outcome> => this.letters.send(job, () => confirmRequest)

  readonly 'participation.repeated' = (job: OutboxJob<'participation.repeated'>): Promise<Outcome> => this.letters.send(job, repeated)

  readonly 'participation.changed' = async (job: OutboxJob<'participation.changed'>): Promise<Outcome> => {
    const letter = changed(job.payload.cause)
    return letter === null ? { kind: 'withheld', reason: 'no_letter' } : this.letters.send(job, () => letter)
  }

  readonly 'participation.event_changed' = (job: OutboxJob<'participation.event_changed'>): Promise<Outcome> => this.letters.send(job, () => eventChanged)

  readonly 'participation.date_set' = (job: OutboxJob<'participation.date_set'>): Promise<Outcome> => this.letters.send(job, () => dateSet)

  readonly 'participation.event_cancelled' = (job: OutboxJob<'participation.event_cancelled'>): Promise<Outcome> => this.letters.send(job, () => eventCancelled)

  readonly 'event.changed' = (job: OutboxJob<'event.changed'>): Promise<Outcome> => this.fanOut.changed(job)

  readonly 'event.cancelled' = (job: OutboxJob<'event.cancelled'>): Promise<Outcome> => this.fanOut.cancelled(job)

  readonly 'account.invited' = (job: OutboxJob<'account.invited'>): Promise<Outcome> => this.colleagues.invited(job)

  readonly 'barrier.reported' = (job: OutboxJob<'barrier.reported'>): Promise<Outcome> => this.barriers.reported(job)

  readonly 'account.reset' = (job: OutboxJob<'account.reset'>): Promise<Outcome> => this.colleagues.reset(job)
}
