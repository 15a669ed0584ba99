import type { INestApplicationContext } from '@nestjs/common'
import { DELIVERY, type Delivery, MailHandlers } from '@app/mailing'
import { Confirmations } from '@app/participants'
import { CONFIG, type Config, OutboxEntity, ROWS_IN_HAND, Settler, Transactions } from '@app/platform'
import { type ComposedMail, composeMessage } from '../../libs/mailing/src/compose/index.js'
import { envelopeOf, newCalendarUid, newPostage, organiserAddress } from '../../libs/mailing/src/delivery/postage.js'
import { MailFactsReader, type ReadFacts } from '../../libs/mailing/src/facts/mail-facts-reader.js'
import { PlainMailer } from '../raw/plain-mailer.js'
import { plantEvent, plantUnconfirmed } from './planting.js'

/** Confirmed people, their letters in the outbox, and the same letters' facts in memory. */
interface Batch {
  outboxIds: string[]
  facts: ReadFacts[]
}

/** The mail pipeline with the database and without it, on the same letters. */
export class Letters {
  private batch: Batch = { outboxIds: [], facts: [] }

  constructor(private readonly app: INestApplicationContext) {}

  /** People of an event of their own with a place, each with a letter that waits. Not part of what is measured. */
  async prepare(count: number, now: Date): Promise<void> {
    const { app } = this
    const { eventId } = await plantEvent(app, count, now)
    const people = await plantUnconfirmed(app, eventId, count, now)
    for (const { token } of people) await app.get(Confirmations).confirm(token)
    const rows = await app.get(Transactions).read.findBy(OutboxEntity, { nodeId: eventId, kind: 'participation.changed', state: 'pending' })
    const facts = (await Promise.all(people.map(async ({ participationId }) => app.get(MailFactsReader, { strict: false }).read(participationId)))).map(present)
    // One event for all of them, so that its calendar is built once.
    const { event, host } = facts[0]!.facts
    this.batch = { outboxIds: rows.map(({ id }) => id), facts: facts.map((read) => ({ ...read, facts: { ...read.facts, event, host } })) }
    if (rows.length !== count) throw new Error(`${rows.length} letters instead of ${count}`)
  }

  /** Claim, facts, compose, send, settle. @returns seconds @throws Error when a row is not done */
  async send(): Promise<number> {
    const settler = this.app.get(Settler)
    const handlers = this.app.get(MailHandlers, { strict: false })
    const seconds = await inHand(this.batch.outboxIds, (id) => settler.settle(id, handlers))
    const { read } = this.app.get(Transactions)
    const states = await Promise.all(this.batch.outboxIds.map((id) => read.findOneByOrFail(OutboxEntity, { id })))
    const open = states.find(({ state }) => state !== 'done')
    if (open) throw new Error(`a letter was not sent: ${open.state} ${open.reason}`)
    return seconds
  }

  /** Compose and send, from facts in memory. @returns seconds */
  async sendWithoutDatabase(): Promise<number> {
    const delivery = this.app.get<Delivery>(DELIVERY, { strict: false })
    return inHand(this.batch.facts, async (read) => {
      const outcome = await delivery.deliver(this.composed(read))
      if (outcome.kind !== 'sent') throw new Error(`a mail was not sent: ${JSON.stringify(outcome)}`)
    })
  }

  /** The same words to the same people, with nodemailer and ical-generator as people use them. @returns seconds */
  async sendPlainly(): Promise<number> {
    const { smtpUrl, dkim } = this.app.get<Config>(CONFIG)
    const mailer = new PlainMailer(smtpUrl!, dkim!)
    const start = new Date('2027-01-14T10:00:00Z')
    const event = { title: 'Teilhabe vor Ort', place: 'Bürgerhaus, Kaistraße 12, 23552 Lübeck', start, end: new Date('2027-01-14T17:30:00Z') }
    try {
      return await inHand(this.batch.facts, (read) => mailer.send(this.composed(read), event))
    } finally {
      mailer.close()
    }
  }

  private composed({ facts }: ReadFacts): ComposedMail {
    const config = this.app.get<Config>(CONFIG)
    const uid = newCalendarUid(config)
    const calendar = { uid, sequence: 0, method: 'REQUEST' as const, status: 'CONFIRMED' as const, stampedAt: new Date().toISOString(), organiserAddress: organiserAddress(config, uid) }
    return composeMessage('place_confirmed', facts, { ...envelopeOf(config, newPostage(config), facts.host.senderName), calendar })
  }
}

function present(facts: ReadFacts | string): ReadFacts {
  if (typeof facts === 'string') throw new Error(`no facts: ${facts}`)
  return facts
}

async function inHand<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<number> {
  const turns = things.values()
  const started = performance.now()
  await Promise.all(Array.from({ length: ROWS_IN_HAND }, async () => {
    for (const thing of turns) await work(thing)
  }))
  return (performance.now() - started) / 1000
}
