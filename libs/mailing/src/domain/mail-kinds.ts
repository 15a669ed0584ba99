/** Every mail about one person's registration. */
export const MAIL_KINDS = [
  'confirm_request', 'already_registered', 'requested', 'place_confirmed', 'waiting', 'promoted', 'withdrawn', 'refused', 'event_changed', 'date_set', 'event_cancelled',
] as const

export type MailKind = typeof MAIL_KINDS[number]

/** What a kind may carry: a calendar message of which method, and whether its reader may see how to join online. */
export interface MailKindRule {
  /** `null`: never a calendar part. A kind with a method may still go out without one (no date yet; no entry stood that could be cancelled). */
  method: 'REQUEST' | 'CANCEL' | null
  /** Only people with a place learn the online link. */
  showsOnlineLink: boolean
}

export const MAIL_KIND_RULES: Readonly<Record<MailKind, MailKindRule>> = {
  confirm_request: { method: null, showsOnlineLink: false },
  already_registered: { method: null, showsOnlineLink: false },
  requested: { method: null, showsOnlineLink: false },
  place_confirmed: { method: 'REQUEST', showsOnlineLink: true },
  // Whoever is moved from a place to the list still has the date in the calendar.
  waiting: { method: 'CANCEL', showsOnlineLink: false },
  promoted: { method: 'REQUEST', showsOnlineLink: true },
  withdrawn: { method: 'CANCEL', showsOnlineLink: false },
  refused: { method: 'CANCEL', showsOnlineLink: false },
  event_changed: { method: 'REQUEST', showsOnlineLink: true },
  date_set: { method: 'REQUEST', showsOnlineLink: true },
  event_cancelled: { method: 'CANCEL', showsOnlineLink: false },
}
