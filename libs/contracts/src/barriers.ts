import { z } from 'zod'
import { optionalLine, requiredText } from './text.js'

/** A barrier that somebody met, as the form and nobody else sends it: who reports it need not say who they are. */
export const BarrierReportInput = z.strictObject({
  barrierText: requiredText(4000),
  barrierPage: optionalLine(300),
  barrierContact: optionalLine(254),
})
export type BarrierReportInput = z.output<typeof BarrierReportInput>

/** A report as staff reads it, opened. */
export const BarrierReportView = z.object({
  id: z.string(),
  host: z.object({ organisationId: z.string(), name: z.string() }),
  text: z.string(),
  page: z.string().nullable().describe('where the barrier is, in the words of whoever reports it'),
  contact: z.string().nullable().describe('where an answer is wanted; null: none is'),
  createdAt: z.string().describe('UTC instant'),
  closedAt: z.string().nullable().describe('UTC instant; null while nobody has seen to it'),
})
export type BarrierReportView = z.output<typeof BarrierReportView>

export const BarrierReportList = z.object({
  items: z.array(BarrierReportView).describe('open ones first, each part with the newest first'),
  total: z.number().int().describe('how many there are; not more than 200 of them are listed'),
})
export type BarrierReportList = z.output<typeof BarrierReportList>
