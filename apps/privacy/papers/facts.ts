import type { Config } from '@app/platform'

/** What the papers say beyond the configuration. Nothing of it is about participants. */
export interface PaperFacts {
  config: Config
  /** `YYYY-MM-DD` on which the paper is made. */
  on: string
  /** Hosts who answer for the data, as they stand in the imprint. */
  hosts: readonly { name: string; imprint: string | null }[]
}

/** German words for an ISO 8601 period of whole units: `P6M` → 6 Monate. */
export function periodInWords(period: string): string {
  const units = { Y: ['Jahr', 'Jahre'], M: ['Monat', 'Monate'], W: ['Woche', 'Wochen'], D: ['Tag', 'Tage'] } as const
  return [...period.matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) => `${count} ${units[unit as keyof typeof units][count === '1' ? 0 : 1]}`).join(', ')
}

/** A text of several lines as a quotation. */
export function quoted(text: string): string {
  return text.split('\n').map((line) => `> ${line}`).join('\n')
}
