import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { ContactsRetention } from '@app/contacts'
import { StoredMails } from '@app/mailing'
import { Anonymiser, NominationEntity, ParticipationEntity, Withdrawals, eventLock } from '@app/participants'
import { Transactions, type Tx } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { type ErasurePlan, ErasurePlans } from './erasure-plans.js'
import { People, type Person, addressesOf } from './person.js'

/** Forgets a person who asks for it (Art. 17 GDPR), as far as nothing obliges to keep something. */
@Injectable()
export class PersonErasure {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: ErasurePlans,
    private readonly anonymiser: Anonymiser,
    private readonly withdrawals: Withdrawals,
    private readonly contacts: ContactsRetention,
    private readonly mailbox: StoredMails,
    private readonly audit: Audit,
    private readonly people: People,
  ) {}

  /**
   * Carries the plan out, one participation after the other: what is done stays done if the process dies, and the rest is done by
   * asking again. Places that were held go to those who wait; nobody is written to about it, because there is no address any more.
   */
  async erase(person: Person, reason: string, actor: Actor): Promise<ErasurePlan> {
    const plan = await this.plans.of(person)
    const eventOf = new Map(person.participations.map(({ id, eventId }) => [id, eventId]))
    for (const { participationId, fate } of plan.lines) {
      const eventId = eventOf.get(participationId)!
      const anonymise = (tx: Tx) => this.anonymiser.anonymise(tx, eventId, [participationId], actor, 'erasure')
      if (fate === 'proof') await this.transactions.run((tx) => this.anonymiser.keepProof(tx, eventId, participationId, actor))
      else if (fate === 'erased') await this.transactions.run(anonymise)
      // In one transaction: between two of them a worker could still read the address and write the letter of the withdrawal.
      else await this.transactions.runLocked(eventLock(eventId), async (tx) => {
        // Never confirmed, and gone by itself since the plan.
        if (!(await tx.db.existsBy(ParticipationEntity, { id: participationId }))) return
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
}
