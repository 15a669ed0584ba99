import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import type { QuestionRow } from './question-form.js'

/** Questions that are no longer asked, with what becomes of their answers; each can be asked again. */
export function RetiredQuestions({ rows, isPending, onRestore }: { rows: readonly QuestionRow[]; isPending: (key: string) => boolean; onRestore: (key: string) => void }) {
  const { t, v } = useLanguage()
  const q = t.questions
  return (
    <ul className="dec qr-l">
      {rows.map((row) => (
        <li key={row.key}>
          <div>
            <b>{row.label}</b>
            <small>{q.answers(row.answered)}, {q.keptUntil(v.answerPeriods[row.retention])}{isPending(row.key) ? ` ${q.retiredOnSave}` : ''}</small>
          </div>
          <Button small aria-label={q.askAgainLabel(row.label)} onClick={() => onRestore(row.key)}>{q.askAgain}</Button>
        </li>
      ))}
    </ul>
  )
}
