import { Injectable } from '@nestjs/common'
import type { EventState } from '@app/contracts'
import { SHOWN_STAMP, Transactions } from '@app/platform'

/** States in which lists say how many places are left; a step out of them renews the stamp. */
export const STATES_WITH_PLACES: readonly EventState[] = ['planned', 'save_the_date', 'inviting', 'closed', 'running']

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

  /** Of all events with the places that lists show: revisions only rise, so under one stamp no change leaves the sum as it was. */
  ofAllEvents(): Promise<string> {
    return this.read(`SELECT ${STAMP}, (SELECT SUM(revision) FROM event WHERE state IN (${STATES_WITH_PLACES.map(() => '?').join()})) AS revision`, ...STATES_WITH_PLACES)
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
