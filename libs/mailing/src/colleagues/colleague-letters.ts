import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config, MAX_ATTEMPTS, type OutboxJob, type Outcome, Transactions } from '@app/platform'
import { DELIVERY, type Delivery } from '../delivery/delivery.js'
import { envelopeOf } from '../delivery/postage.js'
import { colleagueContent } from '../domain/colleague-content.js'
import { AddressBlocks } from '../handlers/address-blocks.js'
import { MessageMarks } from '../handlers/message-marks.js'
import { ColleagueFactsReader } from './colleague-facts.js'

/** Letters to the team itself: written down, sent and settled like those to participants, without a calendar. */
@Injectable()
export class ColleagueLetters {
  constructor(
    private readonly facts: ColleagueFactsReader,
    private readonly marks: MessageMarks,
    private readonly transactions: Transactions,
    private readonly blocks: AddressBlocks,
    @Inject(DELIVERY) private readonly delivery: Delivery,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async invited(job: OutboxJob<'account.invited'>): Promise<Outcome> {
    const facts = await this.facts.read(job.subjectId, job.payload.inviterId)
    const withheld = (reason: string): Outcome => ({ kind: 'withheld', reason, record: (tx) => this.marks.unsent(tx, job.id, 'withheld') })
    if (typeof facts === 'string') return withheld(facts)
    const email = facts.email.toLowerCase()
    if (await this.blocks.isBlocked(email)) return withheld('blocked')
    const content = colleagueContent(facts)
    const to = { kind: 'account_invited', email: facts.email, domain: email.split('@').pop()!, language: facts.language }
    const mark = await this.transactions.run((tx) => this.marks.markColleague(tx, job.id, to, content.subject))
    // Imported with the first mail: the start of the server does not wait for it.
    const { composeLetter } = await import('../compose/message.js')
    const outcome = await this.delivery.deliver(composeLetter(content, facts, { name: facts.name, email: facts.email }, envelopeOf(this.config, mark, facts.host.senderName)))
    switch (outcome.kind) {
      case 'sent':
        return { kind: 'done', record: (tx) => this.marks.sent(tx, mark) }
      case 'later':
        return job.attempts >= MAX_ATTEMPTS ? { kind: 'failed', reason: outcome.reason, record: (tx) => this.marks.unsent(tx, job.id, 'given_up') } : outcome
      case 'refused':
        return { kind: 'failed', reason: `smtp_${/^\d{3}/.exec(outcome.reply)?.[0] ?? 'refused'}`, record: (tx) => this.marks.refused(tx, mark, outcome.reply) }
    }
  }
}
