import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, Clock, type Config, MAX_ATTEMPTS, type OutboxJob, type Outcome, Transactions } from '@app/platform'
import type { ToldEntry } from '../calendar-entries/calendar-entries.js'
import type { ComposedMail, MailCalendar } from '../compose/message.js'
import { DELIVERY, type Delivery } from '../delivery/delivery.js'
import { envelopeOf, organiserAddress } from '../delivery/postage.js'
import { mailContent } from '../domain/mail-content.js'
import { MAIL_KIND_RULES } from '../domain/mail-kinds.js'
import { MailFactsReader, type ReadFacts, STATUS } from '../facts/mail-facts-reader.js'
import { AddressBlocks } from './address-blocks.js'
import type { Letter, Standing } from './letter.js'
import { type Mark, type Marking, MessageMarks } from './message-marks.js'

const LOOKS = 5

type LetterJob = Pick<OutboxJob, 'id' | 'subjectId' | 'attempts'>

/** Sends one letter: reads the facts, writes it down, composes, hands it over, and says what became of it. */
@Injectable()
export class LetterSender {
  constructor(
    private readonly facts: MailFactsReader,
    private readonly marks: MessageMarks,
    private readonly transactions: Transactions,
    private readonly blocks: AddressBlocks,
    @Inject(DELIVERY) private readonly delivery: Delivery,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param choose the letter that fits how the person stands when the facts are read */
  async send(job: LetterJob, choose: (now: Standing) => Letter): Promise<Outcome> {
    const isLastTry = job.attempts >= MAX_ATTEMPTS
    try {
      return this.settled(job, await this.tried(job, choose), isLastTry)
    } catch (error) {
      if (isLastTry) await this.transactions.run((tx) => this.marks.unsent(tx, job.id, 'given_up'))
      throw error
    }
  }

  /** A letter that was begun at an earlier try does not stay "about to leave" when this was the last one. */
  private settled({ id }: LetterJob, outcome: Outcome, isLastTry: boolean): Outcome {
    if (outcome.kind === 'withheld') return { ...outcome, record: (tx) => this.marks.unsent(tx, id, 'withheld') }
    const isGivenUp = (outcome.kind === 'later' && isLastTry) || (outcome.kind === 'failed' && !outcome.record)
    return isGivenUp ? { kind: 'failed', reason: outcome.reason, record: (tx) => this.marks.unsent(tx, id, 'given_up') } : outcome
  }

  private async tried(job: LetterJob, choose: (now: Standing) => Letter): Promise<Outcome> {
    const begun = await this.begin(job, choose)
    if (begun.kind !== 'ready') return begun
    const { mark, mail } = begun
    const outcome = await this.delivery.deliver(mail)
    switch (outcome.kind) {
      case 'sent':
        return { kind: 'done', record: (tx) => this.marks.sent(tx, mark) }
      case 'later':
        return { kind: 'later', reason: outcome.reason }
      case 'refused':
        return { kind: 'failed', reason: `smtp_${/^\d{3}/.exec(outcome.reply)?.[0] ?? 'refused'}`, record: (tx) => this.marks.refused(tx, mark, outcome.reply) }
    }
  }

  /**
   * Reads and writes down until the two agree: an event that was changed after it was read, but before the entry was written, would
   * be found by nobody. Changes after that find the entry.
   */
  private async begin(job: LetterJob, choose: (now: Standing) => Letter): Promise<Outcome | { kind: 'ready'; mark: Mark; mail: ComposedMail }> {
    for (let looks = 1; looks <= LOOKS; looks++) {
      const now = await this.facts.look(job.subjectId)
      if (typeof now === 'string') return { kind: 'withheld', reason: now }
      const letter = choose(now)
      const reason = letter.withheld(now) ?? ((await this.blocks.isBlocked(now.participation.emailNormalised)) ? 'blocked' : null)
      if (reason !== null) return { kind: 'withheld', reason }
      const read = await this.facts.complete(now)
      const marking = await this.markedOrRefused(job.id, letter, read)
      if (marking.kind !== 'ready') return marking
      if (marking.entry === null || (await this.facts.isCurrent(read))) return this.composed(letter, read, marking)
    }
    return { kind: 'later', reason: 'facts_in_motion' }
  }

  private async markedOrRefused(outboxId: string, letter: Letter, read: ReadFacts): Promise<Marking | Outcome> {
    try {
      const { subject } = mailContent(letter.kind, read.facts)
      return await this.marks.mark(outboxId, letter, read, subject)
    } catch (error) {
      if (error instanceof RangeError) return { kind: 'failed', reason: 'not_composable' }
      throw error
    }
  }

  private async composed(letter: Letter, { facts }: ReadFacts, mark: Mark): Promise<Outcome | { kind: 'ready'; mark: Mark; mail: ComposedMail }> {
    // Imported with the first mail, the calendar library included: the start of the server does not wait for it.
    const { composeMessage } = await import('../compose/message.js')
    const envelope = envelopeOf(this.config, mark, facts.host.senderName)
    try {
      const mail = composeMessage(letter.kind, facts, mark.entry ? { ...envelope, calendar: this.calendarOf(letter, mark.entry) } : envelope)
      return { kind: 'ready', mark, mail }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      const { message } = error
      return { kind: 'failed', reason: 'not_composable', record: (tx) => this.marks.refused(tx, mark, message.slice(0, 300)) }
    }
  }

  private calendarOf({ kind, entry }: Letter, { uid, sequence }: ToldEntry): MailCalendar {
    return {
      uid,
      sequence,
      method: MAIL_KIND_RULES[kind].method!,
      status: STATUS[entry!],
      stampedAt: this.clock.now().toISOString(),
      organiserAddress: organiserAddress(this.config, uid),
    }
  }
}
