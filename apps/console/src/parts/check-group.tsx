import { Icon } from '@app/ui'
import { fieldId, useFieldError } from './form-errors.js'

interface Props {
  path: string
  legend: string
  hint?: string | undefined
  value: readonly string[]
  options: readonly (readonly [string, string])[]
  /** Keys in the order of the options. */
  onChange: (keys: string[]) => void
}

/** Boxes to tick under one legend; the sentence of a refusal belongs to all of them. */
export function CheckGroup({ path, legend, hint, value, options, onChange }: Props) {
  const id = fieldId(path)
  const error = useFieldError(path)
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-err`].filter((part) => part !== '').join(' ')
  return (
    <fieldset id={id} className={`fd fd-check${error === undefined ? '' : ' is-bad'}`} data-row={legend} aria-describedby={described === '' ? undefined : described}>
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="fd-hint" id={`${id}-hint`}>{hint}</p>}
      {options.map(([key, word]) => (
        <label key={key}>
          <input type="checkbox" className="cx" checked={value.includes(key)} onChange={() => onChange(options.map(([one]) => one).filter((one) => (one === key ? !value.includes(one) : value.includes(one))))} />
          <span>{word}</span>
        </label>
      ))}
      {error === undefined ? null : <p className="fd-err" id={`${id}-err`}><Icon name="alert" /> {error}</p>}
    </fieldset>
  )
}
