import { z } from 'zod'
import { OUTBOX_STATES } from './outbox.js'
import { ROLES } from './rights.js'
import { day, line, requiredLine } from './text.js'
import { LANDS, LANGUAGES } from './vocabulary.js'

/** A role to be given: at a series or event, or over the whole programme; for one Land, or for all. */
export const RoleToGive = z.strictObject({
  role: z.enum(ROLES, { error: 'field.choice' }),
  nodeId: z.uuid({ error: 'field.choice' }).nullish().transform((id) => id ?? null).describe('id of a series or event; null for the whole programme'),
  land: z.enum(LANDS, { error: 'field.choice' }).nullish().transform((land) => land ?? null),
  expiresOn: day.nullish().transform((date) => date ?? null).describe('last day on which it holds'),
})
export type RoleToGive = z.output<typeof RoleToGive>

/** Why rights are changed; it stands in the audit log. */
const reason = requiredLine(300)

export const RoleGrantInput = RoleToGive.extend({ reason })
export type RoleGrantInput = z.output<typeof RoleGrantInput>

export const ReasonInput = z.strictObject({ reason })
export type ReasonInput = z.output<typeof ReasonInput>

/** A colleague with a first role. An address that has an account already gets the role and a letter about it. */
export const InvitationInput = z.strictObject({
  email: line(1000),
  name: requiredLine(200),
  language: z.enum(LANGUAGES, { error: 'field.choice' }).default('de'),
  role: RoleToGive,
})
export type InvitationInput = z.output<typeof InvitationInput>

export const ACCOUNT_STATES = ['invited', 'active', 'closed'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

export const RoleView = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  node: z.object({ id: z.string(), kind: z.enum(['series', 'event']), title: z.string() }).nullable().describe('null for the whole programme'),
  land: z.enum(LANDS).nullable(),
  lastDay: z.string().nullable().describe('last day on which it holds'),
})
export type RoleView = z.output<typeof RoleView>

export const AccountView = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  state: z.enum(ACCOUNT_STATES),
  lastSeenAt: z.string().nullable(),
  hasSecondFactor: z.boolean(),
  hasOidc: z.boolean().describe('bound to the provider of OpenID Connect'),
  roles: z.array(RoleView).describe('roles that stand, as far as the caller may give and revoke them'),
  hasMore: z.boolean().describe('true when it has roles outside of that'),
  invitation: z
    .object({ expiresAt: z.string().nullable().describe('null when its link no longer works'), mail: z.enum(OUTBOX_STATES).nullable() })
    .nullable()
    .describe('of an account that nobody has entered yet'),
})
export type AccountView = z.output<typeof AccountView>

export const AccountList = z.object({ items: z.array(AccountView) })
export type AccountList = z.output<typeof AccountList>
