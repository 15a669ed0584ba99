import { Inject, Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { ContactsRetention } from '@app/contacts'
import { type EventEnd, EventEnds, EventEntity } from '@app/events'
import { StoredMails } from '@app/mailing'
import { Anonymiser, NominationEntity, type ParticipationEntity, ProofOfAttendance, Withdrawals, eventLock, isActive } from '@app/participants'
import { CONFIG, Clock, type Config, Transactions, type Tx, periodAfter, periodBefore } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { People, type Person, addressesOf } from './person.js'

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

/** Forgets a person who asks for it (Art. 17 GDPR), as far as nothing obliges to keep something. */
@Injectable()
export class PersonErasure {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ends: EventEnds,
    private readonly proof: ProofOfAttendance,
    private readonly anonymiser: Anonymiser,
    private readonly withdrawals: Withdrawals,
    private readonly contacts: ContactsRetention,
    private readonly mailbox: StoredMails,
    private readonly audit: Audit,
    private readonly people: People,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What would happen; changes nothing. */
  async plan({ participations, contactIds, accountIds }: Person): Promise<ErasurePlan> {
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

  /**
   * Carries the plan out, one participation after the other: what is done stays done if the process dies, and the rest is done by
   * asking again. Places that were held go to those who wait; nobody is written to about it, because there is no address any more.
   */
  async erase(person: Person, reason: string, actor: Actor): Promise<ErasurePlan> {
    const plan = await this.plan(person)
    const eventOf = new Map(person.participations.map(({ id, eventId }) => [id, eventId]))
    for (const { participationId, fate } of plan.lines) {
      const eventId = eventOf.get(participationId)!
      const anonymise = (tx: Tx) => this.anonymiser.anonymise(tx, eventId, [participationId], actor, 'erasure')
      if (fate === 'proof') await this.transactions.run((tx) => this.anonymiser.keepProof(tx, eventId, participationId, actor))
      else if (fate === 'erased') await this.transactions.run(anonymise)
      // In one transaction: between two of them a worker could still read the address and write the letter of the withdrawal.
      else await this.transactions.runLocked(eventLock(eventId), async (tx) => {
        await this.withdrawals.withdrawLocked(tx, participationId, actor)
        await anonymise(tx)
      })
    }
    const nominations = await this.nominationsOf(person)
    await this.transactions.run(async (tx) => {
      if (person.contactIds.length > 0) await this.contacts.remove(tx, person.contactIds)
      if (nominations.length > 0) await tx.db.update(NominationEntity, { id: In(nominations) }, { contactId: null, nameShown: '', email: null })
      await this.audit.erase(tx, person.contactIds)
      await this.audit.record(tx, {
        actor, action: 'person.erase', subject: { kind: 'participation', id: plan.lines[0]?.participationId ?? person.contactIds[0] ?? '' },
        change: { reason, participations: plan.lines.map(({ participationId, fate }) => ({ participationId, fate })), contacts: plan.contacts },
      })
    })
    // A file of the built-in mailbox does not say which event it was about.
    if (person.email !== null && !(await this.people.isKnownOutside(person))) await this.mailbox.deleteTo(person.email)
    return plan
  }

  private async nominationsOf(person: Person): Promise<string[]> {
    const addressed = await this.transactions.read.findBy(NominationEntity, { email: In(addressesOf(person)) })
    return (await this.people.inScope(addressed, person.scope)).map(({ id }) => id)
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
