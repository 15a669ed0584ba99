import { z } from 'zod'
import { day } from './text.js'

const optionalId = z.preprocess((v) => (v === '' ? undefined : v), z.uuid().optional())
const optionalDay = z.preprocess((v) => (v === '' ? undefined : v), day.optional())

/** What of the log is wanted; filters stand in the address and hold ids, never names. */
export const AuditQuery = z.strictObject({
  event: optionalId.describe('everything at this event or series'),
  subject: optionalId.describe('everything about one person, account, organisation …'),
  account: optionalId.describe('everything that one account did'),
  action: z.preprocess((v) => (v === '' ? undefined : v), z.string().regex(/^[a-z_]{1,40}$/, { error: 'field.choice' }).optional()).describe('first word of the action: event, participation …'),
  from: optionalDay,
  until: optionalDay,
  after: optionalId.describe('cursor: `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.output<typeof AuditQuery>

export const AuditItem = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }).describe('name: of an account; people who took part are named by their participation alone'),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  event: z.object({ id: z.string(), title: z.string().nullable() }).nullable(),
  change: z.record(z.string(), z.unknown()).nullable().describe('before and after; null when it was erased or nothing is to be told'),
  sealed: z.boolean().describe('part of the chain'),
})
export type AuditItem = z.output<typeof AuditItem>

export const AuditPage = z.object({ items: z.array(AuditItem), next: z.string().nullable() })
export type AuditPage = z.output<typeof AuditPage>
