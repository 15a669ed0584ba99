import { z } from 'zod'
import { OwnOidc } from './oidc.js'
import { Password, SIGN_IN_WAYS, SessionView } from './session.js'
import { line, optionalLine, requiredLine } from './text.js'
import { LANGUAGES } from './vocabulary.js'

/** Asks for a letter with a link; the answer is the same for every address. */
export const ResetRequest = z.strictObject({ email: line(254) })
export type ResetRequest = z.output<typeof ResetRequest>

export const ResetInput = z.strictObject({ token: z.string().max(200), password: Password })
export type ResetInput = z.output<typeof ResetInput>

export const LanguageInput = z.strictObject({ language: z.enum(LANGUAGES, { error: 'field.choice' }) })
export type LanguageInput = z.output<typeof LanguageInput>

export const OwnSession = z.object({
  id: z.string(),
  device: z.string().nullable().describe('browser and system, as far as the browser told'),
  openedBy: z.enum(SIGN_IN_WAYS).nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  isThis: z.boolean(),
})
export type OwnSession = z.output<typeof OwnSession>

export const OwnPasskey = z.object({ id: z.string(), label: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() })
export type OwnPasskey = z.output<typeof OwnPasskey>

/** By what somebody gets in, and where they are. */
export const OwnAccess = z.object({
  hasPassword: z.boolean(),
  language: z.enum(LANGUAGES).describe('of mails'),
  hasTotp: z.boolean(),
  hasSecondFactor: z.boolean(),
  passkeys: z.array(OwnPasskey),
  oidc: OwnOidc.nullable().describe('null when no provider of OpenID Connect is configured'),
  recoveryCodesLeft: z.number().int(),
  mayDoWithoutFactor: z.boolean().describe('false when the roles ask for a second factor'),
  sessions: z.array(OwnSession).describe('the one last used first'),
})
export type OwnAccess = z.output<typeof OwnAccess>

/** Proves again who is signed in: by the password, or by a code of the app or a recovery code. */
export const ProofInput = z
  .strictObject({ password: z.string().max(1000).nullish().transform((text) => text || null), code: optionalLine(40) })
  .refine(({ password, code }) => password !== null || code !== null, { path: ['password'], error: 'field.required' })
export type ProofInput = z.output<typeof ProofInput>

/** A code of six digits from an app, or a recovery code. */
export const CodeInput = z.strictObject({ code: requiredLine(40) })
export type CodeInput = z.output<typeof CodeInput>

/** What an app needs to show codes; nothing is stored before the first code has come back. */
export const TotpOffer = z.object({
  seed: z.string().describe('base32, for typing'),
  address: z.string().describe('otpauth://…, for the picture'),
  pending: z.string().describe('goes back with the first code'),
})
export type TotpOffer = z.output<typeof TotpOffer>

export const TotpInput = CodeInput.extend({ pending: z.string().max(2000) })
export type TotpInput = z.output<typeof TotpInput>

export const RecoveryCodeList = z.object({ recoveryCodes: z.array(z.string()).describe('shown this once') })
export type RecoveryCodeList = z.output<typeof RecoveryCodeList>

export const FactorAdded = z.object({ session: SessionView, recoveryCodes: z.array(z.string()).nullable().describe('shown this once; null when there are some already') })
export type FactorAdded = z.output<typeof FactorAdded>

/** Options of WebAuthn in their JSON form (level 3, §5.1.8 and §5.1.9), for the browser as they are. */
export const PasskeyOffer = z.object({ options: z.looseObject({ challenge: z.string() }), pending: z.string().describe('goes back with the answer') })
export type PasskeyOffer = z.output<typeof PasskeyOffer>

const base64url = z.string().max(20_000)

/** What the browser made of them, field by field; the library that checks it reads the bytes. What extensions answered is not asked for. */
function webauthnAnswer<T extends z.ZodType>(response: T) {
  return z.strictObject({
    id: z.string().max(255), rawId: z.string().max(255), type: z.literal('public-key'), authenticatorAttachment: z.string().max(20).optional(),
    clientExtensionResults: z.strictObject({}), response,
  })
}

export const PasskeySignIn = z.strictObject({
  pending: z.string().max(2000),
  response: webauthnAnswer(z.strictObject({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.optional() })),
})
export type PasskeySignIn = z.output<typeof PasskeySignIn>

export const PasskeyInput = z.strictObject({
  label: requiredLine(100),
  pending: z.string().max(2000),
  response: webauthnAnswer(z.strictObject({
    clientDataJSON: base64url, attestationObject: base64url, authenticatorData: base64url.optional(), publicKey: base64url.optional(),
    publicKeyAlgorithm: z.number().optional(), transports: z.array(z.string().max(20)).max(10).optional(),
  })),
})
export type PasskeyInput = z.output<typeof PasskeyInput>
