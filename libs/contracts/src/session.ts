import { z } from 'zod'
import { PERMISSIONS } from './rights.js'
import { line } from './text.js'
import { LANGUAGES } from './vocabulary.js'

export const SignInInput = z.strictObject({ email: line(254), password: z.string().max(1000) })
export type SignInInput = z.output<typeof SignInInput>

/**
 * Where a session stands with the second factor: given; asked for, because the account has one; to be set up, because its roles ask for one;
 * or not needed.
 */
export const FACTOR_STANDINGS = ['given', 'asked', 'to_set_up', 'not_needed'] as const
export type FactorStanding = (typeof FACTOR_STANDINGS)[number]

/** By what a session is opened. */
export const SIGN_IN_WAYS = ['password', 'link', 'passkey', 'oidc'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** Who is signed in. `csrf` goes back in the header `x-csrf-token` of every POST, PATCH, PUT and DELETE of the console. */
export const SessionView = z.object({
  account: z.object({ id: z.string(), name: z.string(), email: z.string(), language: z.enum(LANGUAGES) }),
  csrf: z.string(),
  may: z.array(z.enum(PERMISSIONS)).describe('what the roles of the account allow in any part of the programme'),
  mayEverywhere: z.array(z.enum(PERMISSIONS)).describe('what they allow in the whole programme'),
  /** True when the account has no password yet (first sign-in by a one-time link). */
  needsPassword: z.boolean(),
  secondFactor: z.enum(FACTOR_STANDINGS),
  mode: z.enum(['embedded', 'small', 'production']),
  demo: z.boolean(),
})
export type SessionView = z.output<typeof SessionView>

/** So long after a password, a code, a passkey or a link was given, ways of signing in may be added and taken away. */
export const PROOF_MINUTES = 10

/** Staff are signed out after so many minutes without a request. */
export const SESSION_IDLE_MINUTES = 30

export const Password = z.string().min(12, { error: 'field.password_short' }).max(1000, { error: 'field.too_long' })

export const PasswordInput = z.strictObject({
  password: Password,
  current: z.string().max(1000).nullish().transform((password) => password ?? null).describe('the password so far; needed as soon as the account has one'),
})
export type PasswordInput = z.output<typeof PasswordInput>
