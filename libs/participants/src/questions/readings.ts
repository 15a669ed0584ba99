import { Injectable } from '@nestjs/common'
import { Transactions } from '@app/platform'
import { type Actor, Audit } from '@app/staff'

/** Actions by which the log says that a list of an event was read: they hold for everybody who stood on it. */
export const LIST_READINGS = ['reading.needs', 'reading.needs_csv'] as const

type Person = { id: string; eventId: string }

/**
 * Writes down who read by name what people need, what is sealed, and their files (Art. 5 (2) and 32 GDPR): one entry for each request,
 * written before anything is handed over. A list is one entry at its event, which says how many people it showed and not whom: whoever
 * reads the log would learn from it who needs something.
 */
@Injectable()
export class Readings {
  constructor(private readonly transactions: Transactions, private readonly audit: Audit) {}

  list(action: (typeof LIST_READINGS)[number], eventId: string, people: number, actor: Actor): Promise<void> {
    return this.write({ actor, action, subject: { kind: 'event', id: eventId }, nodeId: eventId, change: { people } })
  }

  /** Of one person, whether or not there was anything to read: an entry only where there was would tell who needs something. */
  answers({ id, eventId }: Person, actor: Actor): Promise<void> {
    return this.write({ actor, action: 'reading.answers', subject: { kind: 'participation', id }, nodeId: eventId })
  }

  file({ id, eventId }: Person, actor: Actor): Promise<void> {
    return this.write({ actor, action: 'reading.file', subject: { kind: 'participation', id }, nodeId: eventId })
  }

  private write(line: Parameters<Audit['record']>[1]): Promise<void> {
    return this.transactions.run((tx) => this.audit.record(tx, line))
  }
}
