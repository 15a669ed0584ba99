import { In, IsNull } from 'typeorm'
import { Problem, type Tx, lockRow } from '@app/platform'
import { AnswerFilePartEntity } from '../entities/answer-file-part.entity.js'
import { NeedEntity } from '../entities/need.entity.js'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { QuestionAnswerEntity } from '../entities/question-answer.entity.js'
import { QuestionEntity } from '../entities/question.entity.js'

/** What the seals of answers and needs are for (`apps/privacy/seals.ts` names the same). */
export const ANSWER_SEAL = 'question_answer'
export const FILE_SEAL = 'answer_file_part'
export const NEED_SEAL = 'need'

/**
 * Takes the lock of one person's answers: two tabs of a personal page stand in line, and whoever is being forgotten gets nothing new written.
 * @throws Problem `link_gone` when the person is no longer there
 */
export async function lockAnswers(tx: Tx, participationId: string): Promise<void> {
  await lockRow(tx, { table: 'participation', id: participationId })
  if (!(await tx.db.existsBy(ParticipationEntity, { id: participationId, anonymisedAt: IsNull() }))) throw new Problem('link_gone')
}

/** Takes away answers with the files that belong to them. */
export async function deleteAnswers(tx: Tx, answerIds: readonly string[]): Promise<void> {
  if (answerIds.length === 0) return
  await tx.db.delete(AnswerFilePartEntity, { answerId: In([...answerIds]) })
  await tx.db.delete(QuestionAnswerEntity, { id: In([...answerIds]) })
}

/** Takes away everything that people answered and need, of any category. */
export async function forgetAnswers(tx: Tx, participationIds: readonly string[]): Promise<void> {
  const of = { participationId: In([...participationIds]) }
  const answers = await tx.db.find(QuestionAnswerEntity, { select: { id: true }, where: of })
  await deleteAnswers(tx, answers.map(({ id }) => id))
  await tx.db.delete(NeedEntity, of)
}

/** Takes away what belongs to special categories, because the consent to it was taken back. */
export async function forgetSpecial(tx: Tx, participationId: string): Promise<void> {
  const answers = await tx.db.find(QuestionAnswerEntity, { select: { id: true, questionId: true }, where: { participationId } })
  const special = answers.length === 0 ? [] : await tx.db.find(QuestionEntity, { select: { id: true }, where: { id: In(answers.map(({ questionId }) => questionId)), special: true } })
  const ids = new Set(special.map(({ id }) => id))
  await deleteAnswers(tx, answers.filter(({ questionId }) => ids.has(questionId)).map(({ id }) => id))
  await tx.db.delete(NeedEntity, { participationId })
}
