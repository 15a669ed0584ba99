import { z } from 'zod'
import { StandingCounts } from './editing.js'
import type { answerFields } from './questions.js'
import { RegistrationInput, emptyToNull } from './registration.js'
import { line, optionalLine } from './text.js'
import { ANSWERS, CONSENT_PURPOSES, LANDS, LANGUAGES, ORIGINS, PLACES, SALUTATIONS, STANDINGS } from './vocabulary.js'

/** Filters of the list of participants; they stand in the address, and the export takes the same ones. */
export const ParticipantQuery = z.strictObject({
  q: z.preprocess((v) => (v === '' ? undefined : v), line(200).optional()),
  standing: z.preprocess(listOf, z.array(z.enum(STANDINGS, { error: 'field.choice' })).max(12)),
  land: z.preprocess(listOf, z.array(z.enum(LANDS, { error: 'field.choice' })).max(16)),
  group: z.preprocess(listOf, z.array(z.string().max(60)).max(50)),
  after: z.string().max(500).optional().describe('cursor of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ParticipantQuery = z.output<typeof ParticipantQuery>

/** `a,b`, repeated parameters or nothing become a list. */
function listOf(value: unknown): unknown {
  const parts = Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]
  return parts.flatMap((part) => (typeof part === 'string' ? part.split(',').filter((key) => key !== '') : [part]))
}

export const ParticipantRow = z.object({
  id: z.string(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  title: z.string().nullable(),
  salutation: z.enum(SALUTATIONS).nullable(),
  organisation: z.string().nullable(),
  office: z.string().nullable(),
  officeSalutation: z.string().nullable(),
  land: z.enum(LANDS).nullable(),
  group: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.enum(LANGUAGES),
  consents: z.array(z.enum(CONSENT_PURPOSES)).describe('consents that stand: given and not revoked'),
  answer: z.enum(ANSWERS),
  place: z.enum(PLACES),
  standing: z.enum(STANDINGS),
  waitingPosition: z.number().int().nullable(),
  origin: z.enum(ORIGINS),
  createdAt: z.string(),
  placeAt: z.string().nullable(),
})
export type ParticipantRow = z.output<typeof ParticipantRow>

export const ParticipantPage = z.object({
  items: z.array(ParticipantRow),
  total: z.number().int().describe('all rows of this filter'),
  next: z.string().nullable().describe('cursor of the next page'),
  counts: StandingCounts.describe('per standing, without the filter on standing'),
  forgotten: z.number().int().describe('people whose data was deleted when its time was up: counted, not listed'),
})
export type ParticipantPage = z.output<typeof ParticipantPage>

const { consents: _givenByThePersonAlone, ...addedByStaff } = RegistrationInput.shape

/** A person put on the list by hand. Without an address no mail can be sent, and the console says so. */
export const ParticipantInput = z
  .strictObject({ ...addedByStaff, email: emailOrNone() })
  .refine((person) => person.givenName !== null || person.familyName !== null, { path: ['familyName'], error: 'field.name_missing' })
export type ParticipantInput = z.output<typeof ParticipantInput>
export type ParticipantSent = z.input<typeof ParticipantInput>

/** What staff corrects of a person, whole. Consents and answers are the person's own, and changed on their behalf by operations that need a reason. */
export const ParticipantCorrection = z
  .strictObject({ ...ofPerson(RegistrationInput.shape), email: emailOrNone() })
  .refine((person) => person.givenName !== null || person.familyName !== null, { path: ['familyName'], error: 'field.name_missing' })
export type ParticipantCorrection = z.output<typeof ParticipantCorrection>
export type ParticipantCorrectionSent = z.input<typeof ParticipantCorrection>

function emailOrNone() {
  return z.string().max(1000).nullish().transform((text) => text?.trim() || null)
}

type Own = 'consents' | keyof typeof answerFields

function ofPerson<Shape extends Record<Own, unknown>>(shape: Shape): Omit<Shape, Own> {
  const { consents: _consents, answers: _answers, needs: _needs, needsDetail: _detail, specialConsent: _special, ...rest } = shape
  return rest
}

/** What staff may do with one person: give the place, put on the waiting list, refuse, withdraw. */
export const ParticipantVerb = z.enum(['confirm', 'wait', 'refuse', 'withdraw'])
export type ParticipantVerb = z.output<typeof ParticipantVerb>
export const ParticipantVerbInput = z.strictObject({
  verb: ParticipantVerb,
  /** Kept in the audit log; the person reads it only in the information about their data (Art. 15 GDPR). */
  reason: optionalLine(300),
})
export type ParticipantVerbInput = z.output<typeof ParticipantVerbInput>

/** What a participant may change on the personal page. */
export const ParticipantEdit = z.strictObject({
  organisation: optionalLine(300),
  office: optionalLine(300),
  officeSalutation: optionalLine(200),
  phone: optionalLine(60),
  land: emptyToNull(z.enum(LANDS, { error: 'field.choice' })),
  group: emptyToNull(z.string().max(60).regex(/^[a-z0-9_]+$/, { error: 'field.choice' })),
  title: optionalLine(60),
  salutation: emptyToNull(z.enum(SALUTATIONS, { error: 'field.choice' })),
  language: z.enum(LANGUAGES, { error: 'field.choice' }).default('de'),
})
export type ParticipantEdit = z.output<typeof ParticipantEdit>
