import { TICKED } from '@app/contracts'
import { useLanguage } from '../language.js'
import { CheckGroup } from '../parts/check-group.js'
import { CheckField, SelectField } from '../parts/field.js'
import { askableBefore, choicesOf, type ConditionForm, type QuestionRow } from './question-form.js'

interface Props {
  row: QuestionRow
  /** `questions/2/shownIf` */
  path: string
  rows: readonly QuestionRow[]
  onChange: (condition: ConditionForm | null) => void
}

/** To whom a question is put: everybody, or only those who gave certain answers to one before it. */
export function ConditionFields({ row: { key, condition }, path, rows, onChange }: Props) {
  const { t } = useLanguage()
  const q = t.questions
  const before = askableBefore(rows, key)
  if (condition === null && before.length === 0) return null
  const on = (of: string) => {
    const other = rows.find((row) => row.key === of)
    onChange({ of, is: other?.kind === 'consent' ? [TICKED] : [] })
  }
  const other = rows.find((row) => row.key === condition?.of)
  const nameOf = (row: QuestionRow) => (row.label.trim() === '' ? q.unnamed : row.label)
  return (
    <>
      <CheckField path={path} label={q.conditional} checked={condition !== null} onChange={(isOn) => (isOn ? on(before.at(-1)!.key) : onChange(null))} />
      {condition === null ? null : (
        <div className="inl qc">
          <SelectField
            path={`${path}/question`} label={q.conditionQuestion} value={condition.of} onChange={on}
            options={[...before.map((one) => [one.key, nameOf(one)] as const), ...(other === undefined || before.includes(other) ? [] : [[other.key, q.notBefore(nameOf(other))] as const])]}
          />
          {other === undefined || other.kind === 'consent' ? <p className="m">{q.ifTicked}</p> : (
            <CheckGroup
              path={`${path}/is`} legend={q.conditionIs} value={condition.is} options={choicesOf(other).map((choice) => [choice.key, choice.text] as const)}
              onChange={(is) => onChange({ ...condition, is })}
            />
          )}
        </div>
      )}
    </>
  )
}
