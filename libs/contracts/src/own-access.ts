import { z } from 'zod'
import { Password, SessionView } from './session.js'
import { line, requiredLine } from './text.js'
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
  createdAt: z.string(),
  lastSeenAt: z.string(),
  isThis: z.boolean(),
})
export type OwnSession = z.output<typeof OwnSession>

/** By what somebody gets in, and where they are. */
export const OwnAccess = z.object({
  hasPassword: z.boolean(),
  language: z.enum(LANGUAGES).describe('of mails'),
  hasTotp: z.boolean(),
  hasSecondFactor: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  mayDoWithoutFactor: z.boolean().describe('false when the roles ask for a second factor'),
  sessions: z.array(OwnSession).describe('the one last used first'),
})
export type OwnAccess = z.output<typeof OwnAccess>

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
