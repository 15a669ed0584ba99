import { Icon } from './icon.js'

/** A field with its error, in the words that also stand at the field. */
export interface FieldProblem {
  field: string
  message: string
}

/** Id of a field's control: what the links of the summary point to. Of a group it is the first choice. */
export function fieldId(name: string): string {
  return `f-${name}`
}

/** Errors in the order of the fields; those that belong to no field stand at the end. */
export function inFieldOrder(problems: readonly FieldProblem[], order: readonly string[]): FieldProblem[] {
  const rank = (problem: FieldProblem) => (order.includes(problem.field) ? order.indexOf(problem.field) : order.length)
  return [...problems].sort((a, b) => rank(a) - rank(b))
}

/**
 * The list of what is wrong, above the form, as links in field order.
 * It takes the focus when the page opens, without any script, so that it is the first thing read and Tab goes on from it.
 * Without errors it is nothing. `fields` are the controls of the form; a problem of another field stands as text.
 */
export function ErrorSummary({ title, problems, fields }: { title: string; problems: readonly FieldProblem[]; fields: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- not a field: without script nothing else can lead somebody to what is wrong
    <div className="esum" role="alert" id="fehler" tabIndex={-1} autoFocus>
      <h2>
        <Icon name="alert" large />
        {title}
      </h2>
      <ol>
        {inFieldOrder(problems, fields).map((problem) => (
          <li key={`${problem.field} ${problem.message}`}>
            {fields.includes(problem.field) ? <a href={`#${fieldId(problem.field)}`}>{problem.message}</a> : problem.message}
          </li>
        ))}
      </ol>
    </div>
  )
}
