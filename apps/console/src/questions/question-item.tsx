import { useState } from 'react'
import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'
import { useErrorBelow } from '../parts/form-errors.js'
import { RowTools } from '../parts/row-tools.js'
import { QuestionFields } from './question-fields.js'
import type { QuestionRow } from './question-form.js'

interface Props {
  row: QuestionRow
  index: number
  rows: readonly QuestionRow[]
  startsOpen: boolean
  onChange: (change: Partial<QuestionRow>) => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: () => void
}

/** One question as a line that opens into its fields; it opens by itself when something in it was refused. */
export function QuestionItem({ row, index, rows, startsOpen, onChange, onUp, onDown, onRemove }: Props) {
  const { t, v } = useLanguage()
  const q = t.questions
  const [isOpen, setOpen] = useState(startsOpen)
  const isRefused = useErrorBelow(`questions/${index}`)
  const [wasRefused, setWasRefused] = useState(isRefused)
  if (isRefused !== wasRefused) {
    setWasRefused(isRefused)
    if (isRefused) setOpen(true)
  }
  const name = row.label.trim() === '' ? q.unnamed : row.label
  const other = rows.find(({ key }) => key === row.condition?.of)
  const facts = [
    v.questionKinds[row.kind], row.required ? q.required : '', row.condition === null ? '' : q.onlyAfter(other?.label ?? ''), row.answered === 0 ? '' : q.answers(row.answered),
  ].filter((text) => text !== '')
  return (
    <fieldset className="qi" data-question={row.key} aria-label={q.number(index + 1)} data-row={q.number(index + 1)}>
      <RowTools name={name} words={t.eventForm.row} onUp={onUp} onDown={onDown} onRemove={onRemove} />
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="n">{index + 1}.</span> <b>{name}</b>{isRefused ? <> <Icon name="alert" /></> : null}
          <small>{facts.join(' · ')}{row.special ? <> · <Icon name="lock" /> {q.specialShort}</> : null}</small>
        </summary>
        <QuestionFields row={row} path={`questions/${index}`} rows={rows} onChange={onChange} />
      </details>
    </fieldset>
  )
}
