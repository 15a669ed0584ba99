import type { BadInput } from './table.js'
import type { Stage } from './stage.js'

export interface Played extends BadInput {
  readonly stage: Stage
}

export type Run = (played: Played) => Promise<void>

/** What becomes of one case: it is played, or it names the work that it waits for. `without` says what of it cannot be played yet. */
export type Row = { readonly run: Run; readonly without?: string } | { readonly missing: string }

export type Rows = Readonly<Record<string, Row>>
