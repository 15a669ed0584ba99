import { Injectable } from '@nestjs/common'
import { FILE_MAX_BYTES, type Language, isAsked } from '@app/contracts'
import { type FieldProblem, KeyRing, Problem, Transactions, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { ConsentKeeper } from '../consent-keeper.js'
import { shownName, typeOfFile } from '../domain/answer-file.js'
import { AnswerFilePartEntity } from '../entities/answer-file-part.entity.js'
import type { ParticipationEntity } from '../entities/participation.entity.js'
import { QuestionAnswerEntity } from '../entities/question-answer.entity.js'
import type { QuestionEntity } from '../entities/question.entity.js'
import { type AnswerFile, AnswerReader } from './answer-reader.js'
import { ANSWER_SEAL, FILE_SEAL, deleteAnswers, lockAnswers } from './answer-rows.js'
import { Questions } from './questions.js'

/** Bytes in a part: sealed and written as text it stays below the 64 KB of a column on MySQL. */
const PART_BYTES = 30_000

type Owner = Pick<ParticipationEntity, 'id' | 'eventId'>

/**
 * Files that answer a question. They are taken only by the personal page, from people whose address is proven, and lie in the database,
 * sealed like answers of special categories: they are kept, backed up, told and deleted with everything else about the person.
 */
@Injectable()
export class AnswerFiles {
  constructor(
    private readonly transactions: Transactions,
    private readonly questions: Questions,
    private readonly reader: AnswerReader,
    private readonly consents: ConsentKeeper,
    private readonly keys: KeyRing,
    private readonly audit: Audit,
  ) {}

  /**
   * Puts a file in place of the one before.
   * @param consent.ticked whether the box under a question of a special category was ticked; it need not be while that consent stands
   * @returns what is wrong with it, with the pointer of the question; empty when it is kept
   * @throws Problem `not_found` for a question that does not ask this person for a file
   */
  async put(owner: Owner, key: string, file: { name: string; content: Buffer } | null, { ticked, hostId, shownIn }: { ticked: boolean; hostId: string | null; shownIn: Language }, actor: Actor): Promise<FieldProblem[]> {
    const question = await this.asked(owner, key)
    const pointer = `/answers/${key}`
    if (file === null || file.content.length === 0) return [{ pointer, code: 'field.file_missing' }]
    if (file.content.length > FILE_MAX_BYTES) return [{ pointer, code: 'field.file_too_large', params: { max: FILE_MAX_BYTES / 1024 / 1024 } }]
    const type = typeOfFile(file.content)
    if (type === null) return [{ pointer, code: 'field.file_type' }]
    const facts: AnswerFile = { name: shownName(file.name, type), type, bytes: file.content.length }
    return this.transactions.run(async (tx) => {
      await lockAnswers(tx, owner.id)
      // Under the lock: what is taken back at this moment is not given again by this.
      if (question.special && !ticked && !(await this.consents.hasSpecial(tx, owner.id))) return [{ pointer, code: 'field.special_consent' }]
      if (question.special) await this.consents.giveSpecial(tx, owner, hostId, shownIn)
      const before = await tx.db.findOneBy(QuestionAnswerEntity, { participationId: owner.id, questionId: question.id })
      if (before) await deleteAnswers(tx, [before.id])
      const id = newId()
      const text = JSON.stringify(facts)
      const columns = question.special ? { value: null, valueSealed: this.keys.seal(ANSWER_SEAL, text) } : { value: text, valueSealed: null }
      await tx.insertBlind(QuestionAnswerEntity, { id, participationId: owner.id, questionId: question.id, ...columns })
      for (let position = 0; position * PART_BYTES < file.content.length; position++) {
        const part = file.content.subarray(position * PART_BYTES, (position + 1) * PART_BYTES)
        await tx.insertBlind(AnswerFilePartEntity, { id: newId(), answerId: id, position, sealed: this.keys.seal(FILE_SEAL, part.toString('base64')) })
      }
      await this.log(tx, owner, actor)
      return []
    })
  }

  /**
   * Takes a file back; one that is not there is no error. That stays possible when nothing else can be changed any more: what somebody gave
   * without having to need not be kept against their will. A file that taking part demands is then deleted by the organisers (`AnswersOnBehalf`).
   * @throws Problem `not_found` as `put` does; `link_gone` for a required one that can no longer be replaced
   */
  async remove(owner: Owner, key: string, mayChange: boolean, actor: Actor): Promise<void> {
    const question = await this.asked(owner, key)
    if (question.required && !mayChange) throw new Problem('link_gone')
    await this.transactions.run(async (tx) => {
      await lockAnswers(tx, owner.id)
      const before = await tx.db.findOneBy(QuestionAnswerEntity, { participationId: owner.id, questionId: question.id })
      if (!before) return
      await deleteAnswers(tx, [before.id])
      await this.log(tx, owner, actor)
    })
  }

  /** @param which files the caller may read of this person: to questions of special categories, to all others, or all. @throws Problem `not_found` */
  async read(eventId: string, participationId: string, key: string, which: 'special' | 'ordinary' | 'all'): Promise<AnswerFile & { content: Buffer }> {
    const asked = (await this.questions.everAsked(eventId)).filter((question) => question.key === key && (which === 'all' || (which === 'special') === Boolean(question.special)))
    const [answer] = (await this.reader.open(asked, [participationId])).get(participationId) ?? []
    if (!answer?.file) throw new Problem('not_found')
    return { ...answer.file, content: await this.contentOf(answer.id) }
  }

  /** The bytes of the file that is an answer, opened. Who may see them is for the caller to know. */
  async contentOf(answerId: string): Promise<Buffer> {
    const parts = await this.transactions.read.find(AnswerFilePartEntity, { where: { answerId }, order: { position: 'ASC' } })
    return Buffer.concat(parts.map(({ sealed }) => Buffer.from(this.keys.open(FILE_SEAL, sealed), 'base64')))
  }

  /** A question that asks this person for a file, or did when there came one. */
  private async asked({ id, eventId }: Owner, key: string): Promise<QuestionEntity> {
    const question = (await this.questions.of(eventId)).questions.find((one) => one.key === key && one.kind === 'file')
    if (!question) throw new Problem('not_found')
    const { answers } = await this.reader.own(eventId, id)
    const given = new Map(answers.map(({ question: { key: other }, values }) => [other, values]))
    if (!given.has(key) && !isAsked(question, given)) throw new Problem('not_found')
    return question
  }

  private log(tx: Parameters<Audit['record']>[0], { id, eventId }: Owner, actor: Actor): Promise<void> {
    return this.audit.record(tx, { actor, action: 'participation.answer', subject: { kind: 'participation', id }, nodeId: eventId })
  }
}

