import { Injectable } from '@nestjs/common'
import { SHOWN_STAMP, Transactions } from '@app/platform'

const STAMP = '(SELECT value FROM installation WHERE name = ?) AS stamp'

/**
 * Tells in one statement whether what the public sees may have changed, in any process. The stamp is another one after every commit that
 * wrote rows of the programme; places are counted under the lock of their event, which raises its revision. Equal texts: nothing changed.
 */
@Injectable()
export class ProgrammeRevisions {
  constructor(private readonly transactions: Transactions) {}

  /** Of one event with its places. */
  ofEvent(slug: string): Promise<string> {
    return this.read(`SELECT ${STAMP}, (SELECT revision FROM event WHERE slug = ?) AS revision`, slug)
  }

  /** Of all events with their places: revisions only rise and events are never removed, so no change leaves the sum as it was. */
  ofAllEvents(): Promise<string> {
    return this.read(`SELECT ${STAMP}, (SELECT SUM(revision) FROM event) AS revision`)
  }

  /** Of what does not count places: texts of hosts. */
  ofTexts(): Promise<string> {
    return this.read(`SELECT ${STAMP}, 0 AS revision`)
  }

  private async read(statement: string, ...more: string[]): Promise<string> {
    const [row] = await this.transactions.read.query<{ stamp: string | null; revision: number | string | null }[]>(statement, [SHOWN_STAMP, ...more])
    return `${row!.stamp} ${row!.revision}`
  }
}
