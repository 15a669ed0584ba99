import { Injectable } from '@nestjs/common'
import { QuestionsInput } from '@app/contracts'
import { EventEditing, EventFacts, SeriesEditing } from '@app/events'
import { Questions } from '@app/participants'
import { Clock, Transactions } from '@app/platform'
import type { Actor } from '@app/staff'
import { eventCreation } from './fact-mapping.js'
import { type Crowd, inventedPeople } from './invented-people.js'
import { InventedRegistrations } from './invented-registrations.js'
import { OrganisationBook } from './organisation-book.js'
import { type EditionPlan, inventedClaim, inventedPartners, inventedSeries, planEditions } from './upcoming/index.js'

/** An invented host with a series that is open for registration, whatever today is. */
@Injectable()
export class InventedSeries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly book: OrganisationBook,
    private readonly series: SeriesEditing,
    private readonly events: EventEditing,
    private readonly facts: EventFacts,
    private readonly questions: Questions,
    private readonly people: InventedRegistrations,
  ) {}

  /** @returns id of the host's organisation */
  async load(organisations: ReadonlyMap<string, string>, actor: Actor): Promise<string> {
    const { hostId, seriesId } = await this.transactions.run(async (tx) => {
      const known = new Map(organisations)
      const hostId = await this.book.inventedHost(tx, actor)
      await this.book.add(tx, known, inventedPartners.map(({ name }) => name), actor)
      const partners = inventedPartners.map(({ name, role }) => ({ organisationId: known.get(name)!, role }))
      const hosts = [{ organisationId: hostId, role: 'veranstalter' }, ...partners]
      const seriesId = await this.series.create(tx, { ...inventedSeries, hosts, public: true }, actor)
      await this.facts.addFunding(tx, seriesId, { claim: inventedClaim, organisationId: partners.at(-1)!.organisationId }, actor)
      return { hostId, seriesId }
    })
    for (const plan of planEditions) await this.edition(plan(this.clock.now()), seriesId, hostId, actor)
    return hostId
  }

  private async edition({ event, editionNo, isKickoff = false, topics = [], asks, answers, published, registering, byHand }: EditionPlan, seriesId: string, hostId: string, actor: Actor): Promise<void> {
    const eventId = await this.transactions.run(async (tx) => {
      const hosts = [{ organisationId: hostId, role: 'veranstalter' }]
      const id = await this.events.create(tx, eventCreation({ ...event, seriesId, hosts }, { editionNo, isKickoff, topics }), actor)
      if (asks) await this.questions.save(tx, id, QuestionsInput.parse(asks), actor)
      if (published) await this.events.move(tx, id, 'publish', null, actor)
      return id
    })
    const answering = (crowd: Crowd) => inventedPeople(crowd).map((person, n) => ({ ...person, ...answers?.(n) }))
    if (registering) await this.people.registerAndConfirm(eventId, answering(registering))
    if (byHand) await this.people.addByHand(eventId, answering(byHand), actor)
  }
}
