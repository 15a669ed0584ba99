import type { FormatQuestions, QuestionInput, QuestionView } from '@app/contracts'
import { type Tx, newId } from '@app/platform'
import { NeedOfferEntity } from '../entities/need-offer.entity.js'
import { QuestionEntity } from '../entities/question.entity.js'

/** The columns that a question as it is written fills. */
export function questionColumns({ key, kind, label, help, required, options, shownIf, special, retention }: QuestionInput | QuestionView, position: number) {
  return { key, kind, label, help, required, options: options.length > 0 ? options : null, shownIf, special, retention, position, retiredAt: null }
}

export function questionView({ key, kind, label, help, required, options, shownIf, special, retention }: QuestionEntity): QuestionView {
  return { key, kind, label, help, required: Boolean(required), options: options ?? [], shownIf, special: Boolean(special), retention }
}

/** Questions and offers of a new event, as its format has them. */
export async function writeQuestions(tx: Tx, eventId: string, { questions, needs }: FormatQuestions): Promise<void> {
  for (const [position, question] of questions.entries()) await tx.db.insert(QuestionEntity, { id: newId(), eventId, ...questionColumns(question, position) })
  for (const [position, { kind, bookBy }] of needs.entries()) await tx.db.insert(NeedOfferEntity, { id: newId(), eventId, kind, position, bookBy })
}
