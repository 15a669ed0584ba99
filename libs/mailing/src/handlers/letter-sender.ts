import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, Clock, type Config, InHand, MAX_ATTEMPTS, type Outcome, ROWS_IN_HAND, Rounds, Transactions } from '@app/platform'
import type { ToldEntry } from '../calendar-entries/calendar-entries.js'
import type { ComposedMail, MailCalendar } from '../compose/message.js'
import { DELIVERY, type Delivery } from '../delivery/delivery.js'
import { envelopeOf, organiserAddress } from '../delivery/postage.js'
import { MAIL_KIND_RULES } from '../domain/mail-kinds.js'
import { MailFactsReader, type ReadFacts, STATUS } from '../facts/mail-facts-reader.js'
import { type Begun, LetterBeginnings, type LetterJob } from './letter-beginnings.js'
import type { Letter, Standing } from './letter.js'
import { MessageMarks } from './message-marks.js'

const LOOKS = 5

/** Facts that are older when the turn of a letter comes are looked at once more. */
const FRESH_MILLISECONDS = 200

/** Sends one letter: has it begun, composes it, hands it over, and says what became of it. */
@Injectable()
export class LetterSender {
  /**
   * Letters that the mail server may have and the database does not know of yet: what a worker that dies now leaves to be repeated. Twice the
   * connections, so that these stay busy while the last letters are written down.
   */
  private readonly underWay: InHand
  private readonly secondLooks = new Rounds<ReadFacts, boolean>((reads) => this.facts.areCurrent(reads), ROWS_IN_HAND)

  constructor(
    private readonly beginnings: LetterBeginnings,
    private readonly facts: MailFactsReader,
    private readonly marks: MessageMarks,
    private readonly transactions: Transactions,
    @Inject(DELIVERY) private readonly delivery: Delivery,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.underWay = new InHand(2 * delivery.connections - 1)
  }

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
    let hasTurn = false
    for (let looks = 1; looks <= LOOKS; looks++) {
      const begun = await this.beginnings.ask(job, choose)
      if (begun.kind !== 'ready') return begun
      const began = performance.now()
      if (!hasTurn) await this.turn(job)
      hasTurn = true
      // It stood in line for a while: is it still true?
      if (performance.now() - began < FRESH_MILLISECONDS || (await this.secondLooks.ask(begun.read))) return this.handOver(begun)
    }
    return { kind: 'later', reason: 'facts_in_motion' }
  }

  private async turn({ begins, settled }: LetterJob): Promise<void> {
    await this.underWay.takeWhenFew()
    begins()
    void settled.then(() => this.underWay.putDown())
  }

  private async handOver(begun: Begun): Promise<Outcome> {
    const { mark } = begun
    const composed = await this.composed(begun)
    if (composed.kind !== 'composed') return composed
    const outcome = await this.delivery.deliver(composed.mail)
    switch (outcome.kind) {
      case 'sent':
        return { kind: 'done', record: (tx) => this.marks.sent(tx, mark) }
      case 'later':
        return { kind: 'later', reason: outcome.reason }
      case 'refused':
        return { kind: 'failed', reason: `smtp_${/^\d{3}/.exec(outcome.reply)?.[0] ?? 'refused'}`, record: (tx) => this.marks.refused(tx, mark, outcome.reply) }
    }
  }

  private async composed({ letter, read: { facts }, content, mark }: Begun): Promise<Outcome | { kind: 'composed'; mail: ComposedMail }> {
    // Imported with the first mail, the calendar library included: the start of the server does not wait for it.
    const { composeMessage } = await import('../compose/message.js')
    const envelope = envelopeOf(this.config, mark, facts.host.senderName)
    try {
      return { kind: 'composed', mail: composeMessage(letter.kind, facts, mark.entry ? { ...envelope, calendar: this.calendarOf(letter, mark.entry) } : envelope, content) }
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
