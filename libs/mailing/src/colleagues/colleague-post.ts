import { Inject, Injectable } from '@nestjs/common'
import { CONFIG, type Config, MAX_ATTEMPTS, type OutboxJob, type Outcome, Transactions } from '@app/platform'
import { DELIVERY, type Delivery } from '../delivery/delivery.js'
import { envelopeOf } from '../delivery/postage.js'
import type { MailContent } from '../domain/mail-content.js'
import type { MailHost, MailLanguage } from '../domain/mail-facts.js'
import { AddressBlocks } from '../handlers/address-blocks.js'
import { MessageMarks } from '../handlers/message-marks.js'

/** A letter that hangs on no participation: to whom it goes, what it says. */
export interface ColleagueLetter {
  kind: 'account_invited' | 'account_reset' | 'barrier_reported'
  name: string
  email: string
  language: MailLanguage
  host: MailHost
  content: MailContent
}

/** The way of letters to the team itself: written down, sent and settled like those to participants, without a calendar. */
@Injectable()
export class ColleaguePost {
  constructor(
    private readonly marks: MessageMarks,
    private readonly transactions: Transactions,
    private readonly blocks: AddressBlocks,
    @Inject(DELIVERY) private readonly delivery: Delivery,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param letter or a short code why there is nothing to write any more */
  async send(job: Pick<OutboxJob, 'id' | 'attempts'>, letter: ColleagueLetter | string): Promise<Outcome> {
    const withheld = (reason: string): Outcome => ({ kind: 'withheld', reason, record: (tx) => this.marks.unsent(tx, job.id, 'withheld') })
    if (typeof letter === 'string') return withheld(letter)
    const { kind, name, language, host, content } = letter
    const email = letter.email.toLowerCase()
    if (await this.blocks.isBlocked(email)) return withheld('blocked')
    const to = { kind, email: letter.email, domain: email.split('@').pop()!, language }
    const mark = await this.transactions.run((tx) => this.marks.markColleague(tx, job.id, to, content.subject))
    // Imported with the first mail: the start of the server does not wait for it.
    const { composeLetter } = await import('../compose/message.js')
    const outcome = await this.delivery.deliver(composeLetter(content, { host, language }, { name, email: letter.email }, envelopeOf(this.config, mark, host.senderName)))
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
