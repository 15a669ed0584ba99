import type { Answered, Language, Operation, Sent } from '@app/contracts'
import { tabs } from './session/tabs.js'
import { NetworkError, problemFrom, ProblemError } from './problem.js'

/** What every request carries; filled by the session and by the choice of language. */
export const connection = {
  csrf: '',
  language: 'de' as Language,
  /** Called when the API no longer knows us (401). */
  onSignedOut: (): void => undefined,
  /** Has people prove who they are where the API asks for it (403 `proof_missing`); false when they leave it. */
  askProof: (): Promise<boolean> => Promise.resolve(false),
  /** Called when the API refuses for want of a right (403): roles may have changed since they were read. */
  onForbidden: (): void => undefined,
}

/** Sets the language in which the API writes its sentences. */
export function speak(language: Language): void {
  connection.language = language
}

/** Only the parts that the operation takes: no `params` for an address without any. */
export type Request<O extends Operation> = {
  [K in keyof Sent<O> as undefined extends Sent<O>[K] ? never : K]: Sent<O>[K]
}

/**
 * Calls one operation of the contract.
 * @returns the answer, `undefined` for 204
 * @throws ProblemError for a refusal, NetworkError when there was no answer, AbortError when `signal` was aborted
 */
export async function call<O extends Operation>(operation: O, request: Request<O>, signal?: AbortSignal): Promise<Answered<O>> {
  const { params, query, body } = request as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
  const response = await send(addressOf(operation, params, query), {
    method: operation.method,
    credentials: 'same-origin',
    headers: headersFor(operation, body !== undefined),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  if (operation.access !== 'public' && response.status !== 401) tabs.told()
  if (response.status === 204) return undefined as Answered<O>
  const answer = await readJson(response)
  if (response.ok) {
    if (answer === undefined) throw new NetworkError()
    return answer as Answered<O>
  }
  if (response.status === 401 && operation.access !== 'public') connection.onSignedOut()
  if (isProofMissing(answer)) {
    if (await connection.askProof()) return call(operation, request, signal)
  } else if (response.status === 403) connection.onForbidden()
  // A gateway in front of a stopped server answers in its own words; for people that is the same as no answer.
  if (answer === undefined && response.status >= 502) throw new NetworkError()
  throw new ProblemError(problemFrom(response.status, answer))
}

/** Path and query of an operation; lists become `a,b`, empty values are left out. Used for plain links (exports) too. */
export function addressOf(operation: Operation, params: Record<string, unknown> = {}, query: Record<string, unknown> = {}): string {
  const path = operation.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : value === undefined || value === null ? '' : String(value)
    if (text !== '') search.set(name, text)
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

function headersFor(operation: Operation, hasBody: boolean): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    'accept-language': connection.language,
    ...(operation.method === 'GET' ? {} : { 'x-csrf-token': connection.csrf }),
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
  }
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new NetworkError(error)
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function isProofMissing(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && (answer as { code?: unknown }).code === 'proof_missing'
}
