import { z } from 'zod'
import { answerFields } from './questions.js'
import { CONSENT_PURPOSES, LANDS, LANGUAGES } from './vocabulary.js'
import { missingOrNoText, optionalLine } from './text.js'

/** In code points; the columns of `participation` have the same. */
export const NAME_MAX = 200

/** An address as typed. Whether it is one exact address is decided by `checkEmail` in libs/contacts, which can say what is wrong. */
const emailAsTyped = z.string({ error: missingOrNoText }).min(1, { error: 'field.required' }).max(1000, { error: 'field.too_long' })

const groupKey = z.string({ error: 'field.choice' }).max(60).regex(/^[a-z0-9_]+$/, { error: 'field.choice' })

/** What a form leaves empty is null, like what is not sent at all. */
export function emptyToNull<T extends z.ZodType>(schema: T) {
  return z
    .union([z.literal(''), schema])
    .nullish()
    .transform((value) => (value === '' || value === undefined ? null : (value as z.output<T> | null)))
}

/**
 * What a person sends to register: `POST /api/v1/events/{slug}/registrations` and the public form.
 * Unknown fields are refused (422), so that a misspelt or smuggled field is never lost in silence.
 * One of the two names suffices (people with one name exist); the form asks for both.
 */
export const RegistrationInput = z
  .strictObject({
    givenName: optionalLine(NAME_MAX),
    familyName: optionalLine(NAME_MAX),
    email: emailAsTyped,
    salutation: emptyToNull(z.enum(['frau', 'herr', 'neutral', 'keine'], { error: 'field.choice' })),
    title: optionalLine(60),
    organisation: optionalLine(300),
    /** As in the address line, "Landrätin des Landkreises Coburg". */
    office: optionalLine(300),
    /** As in the salutation, "Landrätin"; never derived from the address line, never gendered by machine. */
    officeSalutation: optionalLine(200),
    land: emptyToNull(z.enum(LANDS, { error: 'field.choice' })),
    group: emptyToNull(groupKey),
    language: emptyToNull(z.enum(LANGUAGES, { error: 'field.choice' })).transform((language) => language ?? 'de'),
    phone: optionalLine(60),
    consents: z.array(z.enum(CONSENT_PURPOSES, { error: 'field.choice' })).max(10).nullish().transform((list) => [...new Set(list ?? [])]),
    ...answerFields,
  })
  .refine((person) => person.givenName !== null || person.familyName !== null, { path: ['familyName'], error: 'field.name_missing' })

export type RegistrationInput = z.output<typeof RegistrationInput>
export type RegistrationSent = z.input<typeof RegistrationInput>

/** The answer is the same for a new and a known address: 202, "look into your mailbox". */
export const RegistrationAccepted = z.object({ status: z.literal('check_your_mail'), message: z.string() })
export type RegistrationAccepted = z.output<typeof RegistrationAccepted>
