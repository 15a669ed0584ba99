import { Inject, Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type EventEnd, EventEnds, EventEntity } from '@app/events'
import { type ParticipationEntity, ProofOfAttendance, isActive } from '@app/participants'
import { CONFIG, Clock, type Config, Transactions, periodAfter, periodBefore } from '@app/platform'
import type { Person } from './person.js'

/** What becomes of one participation. `proof`: the list of those who came is kept for the funder, without any way to reach the person. */
export interface ErasureLine {
  participationId: string
  event: string
  fate: 'withdrawn_and_erased' | 'erased' | 'proof'
  /** `proof`: first day on which the rest goes as well, `YYYY-MM-DD`. */
  until: string | null
}

export interface ErasurePlan {
  lines: ErasureLine[]
  /** Entries of the address book that go. */
  contacts: number
  /** A member of staff: the account is closed by those who give rights, because the audit log must name who did something. */
  hasAccount: boolean
}

/** What must be kept of a person who asks to be forgotten, and until when. Reads alone. */
@Injectable()
export class ErasurePlans {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ends: EventEnds,
    private readonly proof: ProofOfAttendance,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of({ participations, contactIds, accountIds }: Person): Promise<ErasurePlan> {
    const eventIds = [...new Set(participations.map(({ eventId }) => eventId))]
    const ends = await this.ends.of(eventIds)
    const titles = new Map((await this.transactions.read.findBy(EventEntity, { id: In(eventIds) })).map(({ id, title }) => [id, title ?? '']))
    const lines: ErasureLine[] = []
    for (const row of participations.filter(({ anonymisedAt }) => anonymisedAt === null)) {
      const until = await this.proofUntil(row, ends.get(row.eventId))
      const fate = until !== null ? 'proof' : this.isAhead(row, ends.get(row.eventId)) ? 'withdrawn_and_erased' : 'erased'
      lines.push({ participationId: row.id, event: titles.get(row.eventId)!, fate, until })
    }
    return { lines, contacts: contactIds.length, hasAccount: accountIds.length > 0 }
  }

  private isAhead(row: ParticipationEntity, end: EventEnd | undefined): boolean {
    return isActive(row.answer) && (end === undefined || end.over > this.clock.now())
  }

  /** The day on which the period of the proof is over; null when there is nothing to prove. */
  private async proofUntil(row: ParticipationEntity, end: EventEnd | undefined): Promise<string | null> {
    if (end === undefined || end.over > this.clock.now()) return null
    if (!(await this.proof.among(row.eventId, end, [row])).has(row.id)) return null
    const period = this.config.retention.N
    const days = [this.proof.blockedUntil(row, end.keepUntil), end.grantOver >= periodBefore(this.clock.now(), period) ? periodAfter(end.grantOver, period).toISOString().slice(0, 10) : null]
    return days.filter((day) => day !== null).sort().at(-1) ?? null
  }
}
