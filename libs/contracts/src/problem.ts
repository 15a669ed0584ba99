import { z } from 'zod'

/** RFC 9457 problem details with the fields' own errors; `code` is stable and machine-readable, `detail` is a sentence for people. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  errors: z
    .array(z.object({ pointer: z.string().describe('JSON pointer into the request body (RFC 6901)'), code: z.string(), detail: z.string() }))
    .optional(),
})
export type ProblemDetails = z.output<typeof ProblemDetails>
