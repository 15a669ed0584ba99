import type { ProblemDetails } from '@app/contracts'

/** An expected refusal of the API (RFC 9457): `message` is the sentence for people. */
export class ProblemError extends Error {
  constructor(readonly problem: ProblemDetails) {
    super(problem.detail)
    this.name = 'ProblemError'
  }

  get status(): number {
    return this.problem.status
  }

  get code(): string {
    return this.problem.code
  }
}

/** The request never got an answer: no network, server restarting, or an answer that is not ours. */
export class NetworkError extends Error {
  constructor(cause?: unknown) {
    super('network', { cause })
    this.name = 'NetworkError'
  }
}

/** Sentences by field; the key is the JSON pointer into the body without its leading slash: `days/0/startsAt`. */
export type FieldErrors = Readonly<Record<string, string>>

/** The first sentence per field of a refused body; empty for every other error. Pointers are decoded (RFC 6901, section 4). */
export function fieldErrors(error: unknown): FieldErrors {
  if (!(error instanceof ProblemError)) return {}
  const found: Record<string, string> = {}
  for (const { pointer, detail } of error.problem.errors ?? []) {
    const path = pointerPath(pointer)
    found[path] ??= detail
  }
  return found
}

function pointerPath(pointer: string): string {
  return pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('/')
}

/** Reads an answer that is not 2xx; whatever is not a problem document becomes one with the status alone. */
export function problemFrom(status: number, body: unknown): ProblemDetails {
  if (isProblem(body)) return body
  return { type: 'about:blank', title: String(status), status, detail: '', code: `http.${status}` }
}

function isProblem(body: unknown): body is ProblemDetails {
  if (typeof body !== 'object' || body === null) return false
  const { detail, code, status } = body as Partial<ProblemDetails>
  return typeof detail === 'string' && typeof code === 'string' && typeof status === 'number'
}
