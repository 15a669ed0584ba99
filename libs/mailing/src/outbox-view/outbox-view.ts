import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type OutboxCounts, type OutboxItem, type OutboxPage, type OutboxQuery, OUTBOX_STATES, type OutboxState } from '@app/contracts'
import { ParticipationEntity } from '@app/participants'
import { OutboxEntity, Problem, Transactions } from '@app/platform'
import { MessageEntity } from '../entities/message.entity.js'
import { MAIL_WORK, NO_LETTER, mailOf, mayBeSentAgain } from './outbox-mail.js'

/** What needs somebody first, what is over last. */
const ORDER: readonly OutboxState[] = ['failed', 'pending', 'running', 'withheld', 'done']

/** A row without the words, which depend on who reads. */
export type OutboxFacts = Omit<OutboxItem, 'what' | 'reasonText' | 'advice'>

export interface OutboxFactsPage extends Omit<OutboxPage, 'items'> {
  items: OutboxFacts[]
}

/** The mails of an event as staff sees them. The number of queries does not depend on how many there are. */
@Injectable()
export class OutboxView {
  constructor(private readonly transactions: Transactions) {}

  async page(eventId: string, { state, after, limit }: OutboxQuery): Promise<OutboxFactsPage> {
    const ids = await this.ids(eventId, state === undefined ? ORDER : [state], after, limit + 1)
    const items = await this.facts(ids.slice(0, limit))
    const last = items.at(-1)
    return { items, counts: await this.counts(eventId), next: ids.length > limit && last ? `${last.state}.${last.id}` : null }
  }

  /** One mail of an event. @throws Problem `not_found` */
  async one(eventId: string, id: string): Promise<OutboxFacts> {
    const row = await this.transactions.read.findOneBy(OutboxEntity, { id, nodeId: eventId, kind: In(MAIL_WORK) })
    const [facts] = row ? await this.facts([id]) : []
    if (!facts) throw new Problem('not_found')
    return facts
  }

  private async counts(eventId: string): Promise<OutboxCounts> {
    const rows = await this.transactions.read
      .createQueryBuilder(OutboxEntity, 'o')
      .select(['o.state AS state', 'COUNT(*) AS mails'])
      .where({ nodeId: eventId, kind: In(MAIL_WORK) })
      .andWhere('(o.reason IS NULL OR o.reason <> :none)', { none: NO_LETTER })
      .groupBy('o.state')
      .getRawMany<{ state: OutboxState; mails: string }>()
    const counts = Object.fromEntries(OUTBOX_STATES.map((state) => [state, 0])) as OutboxCounts
    for (const { state, mails } of rows) counts[state] = Number(mails)
    return counts
  }

  /** Ids in the order of the list, one state after the other: so each part walks an index, however many rows there are. */
  private async ids(eventId: string, states: readonly OutboxState[], after: string | undefined, limit: number): Promise<string[]> {
    const [from, behind] = (after?.split('.') ?? []) as [OutboxState?, string?]
    const wanted = from === undefined ? states : states.slice(Math.max(states.indexOf(from), 0))
    const kinds = MAIL_WORK.map(() => '?').join(', ')
    const parameters: unknown[] = []
    const parts = wanted.map((state, at) => {
      parameters.push(eventId, state, ...MAIL_WORK, NO_LETTER)
      const rest = state === from ? ' AND id < ?' : ''
      if (rest !== '') parameters.push(behind)
      return `SELECT * FROM (SELECT id, state FROM outbox WHERE node_id = ? AND state = ? AND kind IN (${kinds}) AND (reason IS NULL OR reason <> ?)${rest} ORDER BY id DESC LIMIT ${limit}) p${at}`
    })
    const rows = await this.transactions.read.query<{ id: string; state: OutboxState }[]>(parts.join(' UNION ALL '), parameters)
    return rows
      .sort((one, other) => wanted.indexOf(one.state) - wanted.indexOf(other.state) || (one.id < other.id ? 1 : -1))
      .slice(0, limit)
      .map(({ id }) => id)
  }

  private async facts(ids: readonly string[]): Promise<OutboxFacts[]> {
    if (ids.length === 0) return []
    const { read } = this.transactions
    const rows = new Map((await read.findBy(OutboxEntity, { id: In(ids) })).map((row) => [row.id, row]))
    const messages = new Map((await read.findBy(MessageEntity, { outboxId: In(ids) })).map((message) => [message.outboxId, message]))
    const subjects = [...new Set([...rows.values()].map(({ subjectId }) => subjectId))]
    const people = new Map((await read.findBy(ParticipationEntity, { id: In(subjects) })).map((person) => [person.id, person]))
    return ids.flatMap((id) => {
      const row = rows.get(id)
      return row ? [factsOf(row, messages.get(id), people.get(row.subjectId))] : []
    })
  }
}

function factsOf(row: OutboxEntity, message: MessageEntity | undefined, person: ParticipationEntity | undefined): OutboxFacts {
  const name = [person?.title, person?.givenNames, person?.familyName].filter(Boolean).join(' ')
  return {
    id: row.id,
    mail: (message?.kind as OutboxFacts['mail'] | undefined) ?? mailOf(row),
    state: row.state,
    reason: row.reason,
    mayBeSentAgain: mayBeSentAgain(row),
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    nextTryAt: row.state === 'pending' ? row.runAfter.toISOString() : null,
    settledAt: row.settledAt?.toISOString() ?? null,
    person: person && name !== '' ? { id: person.id, name } : null,
    subject: message?.subject ?? null,
    smtpReply: row.state === 'failed' ? (message?.smtpReply ?? null) : null,
  }
}
