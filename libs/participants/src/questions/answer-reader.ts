import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import type { FileType, PersonAnswers } from '@app/contracts'
import { KeyRing, Transactions } from '@app/platform'
import { type NeedSaid, decodeValues } from '../domain/answers.js'
import { NeedEntity } from '../entities/need.entity.js'
import { QuestionAnswerEntity } from '../entities/question-answer.entity.js'
import type { QuestionEntity } from '../entities/question.entity.js'
import { ANSWER_SEAL, NEED_SEAL } from './answer-rows.js'
import { Questions } from './questions.js'

/** A file that answers a question. */
export interface AnswerFile {
  name: string
  /** By its first bytes. */
  type: FileType
  bytes: number
}

/** One answer, opened. */
export interface OpenAnswer {
  id: string
  question: QuestionEntity
  /** Of a file none. */
  values: string[]
  file: AnswerFile | null
}

/** Reads answers and needs. Who may read sealed ones is for the caller to know, who says so. */
@Injectable()
export class AnswerReader {
  constructor(private readonly transactions: Transactions, private readonly keys: KeyRing, private readonly questions: Questions) {}

  /** Everything that one person answered, special categories included: for the person alone. */
  async own(eventId: string, participationId: string): Promise<{ answers: OpenAnswer[]; need: NeedSaid | null }> {
    const asked = await this.questions.everAsked(eventId)
    const [answers, needs] = await Promise.all([this.open(asked, [participationId]), this.needs([participationId])])
    return { answers: answers.get(participationId) ?? [], need: needs.get(participationId) ?? null }
  }

  /** What staff sees of one person. @param readsNeeds whether the role `needs` is among those of the caller at this event */
  async ofPerson(eventId: string, participationId: string, readsNeeds: boolean): Promise<PersonAnswers> {
    const asked = await this.questions.everAsked(eventId)
    const given = (await this.open(asked.filter(({ special }) => readsNeeds || !special), [participationId])).get(participationId) ?? []
    const need = readsNeeds ? ((await this.needs([participationId])).get(participationId) ?? null) : null
    const offersNeeds = (await this.questions.of(eventId)).offers.length > 0
    return {
      items: asked.flatMap(({ id, key, kind, label, special, retiredAt }) => {
        const answer = given.find(({ question }) => question.id === id)
        // Whether a retired question of a special category was answered is nothing that others see.
        if (retiredAt !== null && answer === undefined) return []
        return [{ key, kind, label, special: Boolean(special), locked: Boolean(special) && !readsNeeds, values: answer?.values ?? [], file: answer?.file ?? null }]
      }),
      needs: need,
      needsLocked: offersNeeds && !readsNeeds,
      offersNeeds,
    }
  }

  /** Whether an event asks, or has kept, anything that only the role `needs` reads. */
  async holdsSealed(eventId: string): Promise<boolean> {
    const [asked, { offers }] = await Promise.all([this.questions.everAsked(eventId), this.questions.of(eventId)])
    return offers.length > 0 || asked.some(({ special }) => special) || this.transactions.read.existsBy(NeedEntity, { eventId })
  }

  /** Answers of many people to these questions, opened, in the order of the questions. */
  async open(asked: readonly QuestionEntity[], participationIds: readonly string[]): Promise<Map<string, OpenAnswer[]>> {
    const found = new Map<string, OpenAnswer[]>()
    if (asked.length === 0 || participationIds.length === 0) return found
    const rank = new Map(asked.map((question, index) => [question.id, index]))
    const rows = await this.transactions.read.findBy(QuestionAnswerEntity, { participationId: In([...participationIds]), questionId: In(asked.map(({ id }) => id)) })
    for (const row of rows.sort((a, b) => rank.get(a.questionId)! - rank.get(b.questionId)!)) {
      const answer = this.openOne(asked[rank.get(row.questionId)!]!, row)
      found.set(row.participationId, [...(found.get(row.participationId) ?? []), answer])
    }
    return found
  }

  /** What people need, opened. */
  async needs(participationIds: readonly string[]): Promise<Map<string, NeedSaid>> {
    if (participationIds.length === 0) return new Map()
    const rows = await this.transactions.read.findBy(NeedEntity, { participationId: In([...participationIds]) })
    return new Map(rows.map(({ participationId, sealed }) => [participationId, JSON.parse(this.keys.open(NEED_SEAL, sealed)) as NeedSaid]))
  }

  private openOne(question: QuestionEntity, { id, value, valueSealed }: QuestionAnswerEntity): OpenAnswer {
    const text = valueSealed === null ? (value ?? '') : this.keys.open(ANSWER_SEAL, valueSealed)
    if (question.kind === 'file') return { id, question, values: [], file: JSON.parse(text) as AnswerFile }
    return { id, question, values: decodeValues(question.kind, text), file: null }
  }
}
