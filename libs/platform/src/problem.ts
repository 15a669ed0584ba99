/** Codes of what can go wrong for a caller, each with its HTTP status (RFC 9110). The sentences stand in libs/i18n by code. */
export const PROBLEM_STATUS = {
  bad_request: 400,
  not_signed_in: 401,
  sign_in_failed: 401,
  passkey_failed: 401,
  forbidden: 403,
  cross_site: 403,
  second_factor_missing: 403,
  proof_missing: 403,
  outside_scope: 403,
  used_elsewhere: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  registration_closed: 409,
  event_full: 409,
  capacity_below_taken: 409,
  told_number_changed: 409,
  not_publishable: 409,
  verb_not_possible: 409,
  already_registered: 409,
  agenda_item_in_use: 409,
  mail_not_repeatable: 409,
  role_given: 409,
  last_admin: 409,
  link_gone: 410,
  /** RFC 4918 §11.4: what somebody else should have done for it failed. */
  oidc_unavailable: 424,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof PROBLEM_STATUS

export interface FieldProblem {
  /** JSON pointer into the body (RFC 6901), for example `/days/0/date`. */
  pointer: string
  /** Key of the sentence, `field.required` … */
  code: string
  /** Values that the sentence may name; never a personal value that was sent. */
  params?: Record<string, string | number>
}

/**
 * A refusal on its way to the caller (RFC 9457). Services return values for what they expect; the edge turns those into problems.
 * `params` fill the sentence of the code; they must not hold personal data.
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Record<string, string | number> = {},
    readonly errors: FieldProblem[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(code)
    this.name = 'Problem'
  }

  get status(): number {
    return PROBLEM_STATUS[this.code]
  }
}
