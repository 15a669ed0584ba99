import type { INestApplicationContext } from '@nestjs/common'
import { EventEntity } from '@app/events'
import { MailHandlers } from '@app/mailing'
import { Outbox, OutboxEntity, OutboxWorker, ROWS_IN_HAND, Settler, Transactions } from '@app/platform'

/** A change of an event whose letters are sent as a worker does it. */
export class Campaign {
  constructor(private readonly app: INestApplicationContext) {}

  /** Puts the change into the outbox: everybody with a place is to hear of it. */
  async announce(eventId: string): Promise<void> {
    await this.app.get(Transactions).runLocked({ table: 'event', id: eventId }, async (tx) => {
      await tx.db.update(EventEntity, { id: eventId }, { title: 'Teilhabe vor Ort verankern' })
      await this.app.get(Outbox).add(tx, { kind: 'event.changed', subjectId: eventId, payload: {}, nodeId: eventId })
    })
  }

  /** Works off the outbox from now on. */
  work(): Promise<void> {
    return this.app.get(OutboxWorker).start(this.app.get(MailHandlers, { strict: false }))
  }

  /** Rows of the outbox by state. */
  async states(): Promise<Partial<Record<OutboxEntity['state'], number>>> {
    const rows = await this.app.get(Transactions).read.createQueryBuilder(OutboxEntity, 'o').select('o.state', 'state').addSelect('COUNT(*)', 'count').groupBy('o.state').getRawMany<{ state: OutboxEntity['state']; count: string }>()
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
  }

  /** Turns the change into its letters, without sending one. @returns their rows */
  async fanOut(): Promise<string[]> {
    const { read } = this.app.get(Transactions)
    const [change] = await read.findBy(OutboxEntity, { kind: 'event.changed', state: 'pending' })
    await this.app.get(Settler).settle(change!.id, this.app.get(MailHandlers, { strict: false }))
    return (await read.find(OutboxEntity, { select: { id: true }, where: { kind: 'participation.date_set', state: 'pending' } })).map(({ id }) => id)
  }

  /** Sends these letters, as many in hand as a worker has. */
  async send(ids: readonly string[]): Promise<void> {
    const turns = ids.values()
    const [settler, handlers] = [this.app.get(Settler), this.app.get(MailHandlers, { strict: false })]
    await Promise.all(Array.from({ length: ROWS_IN_HAND }, async () => {
      for (const id of turns) await settler.settle(id, handlers)
    }))
  }
}
