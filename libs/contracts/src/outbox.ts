import { z } from 'zod'

/** Where a mail stands: about to be sent, being sent, sent, no longer due, given up. */
export const OUTBOX_STATES = ['pending', 'running', 'done', 'withheld', 'failed'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/** What a mail to one person says. */
export const OUTBOX_MAILS = [
  'confirm_request', 'already_registered', 'requested', 'place_confirmed', 'waiting', 'promoted', 'withdrawn', 'refused', 'event_changed', 'date_set',
  'event_cancelled',
] as const
export type OutboxMail = (typeof OUTBOX_MAILS)[number]

/** `<state>.<id>` of the last row of the page before; no personal data, because addresses end up in logs. */
const cursor = z.string().regex(new RegExp(`^(${OUTBOX_STATES.join('|')})\\.[0-9a-f-]{36}$`), { error: 'field.cursor' })

export const OutboxQuery = z.strictObject({
  state: z.preprocess((v) => (v === '' ? undefined : v), z.enum(OUTBOX_STATES, { error: 'field.choice' }).optional()),
  after: z.preprocess((v) => (v === '' ? undefined : v), cursor.optional()).describe('cursor: `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type OutboxQuery = z.output<typeof OutboxQuery>

export const OutboxItem = z.object({
  id: z.string(),
  mail: z.enum(OUTBOX_MAILS),
  what: z.string().describe('what the mail says, in the language of the caller'),
  state: z.enum(OUTBOX_STATES),
  reason: z.string().nullable().describe('code of the reason: smtp_550, smtp_timeout, blocked …'),
  reasonText: z.string().nullable().describe('the reason in words'),
  advice: z.string().nullable().describe('what helps, where somebody must act'),
  mayBeSentAgain: z.boolean(),
  attempts: z.number().int(),
  createdAt: z.string(),
  nextTryAt: z.string().nullable(),
  settledAt: z.string().nullable(),
  person: z.object({ id: z.string(), name: z.string() }).nullable().describe('null when the person has been erased'),
  subject: z.string().nullable().describe('null before the first try'),
  smtpReply: z.string().nullable().describe('what the mail server said'),
})
export type OutboxItem = z.output<typeof OutboxItem>

export const OutboxCounts = z.object({ pending: z.number().int(), running: z.number().int(), done: z.number().int(), withheld: z.number().int(), failed: z.number().int() })
export type OutboxCounts = z.output<typeof OutboxCounts>

/** Mails of an event: failed ones first, then waiting, running, withheld and sent ones, the newest of each first. */
export const OutboxPage = z.object({
  items: z.array(OutboxItem),
  counts: OutboxCounts.describe('of all mails of the event, per state'),
  next: z.string().nullable().describe('cursor of the next page'),
})
export type OutboxPage = z.output<typeof OutboxPage>
