import { Injectable } from '@nestjs/common'
import { type EventDetail, type EventRow, EventVerb, type PublicPlaces, addresses } from '@app/contracts'
import { Clock, Problem, Transactions } from '@app/platform'
import type { Scope } from '@app/staff'
import { stateAfter } from '../domain/event-machine.js'
import { eventTitle } from '../domain/event-words.js'
import { byUpcoming } from '../domain/programme-order.js'
import { type PublishingFacts, hiddenBecause, publishObstacles, saveTheDateObstacles } from '../domain/publishing.js'
import { beginning, ending } from '../domain/registration-window.js'
import { EventEntity } from '../entities/event.entity.js'
import { type EventBundle, EventBundles, isDemo } from './event-bundles.js'
import { NodeFacts } from './node-facts.js'
import type { CountsOf, PlacesOf } from './places-of.js'
import { formatName } from './public-event.js'
import { Responsible, type Responsibles, answeringHosts } from './responsible.js'
import { StaffFacts } from './staff-facts.js'

/** An event with what staff may know of it. */
interface Known {
  bundle: EventBundle
  responsible: Responsibles
  isDemo: boolean
  places: PublicPlaces
}

/** The programme as staff reads it: true states, and the reasons why the public does or does not see an event. */
@Injectable()
export class EventViews {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bundles: EventBundles,
    private readonly nodes: NodeFacts,
    private readonly responsible: Responsible,
    private readonly facts: StaffFacts,
  ) {}

  /** The events of a scope: what comes next first. */
  async rows(scope: Scope, places: PlacesOf): Promise<EventRow[]> {
    const { sql, parameters } = scope.condition('e.id')
    const events = await this.transactions.read.createQueryBuilder(EventEntity, 'e').where(sql, parameters).getMany()
    return (await this.know(events.sort(byUpcoming), places)).map((known) => this.row(known))
  }

  /** One event, whoever asks; `verbs` are those that its state allows. @throws Problem `not_found`. */
  async detail(id: string, places: PlacesOf, counts: CountsOf): Promise<Omit<EventDetail, 'may'>> {
    const db = this.transactions.read
    const [known] = await this.know(await db.findBy(EventEntity, { id }), places)
    if (!known) throw new Problem('not_found')
    const { event } = known.bundle
    return {
      ...this.row(known),
      ...(await this.facts.of(db, known.bundle)),
      counts: await counts(id),
      verbs: this.verbs(known),
      publicPath: addresses.event('de', event.slug),
    }
  }

  private async know(events: EventEntity[], placesOf: PlacesOf): Promise<Known[]> {
    const db = this.transactions.read
    const ids = events.map(({ id }) => id)
    const bundles = await this.bundles.load(db, events)
    const { demoHost, above, roles } = await this.nodes.roles(db, ids)
    const responsible = await this.responsible.from(db, ids, above, roles)
    const places = events.length === 0 ? new Map<string, PublicPlaces>() : await placesOf(events.map(({ id, capacity }) => ({ id, capacity })))
    return bundles.map((bundle) => {
      const { id, capacity } = bundle.event
      return {
        bundle,
        responsible: responsible.get(id)!,
        isDemo: isDemo(demoHost, above.get(id) ?? [], roles),
        places: places.get(id) ?? { capacity, taken: 0, free: capacity, waiting: 0 },
      }
    })
  }

  private row(known: Known): EventRow {
    const { event, format, days, venue, series } = known.bundle
    const hidden = hiddenBecause({ ...event, series })
    const obstacles = event.state === 'idea' || event.state === 'planned' ? publishObstacles(publishingFacts(known), this.clock.now()) : []
    return {
      id: event.id,
      slug: event.slug,
      title: eventTitle(event, formatName(format, 'de')),
      format: format.key,
      formatName: formatName(format, 'de'),
      seriesTitle: series?.title ?? null,
      editionNo: event.editionNo,
      state: event.state,
      visible: hidden.length === 0,
      hiddenBecause: hidden.length === 0 ? [] : [...hidden, ...obstacles],
      datePrecision: event.datePrecision,
      dateHint: event.dateHint,
      firstDay: days[0]?.onDate ?? null,
      lastDay: days.at(-1)?.onDate ?? null,
      city: venue?.city ?? null,
      mode: event.mode,
      capacity: event.capacity,
      taken: known.places.taken,
      waiting: known.places.waiting,
      isDemo: known.isDemo,
    }
  }

  /** What may be done now: where the machine has a step and nothing stands in its way. */
  private verbs(known: Known): EventVerb[] {
    const { event, days } = known.bundle
    const now = this.clock.now()
    const facts = publishingFacts(known)
    const begins = beginning({ timeZone: event.timeZone, days })
    return EventVerb.options.filter((verb) => {
      if (stateAfter(verb, event.state) === null) return false
      if (verb === 'publish') return publishObstacles(facts, now).length === 0
      if (verb === 'save_the_date') return saveTheDateObstacles(facts, now).length === 0
      return verb !== 'reopen' || (begins !== null && begins > now)
    })
  }
}

function publishingFacts({ bundle: { event, days, venue }, responsible }: Known): PublishingFacts {
  return {
    mode: event.mode,
    datePrecision: event.datePrecision,
    days,
    ends: ending({ timeZone: event.timeZone, days }),
    hasVenue: venue !== null,
    hosts: answeringHosts(responsible),
  }
}
