import type { Request } from 'express'
import type { Language } from '@app/contracts'

/** German unless the address says `/en` or, for the API, the caller prefers English. */
export function languageOf(request: Request): Language {
  if (/^\/en(\/|$)/.test(request.path)) return 'en'
  if (/^\/de(\/|$)/.test(request.path)) return 'de'
  return request.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de'
}
