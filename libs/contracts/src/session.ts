import { z } from 'zod'
import { PERMISSIONS } from './rights.js'
import { line } from './text.js'
import { LANGUAGES } from './vocabulary.js'

export const SignInInput = z.strictObject({ email: line(254), password: z.string().max(1000) })
export type SignInInput = z.output<typeof SignInInput>

/** Who is signed in. `csrf` goes back in the header `x-csrf-token` of every POST, PATCH, PUT and DELETE of the console. */
export const SessionView = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string(), language: z.enum(LANGUAGES) }),
  csrf: z.string(),
  may: z.array(z.enum(PERMISSIONS)).describe('what the roles of the account allow in any part of the programme'),
  mayEverywhere: z.array(z.enum(PERMISSIONS)).describe('what they allow in the whole programme'),
  /** True when the account has no password yet (first sign-in by a one-time link). */
  needsPassword: z.boolean(),
  mode: z.enum(['embedded', 'small', 'production']),
  demo: z.boolean(),
})
export type SessionView = z.output<typeof SessionView>

export const PasswordInput = z.strictObject({ password: z.string().min(12, { error: 'field.password_short' }).max(1000, { error: 'field.too_long' }) })
export type PasswordInput = z.output<typeof PasswordInput>
