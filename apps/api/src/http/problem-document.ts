import type { Language, ProblemDetails } from '@app/contracts'
import { fieldMessage, words } from '@app/i18n'
import type { Problem } from '@app/platform'

/** RFC 9457 document of a problem, in the caller's language. It never repeats what was sent. */
export function problemDocument(problem: Problem, language: Language): ProblemDetails {
  const { title, detail } = words(language).problems[problem.code]
  return {
    type: `urn:dialogwerk:problem:${problem.code}`,
    title,
    status: problem.status,
    detail: detail.replace(/\{(\w+)\}/g, (_, name: string) => String(problem.params[name] ?? '')),
    code: problem.code,
    ...(problem.errors.length === 0
      ? {}
      : { errors: problem.errors.map(({ pointer, code, params }) => ({ pointer, code, detail: fieldMessage(language, code, { label: labelOf(pointer, language), ...params }) })) }),
  }
}

function labelOf(pointer: string, language: Language): string | undefined {
  const name = pointer.split('/').filter((part) => !/^\d+$/.test(part)).pop() ?? ''
  const labels: Record<string, string> = words(language).fields.labels
  return Object.hasOwn(labels, name) ? labels[name] : undefined
}
