import type { RetentionClass } from './retention-class.js'

/** What becomes of a reference when a person is forgotten: its row goes, it is emptied, or it stays because it leads to nobody. */
export type Fate = 'goes' | 'emptied' | 'stays'

/** What one table knows about people, said by the library whose table it is. */
export interface TableCensus {
  /** Classes whose rules empty or delete its rows; `subject`: with the row it belongs to; `nobody`: it knows nobody. */
  retention: readonly RetentionClass[] | 'subject' | 'nobody'
  /** Categories of data in German, for the record of processing (Art. 30 (1) (c) GDPR); empty where it knows nobody. */
  holds: string
  /** Every foreign key and every reference without one. */
  references: Record<string, Fate>
}

export type Census = Readonly<Record<string, TableCensus>>

/** A table that knows nobody. @param references its columns that lead to other rows */
export function knowsNobody(...references: string[]): TableCensus {
  return { retention: 'nobody', holds: '', references: Object.fromEntries(references.map((column) => [column, 'stays'])) }
}

/** The tables of the platform. */
export const platformCensus: Census = {
  file: knowsNobody(),
  idempotency_key: { retention: ['L'], holds: 'Prüfsummen wiederholter Anfragen, benutzter Passkey-Aufgaben und Anmeldevorgänge und von Adressen ohne Zugang, mit denen sich jemand anmelden wollte', references: { result_id: 'goes' } },
  installation: knowsNobody(),
  outbox: { retention: ['L'], holds: 'Aufträge zum Versand: Kennung der Teilnahme, Domain der Adresse, Ergebnis', references: { subject_id: 'goes', node_id: 'goes' } },
  personal_link: { retention: 'subject', holds: 'Kennungen persönlicher Links', references: { subject_id: 'stays' } },
  retention_run: knowsNobody(),
  schedule: knowsNobody(),
  term: knowsNobody(),
}
