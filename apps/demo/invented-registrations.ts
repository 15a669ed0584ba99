import type { RegistrationInput } from '@app/contracts'
import { Injectable } from '@nestjs/common'
import { EventLookup, type EventForRegistration } from '@app/events'
import { Confirmations, ParticipationEntity, Registrations, StaffRegistrations } from '@app/participants'
import { PersonalLinks, Transactions } from '@app/platform'
import type { Actor } from '@app/staff'
import type { inventedPeople } from './invented-people.js'

type Invented = ReturnType<typeof inventedPeople>

/** Invented people go through the same doors as everybody: the form and the mailed link, or a call to the office. */
@Injectable()
export class InventedRegistrations {
  constructor(
    private readonly transactions: Transactions,
    private readonly lookup: EventLookup,
    private readonly registrations: Registrations,
    private readonly confirmations: Confirmations,
    private readonly staff: StaffRegistrations,
    private readonly links: PersonalLinks,
  ) {}

  async registerAndConfirm(eventId: string, people: Invented): Promise<void> {
    const event = await this.lookup.eventForRegistration(eventId)
    if (!event) throw new Error('An event of the demo is missing.')
    for (const { standing: _standing, email, ...person } of people) await this.one(event, { ...person, email: email!, consents: [] })
  }

  async addByHand(eventId: string, people: Invented, actor: Actor): Promise<void> {
    for (const { standing: _standing, ...person } of people) await this.staff.add(eventId, person, actor)
  }

  private async one(event: EventForRegistration, person: RegistrationInput): Promise<void> {
    const registered = await this.registrations.register(event, person)
    if (registered.kind !== 'sent') throw new Error(`The demo could not register ${person.email}: ${registered.kind}.`)
    const row = await this.transactions.read.findOneByOrFail(ParticipationEntity, { eventId: event.id, email: person.email })
    const token = await this.links.tokenFor('confirm', row.id)
    const confirmed = await this.confirmations.confirm(token ?? '')
    if (confirmed.kind !== 'confirmed') throw new Error(`The demo could not confirm ${person.email}: ${confirmed.kind}.`)
  }
}
