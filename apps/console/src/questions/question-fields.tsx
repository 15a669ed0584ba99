import { ANSWER_PERIODS, QUESTION_KINDS, hasOptions } from '@app/contracts'
import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'
import { CheckField, SelectField, TextArea, TextField } from '../parts/field.js'
import { ConditionFields } from './condition-fields.js'
import { OptionRows } from './option-rows.js'
import type { QuestionRow } from './question-form.js'

interface Props {
  row: QuestionRow
  /** `questions/2` */
  path: string
  rows: readonly QuestionRow[]
  onChange: (change: Partial<QuestionRow>) => void
}

/** Everything about one question. What people have answered to stays as it is, and the form says so before anybody tries. */
export function QuestionFields({ row, path, rows, onChange }: Props) {
  const { t, v } = useLanguage()
  const q = t.questions
  const isFrozen = row.answered !== 0
  const why = isFrozen ? q.frozenHint : undefined
  return (
    <div className="qi-f">
      {isFrozen ? <p className="fd-note"><Icon name="lock" /> {q.frozen(row.answered)}</p> : null}
      <TextField path={`${path}/label`} label={q.label} hint={why ?? (row.kind === 'consent' ? q.labelConsent : undefined)} value={row.label} disabled={isFrozen} onChange={(label) => onChange({ label })} required />
      <div className="rw">
        <SelectField
          path={`${path}/kind`} label={q.kind} width="w-l" value={row.kind} disabled={isFrozen} hint={why}
          options={QUESTION_KINDS.map((kind) => [kind, v.questionKinds[kind]] as const)} onChange={(kind) => { if (kind !== '') onChange({ kind }) }}
        />
      </div>
      {hasOptions(row) ? <OptionRows path={`${path}/options`} options={row.options} onChange={(options) => onChange({ options })} /> : null}
      <TextArea path={`${path}/help`} label={q.help} hint={q.helpHint} rows={2} optional value={row.help} onChange={(help) => onChange({ help })} />
      {row.kind === 'consent' ? null : (
        <CheckField path={`${path}/required`} label={q.isRequired} hint={row.kind === 'file' ? q.requiredFile : undefined} checked={row.required} onChange={(required) => onChange({ required })} />
      )}
      <ConditionFields row={row} path={`${path}/shownIf`} rows={rows} onChange={(condition) => onChange({ condition })} />
      <CheckField
        path={`${path}/special`} label={q.special} hint={isFrozen ? `${q.specialHint(v.roles.needs)} ${q.frozenHint}` : q.specialHint(v.roles.needs)} checked={row.special} disabled={isFrozen}
        onChange={(special) => onChange({ special })}
      />
      <div className="rw qi-e">
        <SelectField
          path={`${path}/retention`} label={q.retention} value={row.retention}
          options={ANSWER_PERIODS.map((period) => [period, v.answerPeriods[period]] as const)} onChange={(retention) => { if (retention !== '') onChange({ retention }) }}
        />
        <TextField
          path={`${path}/key`} label={q.name} hint={row.isSaved ? q.nameFixed : q.nameHint} value={row.name} disabled={row.isSaved}
          onChange={(name) => onChange({ name, follows: false })}
        />
      </div>
    </div>
  )
}
