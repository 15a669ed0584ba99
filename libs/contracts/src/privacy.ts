import { z } from 'zod'
import { line, requiredLine } from './text.js'

/** Retention classes, in the order of what goes first. */
export const RETENTION_NAMES = ['S', 'B', 'A', 'N', 'V', 'F', 'L'] as const

export const PeopleQuery = z.strictObject({ q: line(200).default('').describe('words of a name or an organisation, or a whole mail address') })
export type PeopleQuery = z.output<typeof PeopleQuery>

/** People over all events of the own part of the programme; one mail address is one person. */
export const PeopleFound = z.object({
  items: z.array(
    z.object({
      id: z.string().describe('one participation of the person'),
      name: z.string(),
      email: z.string().nullable(),
      organisation: z.string().nullable(),
      participations: z.number().int(),
    }),
  ),
})
export type PeopleFound = z.output<typeof PeopleFound>

export const ERASURE_FATES = ['withdrawn_and_erased', 'erased', 'proof'] as const

export const ErasurePlan = z.object({
  name: z.string(),
  lines: z.array(
    z.object({
      participationId: z.string(),
      event: z.string(),
      fate: z.enum(ERASURE_FATES).describe('proof: name, office and organisation stay on the list of those who came, the rest goes'),
      until: z.string().nullable().describe('proof: the day on which the rest goes as well'),
    }),
  ),
  contacts: z.number().int().describe('entries of the address book that go'),
  hasAccount: z.boolean().describe('an account of staff has this address; it is closed by those who give rights'),
})
export type ErasurePlan = z.output<typeof ErasurePlan>

export const ErasureInput = z.strictObject({
  reason: requiredLine(300).describe('why: the request and its day; without names, because it is kept'),
  participations: z.number().int().describe('how many lines the plan showed; another number is refused'),
})
export type ErasureInput = z.output<typeof ErasureInput>

export const RetentionReport = z.object({
  lastRunAt: z.string().nullable(),
  nextRunAt: z.string().nullable(),
  failed: z.boolean().describe('the last run met a fault and will be repeated'),
  periods: z.record(z.enum(RETENTION_NAMES), z.string()).describe('ISO 8601 durations, from the configuration'),
  lines: z.array(
    z.object({ ranAt: z.string(), retention: z.enum(RETENTION_NAMES), table: z.string(), deleted: z.number().int(), anonymised: z.number().int(), blocked: z.number().int(), oldestLeft: z.string().nullable() }),
  ).describe('what the last runs took away, the newest first'),
})
export type RetentionReport = z.output<typeof RetentionReport>
