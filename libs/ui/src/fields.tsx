import type { ReactNode } from 'react'
import { fieldId } from './error-summary.js'
import { Icon } from './icon.js'

interface FieldProps {
  name: string
  label: string
  /** "freiwillig" in the language of the page, when the field may stay empty. */
  optional?: string
  hint?: string
  error?: string
}

function describedBy(name: string, hint?: string, error?: string): string | undefined {
  const ids = [hint ? `${fieldId(name)}-h` : '', error ? `${fieldId(name)}-e` : ''].filter((id) => id !== '')
  return ids.length ? ids.join(' ') : undefined
}

/** The sentence under a field with its triangle. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="err" id={id}>
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  )
}

function Label({ name, label, optional }: Pick<FieldProps, 'name' | 'label' | 'optional'>) {
  return (
    <label className="lab" htmlFor={fieldId(name)}>
      {label}
      {optional ? <> <small>({optional})</small></> : null}
    </label>
  )
}

function Frame({ name, label, optional, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? 'kern-form-input kern-form-input--error' : 'kern-form-input'}>
      <Label name={name} label={label} optional={optional} />
      {hint ? <p className="hint" id={`${fieldId(name)}-h`}>{hint}</p> : null}
      {children}
      {error ? <FieldError id={`${fieldId(name)}-e`}>{error}</FieldError> : null}
    </div>
  )
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time' | 'number' | 'url'
  value?: string
  autoComplete?: string
  required?: boolean
}

/** One line of text. `required` is told to assistive software only; the form is `noValidate`, so our own words explain. */
export function TextField({ type = 'text', value, autoComplete, required, ...frame }: TextFieldProps) {
  return (
    <Frame {...frame}>
      <input
        className={frame.error ? 'kern-form-input__input kern-form-input__input--error' : 'kern-form-input__input'}
        id={fieldId(frame.name)}
        name={frame.name}
        type={type}
        defaultValue={value ?? ''}
        autoComplete={autoComplete}
        aria-required={required ? true : undefined}
        aria-invalid={frame.error ? true : undefined}
        aria-describedby={describedBy(frame.name, frame.hint, frame.error)}
      />
    </Frame>
  )
}

/** Text of several lines. */
export function TextArea({ value, required, rows = 6, ...frame }: FieldProps & { value?: string; required?: boolean; rows?: number }) {
  return (
    <Frame {...frame}>
      <textarea
        className={frame.error ? 'kern-form-input__input kern-form-input__input--error' : 'kern-form-input__input'}
        id={fieldId(frame.name)}
        name={frame.name}
        rows={rows}
        defaultValue={value ?? ''}
        aria-required={required ? true : undefined}
        aria-invalid={frame.error ? true : undefined}
        aria-describedby={describedBy(frame.name, frame.hint, frame.error)}
      />
    </Frame>
  )
}

/** One choice of a list: key and word. */
export interface Choice {
  value: string
  word: string
}

interface SelectFieldProps extends FieldProps {
  choices: readonly Choice[]
  value?: string
  /** The empty first choice: "Bitte wählen" or "keine Angabe". */
  empty?: string
  autoComplete?: string
  required?: boolean
}

/** A choice from a long list. */
export function SelectField({ choices, value, empty, autoComplete, required, ...frame }: SelectFieldProps) {
  return (
    <Frame {...frame}>
      <div className="kern-form-input__select-wrapper">
        <select
          className={frame.error ? 'kern-form-input__select kern-form-input__select--error' : 'kern-form-input__select'}
          id={fieldId(frame.name)}
          name={frame.name}
          defaultValue={value ?? ''}
          autoComplete={autoComplete}
          aria-required={required ? true : undefined}
          aria-invalid={frame.error ? true : undefined}
          aria-describedby={describedBy(frame.name, frame.hint, frame.error)}
        >
          {empty === undefined ? null : <option value="">{empty}</option>}
          {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.word}</option>)}
        </select>
      </div>
    </Frame>
  )
}

/** One of few: radios in a group. The first radio carries the id that the error summary points to. */
export function ChoiceGroup({ name, label, optional, hint, error, choices, value }: FieldProps & { choices: readonly Choice[]; value?: string }) {
  return (
    <fieldset className={error ? 'fs fs--e' : 'fs'} aria-describedby={describedBy(name, hint, error)}>
      <legend className="lab">
        {label}
        {optional ? <> <small>({optional})</small></> : null}
      </legend>
      {hint ? <p className="hint" id={`${fieldId(name)}-h`}>{hint}</p> : null}
      <div className="opts">
        {choices.map((choice, i) => (
          <div className="kern-form-check" key={choice.value}>
            <input
              className="kern-form-check__radio"
              type="radio"
              id={i === 0 ? fieldId(name) : `${fieldId(name)}-${i}`}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === value}
            />
            <label className="kern-label" htmlFor={i === 0 ? fieldId(name) : `${fieldId(name)}-${i}`}>{choice.word}</label>
          </div>
        ))}
      </div>
      {error ? <FieldError id={`${fieldId(name)}-e`}>{error}</FieldError> : null}
    </fieldset>
  )
}

/** One box to tick; `id` differs from the name when several boxes share it. */
export function CheckField({ name, value, label, checked, id }: { name: string; value: string; label: ReactNode; checked?: boolean; id?: string }) {
  const own = id ?? fieldId(name)
  return (
    <div className="kern-form-check">
      <input className="kern-form-check__checkbox" type="checkbox" id={own} name={name} value={value} defaultChecked={checked} />
      <label className="kern-label" htmlFor={own}>{label}</label>
    </div>
  )
}
