import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language.js'
import { fieldErrors, type FieldErrors } from '../problem.js'
import { useTroubleText } from './feedback.js'
import { Icon } from '@app/ui'

const FormErrorsContext = createContext<FieldErrors>({})

/** Gives the fields below it the sentences of the last refusal. */
export const FormErrors = FormErrorsContext.Provider

/** The sentence at a field, if the API refused it; `path` is the JSON pointer without its leading slash. */
export function useFieldError(path: string): string | undefined {
  return useContext(FormErrorsContext)[path]
}

/** Whether the API refused something below a path. */
export function useErrorBelow(path: string): boolean {
  return Object.keys(useContext(FormErrorsContext)).some((other) => other.startsWith(`${path}/`))
}

/** The id of the control at a path; the error summary links to it. */
export function fieldId(path: string): string {
  return `f-${path.replaceAll('/', '-')}`
}

interface Entry {
  path: string
  sentence: string
  target: HTMLElement | null
  label: string
}

/** Lists what was refused, in the order of the fields on the page, with the same words as at the field. Takes the focus after each refusal. */
export function ErrorSummary({ error }: { error: unknown }) {
  return typeof error === 'object' && error !== null ? <Summary key={numberOf(error)} error={error} /> : null
}

const numbers = new WeakMap<object, number>()
let lastNumber = 0

/** Tells one refusal from the next, even when it says the same. */
function numberOf(error: object): number {
  const number = numbers.get(error) ?? (lastNumber += 1)
  numbers.set(error, number)
  return number
}

function Summary({ error }: { error: object }) {
  const { t } = useLanguage()
  const textOf = useTroubleText()
  const box = useRef<HTMLElement>(null)
  // The fields are on the page already; their order there is the order here.
  const [entries] = useState(() => Object.entries(fieldErrors(error)).map(([path, sentence]) => entryOf(path, sentence)).toSorted(byPage))
  useEffect(() => box.current?.focus(), [])
  const count = entries.length
  return (
    <section ref={box} className="esum esum--d" aria-labelledby="esum-h" tabIndex={-1}>
      <h2 id="esum-h"><Icon name="alert" />{count === 0 ? t.form.notSaved : t.form.errorCount(count)}</h2>
      {count === 0 ? <p>{textOf(error)} {t.form.nothingLost}</p> : (
        <ol>
          {entries.map(({ path, sentence, target, label }) => (
            <li key={path}>
              {target === null ? <span>{sentence}</span> : (
                <a href={`#${target.id}`} onClick={(event) => { event.preventDefault(); reveal(target) }}>
                  {label === '' ? '' : `${label}${/[.?!]$/.test(label) ? '' : ':'} `}{sentence}
                </a>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function entryOf(path: string, sentence: string): Entry {
  const target = targetOf(path)
  return { path, sentence, target, label: target === null ? '' : labelOf(target, sentence) }
}

/** The control of a path, or of the nearest part above it (`regions/2` → the fieldset of the regions). */
function targetOf(path: string): HTMLElement | null {
  for (let parts = path.split('/'); parts.length > 0; parts = parts.slice(0, -1)) {
    const found = document.getElementById(fieldId(parts.join('/')))
    if (found !== null) return found
  }
  return null
}

/** What tells this field from others: its row, and its own label unless the sentence names it already. */
function labelOf(target: HTMLElement, sentence: string): string {
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row']
  const own = /[„“”]/.test(sentence) ? '' : document.querySelector<HTMLElement>(`label[for="${target.id}"]`)?.dataset['label'] ?? ''
  return [...new Set([row, own])].filter((text) => text !== undefined && text !== '').join(', ')
}

function byPage(a: Entry, b: Entry): number {
  if (a.target === null || b.target === null) return a.target === b.target ? 0 : a.target === null ? 1 : -1
  return (a.target.compareDocumentPosition(b.target) & Node.DOCUMENT_POSITION_PRECEDING) === 0 ? -1 : 1
}

function reveal(target: HTMLElement): void {
  target.closest('details')?.setAttribute('open', '')
  target.scrollIntoView({ block: 'center' })
  const control = target.matches('fieldset') ? target.querySelector<HTMLElement>('input,select,textarea,button') : target
  control?.focus({ preventScroll: true })
}
