import { z } from 'zod'
import { JURISDICTIONS } from './arbitration.js'
import { expectedRevision, httpsAddress, optionalLine, optionalText, postcode, requiredLine } from './text.js'
import { LANDS } from './vocabulary.js'

/** An organisation of the address book; with `host` it becomes a responsible host with own imprint and privacy text. */
export const OrganisationInput = z.strictObject({
  name: requiredLine(300),
  shortName: optionalLine(100),
  land: z.enum(LANDS, { error: 'field.choice' }).nullish().transform((land) => land ?? null),
  street: optionalLine(200),
  postcode,
  city: optionalLine(100),
  host: z
    .strictObject({
      imprint: optionalText(10_000),
      privacy: optionalText(15_000),
      accessibility: optionalText(15_000),
      senderName: optionalLine(200),
      senderEmail: optionalLine(254),
      jurisdiction: z.union([z.literal(''), z.enum(JURISDICTIONS)], { error: 'field.choice' }).nullish().transform((one) => one || null),
      arbitration: optionalText(1000),
      easyLanguage: optionalText(15_000),
      signVideoUrl: httpsAddress.optional().transform((url) => url ?? null),
    })
    .nullish()
    .transform((host) => host ?? null),
})
export type OrganisationInput = z.output<typeof OrganisationInput>

/** `PUT /api/v1/organisations/{id}` */
export const OrganisationChange = OrganisationInput.extend({ expectedRevision })

export const OrganisationView = z.object({
  id: z.string(),
  revision: z.number().int().describe('goes back with a change'),
  name: z.string(),
  shortName: z.string().nullable(),
  land: z.enum(LANDS).nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  host: z
    .object({
      slug: z.string(),
      imprint: z.string().nullable(),
      privacy: z.string().nullable(),
      privacyVersion: z.object({ version: z.number().int(), validFrom: z.string() }).nullable().describe('of the German text in force; registrations point at the version they were shown'),
      accessibility: z.string().nullable(),
      senderName: z.string().nullable(),
      senderEmail: z.string().nullable().describe('who reads reports of barriers; named below the letters of the host'),
      jurisdiction: z.enum(JURISDICTIONS).nullable().describe('whose law on accessibility binds the host; null: that of its Land'),
      arbitration: z.string().nullable().describe('who arbitrates, in place of the body that the program knows'),
      easyLanguage: z.string().nullable().describe('Leichte Sprache'),
      signVideoUrl: z.string().nullable().describe('video in sign language, linked and never embedded'),
    })
    .nullable(),
  mayChange: z.boolean().describe('whether the caller may change it: it has no part outside of what the caller is responsible for'),
})
export type OrganisationView = z.output<typeof OrganisationView>

export const OrganisationList = z.object({ items: z.array(OrganisationView) })
export type OrganisationList = z.output<typeof OrganisationList>
