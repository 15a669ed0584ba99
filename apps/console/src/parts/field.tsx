import type { HTMLInputTypeAttribute, ReactNode } from 'react'
import { useLanguage } from '../language.js'
import { fieldId, useFieldError } from './form-errors.js'
import { Icon } from '@app/ui'

interface Common {
  /** JSON pointer of the value in the request body, without the leading slash. */
  path: string
  label: string
  hint?: ReactNode
  optional?: boolean
  /** What stands in it cannot be changed; `hint` says why. */
  disabled?: boolean | undefined
  /** Class for the width: `w-s` number, `w-m` date, `w-l` name; full width without. */
  width?: 'w-xs' | 'w-s' | 'w-m' | 'w-l'
}

interface ControlProps {
  id: string
  disabled: true | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** Label, hint, control and the sentence of a refusal, joined for screen readers. */
export function Field({ path, label, hint, optional = false, disabled, width, children }: Common & { children: (control: ControlProps) => ReactNode }) {
  const { t } = useLanguage()
  const error = useFieldError(path)
  const id = fieldId(path)
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-err`].filter((part) => part !== '').join(' ')
  return (
    <div className={`fd${width === undefined ? '' : ` ${width}`}${error === undefined ? '' : ' is-bad'}`}>
      <label htmlFor={id} data-label={label}>{label}{optional ? <> <small>{t.form.optional}</small></> : null}</label>
      {hint === undefined ? null : <p className="fd-hint" id={`${id}-hint`}>{hint}</p>}
      {children({ id, disabled: disabled === true || undefined, 'aria-invalid': error === undefined ? undefined : true, 'aria-describedby': described === '' ? undefined : described })}
      {error === undefined ? null : <p className="fd-err" id={`${id}-err`}><Icon name="alert" /> {error}</p>}
    </div>
  )
}

interface TextProps extends Common {
  value: string
  onChange: (value: string) => void
  type?: HTMLInputTypeAttribute
  autoComplete?: string
  inputMode?: 'numeric' | 'email' | 'tel' | 'url'
  list?: string
  required?: boolean
}

export function TextField({ value, onChange, type = 'text', autoComplete = 'off', inputMode, list, required, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control} className="in" type={type} value={value} autoComplete={autoComplete} inputMode={inputMode} list={list}
          aria-required={required || undefined} onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export function TextArea({ value, onChange, rows = 4, ...field }: Common & { value: string; onChange: (value: string) => void; rows?: number }) {
  return (
    <Field {...field}>
      {(control) => <textarea {...control} className="in in--a" rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

export function SelectField<V extends string>({
  value, onChange, options, empty, ...field
}: Common & { value: V | ''; onChange: (value: V | '') => void; options: readonly (readonly [V, string])[]; empty?: string }) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="in" value={value} onChange={(event) => onChange(event.target.value as V | '')}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map(([key, word]) => <option key={key} value={key}>{word}</option>)}
        </select>
      )}
    </Field>
  )
}

export function CheckField({ path, label, hint, checked, disabled, onChange }: {
  path: string; label: string; hint?: string | undefined; checked: boolean; disabled?: boolean; onChange: (checked: boolean) => void
}) {
  const id = fieldId(path)
  const error = useFieldError(path)
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-err`].filter((part) => part !== '').join(' ')
  return (
    <div className={`fd fd-check${error === undefined ? '' : ' is-bad'}`}>
      <label htmlFor={id} data-label={label}>
        <input
          id={id} type="checkbox" className="cx" checked={checked} disabled={disabled} aria-invalid={error === undefined ? undefined : true}
          aria-describedby={described === '' ? undefined : described} onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint === undefined ? null : <p className="fd-hint" id={`${id}-hint`}>{hint}</p>}
      {error === undefined ? null : <p className="fd-err" id={`${id}-err`}><Icon name="alert" /> {error}</p>}
    </div>
  )
}

/** A few choices side by side, all visible. */
export function RadioField<V extends string>({
  path, legend, value, onChange, options, hint,
}: { path: string; legend: string; value: V; onChange: (value: V) => void; options: readonly (readonly [V, string])[]; hint?: string }) {
  const id = fieldId(path)
  const error = useFieldError(path)
  return (
    <fieldset id={id} className={`fd${error === undefined ? '' : ' is-bad'}`} data-row={legend} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="fd-hint" id={`${id}-hint`}>{hint}</p>}
      <div className="rad">
        {options.map(([key, word]) => (
          <label key={key}><input type="radio" name={id} value={key} checked={value === key} onChange={() => onChange(key)} />{word}</label>
        ))}
      </div>
      {error === undefined ? null : <p className="fd-err"><Icon name="alert" /> {error}</p>}
    </fieldset>
  )
}
