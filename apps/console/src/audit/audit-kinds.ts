/** What the log can be narrowed to: the first part of the name of every action, in the order in which they are offered. */
export const AUDIT_KINDS = [
  'event', 'participation', 'series', 'node', 'contribution', 'document', 'result', 'funding', 'format', 'organisation', 'host', 'barrier', 'account', 'session', 'role', 'factor', 'notice',
  'mail', 'attendance', 'person', 'consent', 'reading', 'retention', 'keys', 'audit',
] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]
