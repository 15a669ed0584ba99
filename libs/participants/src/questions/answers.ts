import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type AnswersInput, type Language, isAsked } from '@app/contracts'
import { type FieldProblem, KeyRing, Problem, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { ConsentKeeper } from '../consent-keeper.js'
import { type TakenAnswers, decodeValues, encodeValues, takeAnswers } from '../domain/answers.js'
import { NeedEntity } from '../entities/need.entity.js'
import type { ParticipationEntity } from '../entities/participation.entity.js'
import { QuestionAnswerEntity } from '../entities/question-answer.entity.js'
import { QuestionEntity } from '../entities/question.entity.js'
import { ANSWER_SEAL, NEED_SEAL, deleteAnswers, lockAnswers } from './answer-rows.js'
import { questionView } from './question-rows.js'
import { Questions } from './questions.js'

/** What somebody said, checked against what was asked, ready to be stored. */
export interface CheckedAnswers extends TakenAnswers {
  questions: QuestionEntity[]
}

/** One answer that was given, changed or taken back, as its column holds it. */
export interface AnswerChange {
  question: QuestionEntity
  before: string | null
  after: string | null
}

type Answering = Pick<ParticipationEntity, 'id' | 'eventId'>

/** Answers and needs of people. What belongs to a special category is sealed before it reaches the database, and kept with the consent to it. */
@Injectable()
export class Answers {
  constructor(private readonly questions: Questions, private readonly consents: ConsentKeeper, private readonly keys: KeyRing, private readonly audit: Audit) {}

  /** @param demands whether what is required must be there */
  async check(eventId: string, said: AnswersInput, demands: boolean): Promise<{ checked: CheckedAnswers; problems: FieldProblem[] }> {
    const { questions, offers } = await this.questions.of(eventId)
    const { taken, problems } = takeAnswers(questions.map(questionView), offers.map(({ kind }) => kind), said, demands)
    return { checked: { ...taken, questions }, problems }
  }

  /**
   * Of somebody who has none yet; part of the registration, which the log holds already.
   * @param shownIn language of the form, in whose wording a consent is kept
   * @throws Problem `conflict` where a question was changed since the check
   */
  async give(tx: Tx, row: Answering, { questions, given, need, isSpecial }: CheckedAnswers, hostId: string | null, shownIn: Language): Promise<void> {
    await assertUnchanged(tx, questions, given)
    for (const question of questions) {
      const values = given.get(question.key)
      if (values) await tx.insertBlind(QuestionAnswerEntity, { id: newId(), participationId: row.id, questionId: question.id, ...this.columns(question, values) })
    }
    const consentId = isSpecial ? await this.consents.giveSpecial(tx, row, hostId, shownIn) : null
    if (need) await tx.insertBlind(NeedEntity, { id: newId(), eventId: row.eventId, participationId: row.id, sealed: this.keys.seal(NEED_SEAL, JSON.stringify(need)), consentId })
  }

  /**
   * What somebody says now instead of before. Answers to retired questions stay as they are, and files that are still asked for. The log says
   * that something was changed and not what: already the name of a question may tell about somebody's health.
   * @param shownIn language of the form, in whose wording a consent is kept
   * @throws Problem `conflict` where a question was changed since the check
   */
  async change(tx: Tx, row: Answering, { questions, given, need, isSpecial }: CheckedAnswers, hostId: string | null, shownIn: Language, actor: Actor): Promise<void> {
    await lockAnswers(tx, row.id)
    await assertUnchanged(tx, questions, given)
    const changes = await this.rewrite(tx, row.id, questions, given)
    const consentId = isSpecial ? await this.consents.giveSpecial(tx, row, hostId, shownIn) : null
    const needChanged = await this.changeNeed(tx, row, need, consentId)
    if (changes.length > 0 || needChanged) await this.audit.record(tx, { actor, action: 'participation.answer', subject: { kind: 'participation', id: row.id }, nodeId: row.eventId })
  }

  /** What a person has answered to these questions, opened. Run it under `lockAnswers`, like the two below. */
  async standing(tx: Tx, participationId: string, questions: readonly QuestionEntity[]): Promise<Map<string, string[]>> {
    const rows = await this.rowsOf(tx, participationId)
    return new Map(questions.flatMap(({ id, key, kind }) => {
      const text = rows.has(id) ? this.textOf(rows.get(id)!) : null
      return text === null ? [] : [[key, kind === 'file' ? [text] : decodeValues(kind, text)]]
    }))
  }

  /**
   * Makes the answers to these questions what was given, and takes away those to which nothing was; a file stays while it is asked for.
   * @param dropped questions whose file goes all the same, by their keys
   * @returns what was changed
   */
  async rewrite(tx: Tx, participationId: string, questions: readonly QuestionEntity[], given: TakenAnswers['given'], dropped: readonly string[] = []): Promise<AnswerChange[]> {
    const rows = await this.rowsOf(tx, participationId)
    const changes: AnswerChange[] = []
    for (const question of questions) {
      const row = rows.get(question.id)
      if (question.kind === 'file' && (row === undefined || (isAsked(question, given) && !dropped.includes(question.key)))) continue
      const values = given.get(question.key)
      const before = row === undefined ? null : this.textOf(row)
      const after = values === undefined ? null : encodeValues(question.kind, values)
      if (before === after) continue
      if (row === undefined) await tx.insertBlind(QuestionAnswerEntity, { id: newId(), participationId, questionId: question.id, ...this.columns(question, values!) })
      else if (values === undefined) await deleteAnswers(tx, [row.id])
      else await tx.db.update(QuestionAnswerEntity, { id: row.id }, this.columns(question, values))
      changes.push({ question, before, after })
    }
    return changes
  }

  /** Keeps a need instead of the one before, or none. @returns whether that is a change */
  async changeNeed(tx: Tx, row: Answering, need: CheckedAnswers['need'], consentId: string | null): Promise<boolean> {
    const before = await tx.db.findOneBy(NeedEntity, { participationId: row.id })
    const text = need === null ? null : JSON.stringify(need)
    if ((before === null ? null : this.keys.open(NEED_SEAL, before.sealed)) === text) return false
    if (text === null) await tx.db.delete(NeedEntity, { participationId: row.id })
    else if (before === null) await tx.insertBlind(NeedEntity, { id: newId(), eventId: row.eventId, participationId: row.id, sealed: this.keys.seal(NEED_SEAL, text), consentId })
    else await tx.db.update(NeedEntity, { id: before.id }, { sealed: this.keys.seal(NEED_SEAL, text), consentId })
    return true
  }

  private async rowsOf(tx: Tx, participationId: string): Promise<Map<string, QuestionAnswerEntity>> {
    return new Map((await tx.db.findBy(QuestionAnswerEntity, { participationId })).map((answer) => [answer.questionId, answer]))
  }

  private columns({ kind, special }: QuestionEntity, values: readonly string[]): { value: string | null; valueSealed: string | null } {
    const text = encodeValues(kind, values)
    return special ? { value: null, valueSealed: this.keys.seal(ANSWER_SEAL, text) } : { value: text, valueSealed: null }
  }

  private textOf({ value, valueSealed }: QuestionAnswerEntity): string | null {
    return valueSealed === null ? value : this.keys.open(ANSWER_SEAL, valueSealed)
  }
}

/**
 * Nobody has answered what was not asked, and nobody has consented to what only now is of a special category: a question that had no answer
 * may have been changed while this one was on its way.
 */
async function assertUnchanged(tx: Tx, questions: readonly QuestionEntity[], given: TakenAnswers['given']): Promise<void> {
  const answered = questions.filter(({ key }) => given.has(key))
  if (answered.length === 0) return
  const now = new Map((await tx.db.findBy(QuestionEntity, { id: In(answered.map(({ id }) => id)) })).map((row) => [row.id, row]))
  const says = (row: QuestionEntity | undefined) => row && JSON.stringify([row.kind, row.label, Boolean(row.special)])
  if (answered.some((question) => says(now.get(question.id)) !== says(question))) throw new Problem('conflict')
}
