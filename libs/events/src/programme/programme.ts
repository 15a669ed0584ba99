import { Injectable } from '@nestjs/common'
import { type FindOptionsWhere, In, IsNull, Not } from 'typeorm'
import type { Language, PublicEvent, PublicEventSummary, PublicPlaces, PublicSeries, PublicSeriesSummary } from '@app/contracts'
import { Clock, type Moment, Transactions } from '@app/platform'
import { publicRoles, rolesAt } from '../domain/inherited-roles.js'
import { byEdition, byUpcoming, nextOf } from '../domain/programme-order.js'
import { EventEntity } from '../entities/event.entity.js'
import { SeriesMemberEntity } from '../entities/series-member.entity.js'
import { SeriesPhaseEntity } from '../entities/series-phase.entity.js'
import { SeriesEntity } from '../entities/series.entity.js'
import { publicHostOf } from '../hosts/hosts.js'
import { type EventBundle, EventBundles, isDemo } from './event-bundles.js'
import { EventPage } from './event-page.js'
import { NodeFacts } from './node-facts.js'
import type { PlacesOf } from './places-of.js'
import { isBundlePublic, summaryOf } from './public-event.js'

/**
 * The programme as everybody may read it (I1). Only what is public comes in: what is not is as if it did not exist. The language decides
 * over the names of formats and groups; what organisers wrote stays as it is. The moment at which it is read, now unless another one is
 * given, knows afterwards how long what was read holds.
 */
@Injectable()
export class Programme {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bundles: EventBundles,
    private readonly nodes: NodeFacts,
    private readonly page: EventPage,
  ) {}

  /** Public series, those with the next date first. */
  async seriesList(places: PlacesOf, language: Language = 'de', at = this.clock.moment()): Promise<PublicSeriesSummary[]> {
    const db = this.transactions.read
    const series = await db.find(SeriesEntity, { where: { publicAt: Not(IsNull()) }, order: { title: 'ASC', id: 'ASC' } })
    const summaries = await this.summaries(await this.publicBundles({ seriesId: In(series.map(({ id }) => id)) }), places, language, at)
    const { demoHost, above, roles } = await this.nodes.roles(db, series.map(({ id }) => id))
    const list = series.map((one) => {
      const own = summaries.filter(({ bundle }) => bundle.event.seriesId === one.id)
      const next = nextOf(own.map(({ bundle }) => bundle.event))
      return {
        next,
        view: {
          slug: one.slug,
          title: one.title,
          kind: one.kind,
          summary: one.summary,
          isDemo: isDemo(demoHost, above.get(one.id) ?? [], roles),
          eventCount: own.length,
          nextEvent: own.find(({ bundle }) => bundle.event === next)?.summary ?? null,
        },
      }
    })
    return list.sort((a, b) => (a.next && b.next ? byUpcoming(a.next, b.next) : Number(a.next === null) - Number(b.next === null))).map(({ view }) => view)
  }

  /** One public series with its editions in order, or null. */
  async series(slug: string, places: PlacesOf, language: Language = 'de', at = this.clock.moment()): Promise<PublicSeries | null> {
    const db = this.transactions.read
    const one = await db.findOneBy(SeriesEntity, { slug, publicAt: Not(IsNull()) })
    if (!one) return null
    const summaries = await this.summaries(await this.publicBundles({ seriesId: one.id }), places, language, at)
    const inOrder = summaries.sort((a, b) => byEdition(a.bundle.event, b.bundle.event))
    const next = nextOf(summaries.map(({ bundle }) => bundle.event))
    const facts = await this.nodes.load(db, one.id)
    const phases = await db.find(SeriesPhaseEntity, { where: { seriesId: one.id }, order: { position: 'ASC' } })
    const parent = facts.above.length < 2 ? null : await db.findOneBy(SeriesEntity, { id: facts.above[1]!, publicAt: Not(IsNull()) })
    return {
      slug: one.slug,
      title: one.title,
      kind: one.kind,
      summary: one.summary,
      isDemo: facts.isDemo,
      eventCount: summaries.length,
      nextEvent: summaries.find(({ bundle }) => bundle.event === next)?.summary ?? null,
      outlook: one.outlook,
      runsFrom: one.runsFrom,
      runsUntil: one.runsUntil,
      memberQuota: one.memberQuota,
      memberCount: await db.countBy(SeriesMemberEntity, { seriesId: one.id, state: 'active' }),
      phases: phases.map(({ key, title, forEachMember }) => ({ key, title, forEachMember })),
      parent: parent && { slug: parent.slug, title: parent.title },
      roles: publicRoles(rolesAt(facts.above, facts.roles)),
      hosts: facts.hosts.map(({ host, nameShown }) => publicHostOf(host, nameShown)),
      claims: facts.claims,
      events: inOrder.map(({ summary }) => summary),
    }
  }

  /** All public events: what comes next first, then what has no date yet, then what is over. */
  async events(places: PlacesOf, language: Language = 'de', at = this.clock.moment()): Promise<PublicEventSummary[]> {
    const summaries = await this.summaries(await this.publicBundles({}), places, language, at)
    return summaries.sort((a, b) => byUpcoming(a.bundle.event, b.bundle.event)).map(({ summary }) => summary)
  }

  /** One public event, or null: for those who are not invited, an event by invitation does not exist (A10). */
  async event(slug: string, places: PlacesOf, language: Language = 'de', at = this.clock.moment()): Promise<PublicEvent | null> {
    const [one] = await this.summaries(await this.publicBundles({ slug }), places, language, at)
    return one ? this.page.of(one.bundle, one.summary, at, language) : null
  }

  /** The same view for the people of an event, whether or not it is public: their letters lead to it. */
  async eventForItsPeople(id: string, places: PlacesOf, language: Language = 'de'): Promise<PublicEvent> {
    const db = this.transactions.read
    const at = this.clock.moment()
    const bundles = await this.bundles.load(db, [await db.findOneByOrFail(EventEntity, { id })])
    const [one] = await this.summaries(bundles, places, language, at)
    return this.page.of(one!.bundle, one!.summary, at, language)
  }

  private async publicBundles(where: FindOptionsWhere<EventEntity>): Promise<EventBundle[]> {
    const db = this.transactions.read
    const events = await db.findBy(EventEntity, { ...where, visibility: 'public', state: Not('idea') })
    return (await this.bundles.load(db, events)).filter(isBundlePublic)
  }

  private async summaries(bundles: EventBundle[], places: PlacesOf, language: Language, at: Moment): Promise<{ bundle: EventBundle; summary: PublicEventSummary }[]> {
    const counts = bundles.length === 0 ? new Map<string, PublicPlaces>() : await places(bundles.map(({ event: { id, capacity } }) => ({ id, capacity })))
    return bundles.map((bundle) => {
      const { id, capacity } = bundle.event
      return { bundle, summary: summaryOf(bundle, counts.get(id) ?? { capacity, taken: 0, free: capacity, waiting: 0 }, at, language) }
    })
  }
}
