/** What the address of the log says. Filters are ids and days, never names, because addresses end up in logs. */
export interface AuditAddress {
  event?: string
  subject?: string
  account?: string
  action?: string
  from?: string
  until?: string
  after?: string
}

const NAMES = ['event', 'subject', 'account', 'action', 'from', 'until', 'after'] as const

export function readAuditAddress(search: string): AuditAddress {
  const params = new URLSearchParams(search)
  return Object.fromEntries(NAMES.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])))
}

/** @returns the path of the log with its filters; a new filter begins on the first page again */
export function auditPath(address: AuditAddress): string {
  const search = new URLSearchParams(NAMES.flatMap((name) => (address[name] ? [[name, address[name]]] : [])))
  return `/protokoll${search.size === 0 ? '' : `?${search}`}`
}

export function withFilter({ after: _after, ...address }: AuditAddress, changed: AuditAddress): AuditAddress {
  return { ...address, ...changed }
}
