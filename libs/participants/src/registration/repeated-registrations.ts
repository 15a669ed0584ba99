import { Inject, Injectable } from '@nestjs/common'
import { Between } from 'typeorm'
import { CONFIG, Clock, type Config, Outbox, OutboxEntity, type Tx } from '@app/platform'
import type { PersonColumns } from '../domain/person.js'
import type { ParticipationEntity } from '../entities/participation.entity.js'
import { laneOf } from '../participation-states.js'

const TEN_MINUTES = 600_000
/** One person pressing a button, a form sent twice by a nervous hand and fifty equal requests are one registration and one letter. */
const SAME_REQUEST_MILLISECONDS = 60_000
const KIND = 'participation.repeated'

/** Registrations under an address that the event knows already. */
@Injectable()
export class RepeatedRegistrations {
  constructor(private readonly clock: Clock, private readonly outbox: Outbox, @Inject(CONFIG) private readonly config: Config) {}

  /** A letter says what exists, but nobody's mailbox is filled by typing its address often. */
  async answer(tx: Tx, known: ParticipationEntity, person: PersonColumns): Promise<void> {
    const now = this.clock.now().getTime()
    const isSame = known.givenNames === person.givenNames && known.familyName === person.familyName
    if (known.answer === 'unconfirmed' && isSame && isWithin(SAME_REQUEST_MILLISECONDS, known.createdAt, now)) return
    const lately = await tx.db.countBy(OutboxEntity, { kind: KIND, subjectId: known.id, createdAt: Between(new Date(now - TEN_MINUTES), new Date(now + TEN_MINUTES)) })
    const { mailsPerAddress } = this.config.limits
    if (mailsPerAddress > 0 && lately >= mailsPerAddress) return
    const ever = await tx.db.countBy(OutboxEntity, { kind: KIND, subjectId: known.id })
    // Two of these at once want the same number: the second one is turned away by the unique key, comes again and counts the first.
    await this.outbox.add(tx, { kind: KIND, subjectId: known.id, payload: {}, nodeId: known.eventId, lane: laneOf(known), dedupeKey: `${KIND}:${known.id}:${ever}` })
  }
}

/** Not long ago; nor long ahead, which is a time from a clock that was wrong. */
function isWithin(milliseconds: number, instant: Date, now: number): boolean {
  return Math.abs(now - instant.getTime()) < milliseconds
}
