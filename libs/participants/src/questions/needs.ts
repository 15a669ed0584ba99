import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { NeedsCounts, NeedsRow } from '@app/contracts'
import { Transactions } from '@app/platform'
import { type CountedPerson, countNeeds } from '../domain/needs-count.js'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { AnswerReader } from './answer-reader.js'
import { questionView } from './question-rows.js'
import { Questions } from './questions.js'

const BATCH = 1_000

/** Places whose people are coming, and those who may still come. */
const COMING = { confirmed: 'confirmed', door: 'confirmed', offered: 'waiting', waiting: 'waiting', requested: 'waiting' } as const
type Coming = Pick<ParticipationEntity, 'id' | 'givenNames' | 'familyName' | 'organisationShown' | 'email' | 'phone'> & { place: keyof typeof COMING }

/** What the people of an event need: counted for whoever books it, by name for the role needs. Sealed values are opened in memory. */
@Injectable()
export class Needs {
  constructor(private readonly transactions: Transactions, private readonly questions: Questions, private readonly reader: AnswerReader) {}

  async counts(eventId: string): Promise<NeedsCounts> {
    const [{ offers }, asked] = await Promise.all([this.questions.of(eventId), this.questions.everAsked(eventId)])
    const people: CountedPerson[] = []
    for await (const batch of this.coming(eventId)) {
      const ids = batch.map(({ id }) => id)
      const [needs, answers] = await Promise.all([this.reader.needs(ids), this.reader.open(asked.filter(({ kind }) => kind !== 'file'), ids)])
      for (const { id, place } of batch) {
        const given = new Map((answers.get(id) ?? []).map(({ question, values }) => [question.key, values]))
        people.push({ place: COMING[place], need: needs.get(id) ?? null, given })
      }
    }
    return countNeeds(people, offers, asked.map(questionView))
  }

  /** Those who need something or answered a question of a special category, in phone-book order. */
  async list(eventId: string): Promise<NeedsRow[]> {
    const special = (await this.questions.everAsked(eventId)).filter((question) => question.special)
    const rows: NeedsRow[] = []
    for await (const batch of this.coming(eventId)) {
      const ids = batch.map(({ id }) => id)
      const [needs, answers] = await Promise.all([this.reader.needs(ids), this.reader.open(special, ids)])
      for (const row of batch) {
        const need = needs.get(row.id)
        const given = answers.get(row.id) ?? []
        if (need || given.length > 0) {
          rows.push({
            participantId: row.id,
            name: [row.familyName, row.givenNames].filter(Boolean).join(', '),
            organisation: row.organisationShown, email: row.email, phone: row.phone, place: COMING[row.place],
            kinds: need?.kinds ?? [], detail: need?.detail ?? null,
            answers: given.map(({ question: { key, label, kind }, values, file }) => ({ key, label, kind, values: file ? [file.name] : values })),
          })
        }
      }
    }
    return rows
  }

  private async *coming(eventId: string): AsyncGenerator<Coming[]> {
    const select = { id: true, place: true, givenNames: true, familyName: true, organisationShown: true, email: true, phone: true } as const
    for (let skip = 0; ; skip += BATCH) {
      const rows = await this.transactions.read.find(ParticipationEntity, {
        select, where: { eventId, place: In(Object.keys(COMING)) }, order: { nameSort: 'ASC', id: 'ASC' }, skip, take: BATCH,
      })
      yield rows as Coming[]
      if (rows.length < BATCH) return
    }
  }
}
