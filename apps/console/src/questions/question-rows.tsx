import { useLayoutEffect, useRef, useState } from 'react'
import { QUESTIONS_MAX } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Empty } from '../parts/feedback.js'
import { fieldId } from '../parts/form-errors.js'
import { moveRow } from '../parts/row-tools.js'
import { QuestionItem } from './question-item.js'
import { changeQuestion, newQuestion, type QuestionsForm } from './question-form.js'

interface Props {
  form: QuestionsForm
  onChange: (form: QuestionsForm) => void
  onRemove: (key: string) => void
}

/** The questions in the order of the form; a new one stands open at the end. */
export function QuestionRows({ form, onChange, onRemove }: Props) {
  const { t } = useLanguage()
  const q = t.questions
  const { questions } = form
  const list = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const [added, setAdded] = useState('')
  // A row that moved was taken out of the page for a moment, and the focus with it.
  const [moved, setMoved] = useState<{ key: string; act: 'up' | 'down' } | null>(null)
  useLayoutEffect(() => {
    if (moved === null) return
    const tools = list.current?.querySelector(`[data-question="${moved.key}"] .rt`)
    const button = tools?.querySelector<HTMLElement>(`[data-act="${moved.act}"]`) ?? tools?.querySelector<HTMLElement>('[data-act]')
    button?.focus()
  }, [moved])
  const move = (index: number, by: -1 | 1) => {
    const row = questions[index]!
    onChange({ ...form, questions: moveRow(questions, index, by) })
    setMoved({ key: row.key, act: by === -1 ? 'up' : 'down' })
    setSaid(q.moved(row.label === '' ? q.unnamed : row.label, index + by + 1, questions.length))
  }
  const add = () => {
    const row = newQuestion()
    onChange({ ...form, questions: [...questions, row] })
    setAdded(row.key)
    requestAnimationFrame(() => document.getElementById(fieldId(`questions/${questions.length}/label`))?.focus())
  }
  return (
    <div className="fd" id={fieldId('questions')}>
      {questions.length === 0 ? <Empty title={q.emptyTitle} action={<Button small icon="plus" onClick={add}>{q.add}</Button>}>{q.emptyText}</Empty> : (
        <>
          <div ref={list} className="qs">
            {questions.map((row, index) => (
              <QuestionItem
                key={row.key} row={row} index={index} rows={questions} startsOpen={row.key === added}
                onChange={(change) => onChange(changeQuestion(form, row.key, change))}
                onUp={index === 0 ? undefined : () => move(index, -1)}
                onDown={index === questions.length - 1 ? undefined : () => move(index, 1)}
                onRemove={() => onRemove(row.key)}
              />
            ))}
          </div>
          {questions.length >= QUESTIONS_MAX ? <p className="m">{q.full(QUESTIONS_MAX)}</p> : <Button small icon="plus" onClick={add}>{q.add}</Button>}
        </>
      )}
      <output className="vh">{said}</output>
    </div>
  )
}
