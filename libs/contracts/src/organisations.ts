import { z } from 'zod'
import { optionalLine, optionalText, postcode, requiredLine } from './text.js'
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
    })
    .nullish()
    .transform((host) => host ?? null),
})
export type OrganisationInput = z.output<typeof OrganisationInput>

export const OrganisationView = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  land: z.enum(LANDS).nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  host: z
    .object({ slug: z.string(), imprint: z.string().nullable(), privacy: z.string().nullable(), accessibility: z.string().nullable(), senderName: z.string().nullable() })
    .nullable(),
  mayChange: z.boolean().describe('whether the caller may change it: it has no part outside of what the caller is responsible for'),
})
export type OrganisationView = z.output<typeof OrganisationView>

export const OrganisationList = z.object({ items: z.array(OrganisationView) })
export type OrganisationList = z.output<typeof OrganisationList>
