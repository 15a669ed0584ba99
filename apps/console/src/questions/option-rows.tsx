import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { TextField } from '../parts/field.js'
import { fieldId, useFieldError } from '../parts/form-errors.js'
import { moveRow, removeRow, replaceRow, RowTools } from '../parts/row-tools.js'
import { newOption, type OptionRow } from './question-form.js'

const OPTIONS_MAX = 50

/** What there is to choose from, one row each. Options that somebody may have chosen can be moved, but neither worded anew nor removed. */
export function OptionRows({ path, options, onChange }: { path: string; options: readonly OptionRow[]; onChange: (options: OptionRow[]) => void }) {
  const { t } = useLanguage()
  const q = t.questions
  const error = useFieldError(path)
  const add = () => {
    onChange([...options, newOption()])
    requestAnimationFrame(() => document.getElementById(fieldId(`${path}/${options.length}`))?.focus())
  }
  return (
    <fieldset id={fieldId(path)} className={`fd qo${error === undefined ? '' : ' is-bad'}`} aria-describedby={error === undefined ? undefined : `${fieldId(path)}-err`}>
      <legend>{q.options}</legend>
      {options.some(({ isKept }) => isKept) ? <p className="fd-hint">{q.optionsKept}</p> : null}
      {options.map((option, index) => (
        <div key={option.key} className="rw">
          <TextField
            path={`${path}/${index}`} label={q.option(index + 1)} value={option.text} disabled={option.isKept}
            onChange={(text) => onChange(replaceRow(options, option.key, { text }))}
          />
          <RowTools
            name={option.text.trim() === '' ? q.option(index + 1) : option.text} words={t.eventForm.row}
            onUp={index === 0 ? undefined : () => onChange(moveRow(options, index, -1))}
            onDown={index === options.length - 1 ? undefined : () => onChange(moveRow(options, index, 1))}
            onRemove={option.isKept ? undefined : () => onChange(removeRow(options, option.key))}
          />
        </div>
      ))}
      {error === undefined ? null : <p className="fd-err" id={`${fieldId(path)}-err`}><Icon name="alert" /> {error}</p>}
      {options.length >= OPTIONS_MAX ? null : <p><Button rank="tertiary" small icon="plus" onClick={add}>{q.addOption}</Button></p>}
    </fieldset>
  )
}
