import { Inject, Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { KeyRing, LOGGER, type Logger, Transactions, type Tx } from '@app/platform'
import { isPublic } from '../domain/publishing.js'
import type { RegistrationFacts } from '../domain/registration-window.js'
import { EventDayEntity } from '../entities/event-day.entity.js'
import { EventEntity } from '../entities/event.entity.js'
import { HostEntity } from '../entities/host.entity.js'
import { SeriesEntity } from '../entities/series.entity.js'
import { Responsible } from './responsible.js'

/** An event with what decides over its registration; goes into `registrationWindow` as it is. */
export type EventForRegistration = EventEntity & Pick<RegistrationFacts, 'isSeriesPublic'> & {
  days: EventDayEntity[]
  /** Whether its page answers the public; nobody is sent to it otherwise. */
  hasPublicPage: boolean
}

const SEALED_FOR = 'online-url'

/** Single events for libraries on the right: those that register, write letters, build calendars. */
@Injectable()
export class EventLookup {
  private hasReported = false

  constructor(
    private readonly transactions: Transactions,
    private readonly keys: KeyRing,
    private readonly responsible: Responsible,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** By id or slug; null when there is none. Whether it may be seen or registered for is what `registrationWindow` decides. */
  async eventForRegistration(slugOrId: string, tx?: Tx): Promise<EventForRegistration | null> {
    const db = tx?.db ?? this.transactions.read
    const event = (await db.findOneBy(EventEntity, { slug: slugOrId })) ?? (await db.findOneBy(EventEntity, { id: slugOrId }))
    if (!event) return null
    const days = await db.find(EventDayEntity, { where: { eventId: event.id }, order: { onDate: 'ASC' } })
    const series = event.seriesId === null ? null : await db.findOneByOrFail(SeriesEntity, { id: event.seriesId })
    return Object.assign(event, { days, isSeriesPublic: series === null || series.publicAt !== null, hasPublicPage: isPublic({ ...event, series }) })
  }

  /** Days of many events, each in order. */
  async daysOf(eventIds: string[]): Promise<Map<string, EventDayEntity[]>> {
    const days = new Map<string, EventDayEntity[]>(eventIds.map((id) => [id, []]))
    if (eventIds.length === 0) return days
    const rows = await this.transactions.read.find(EventDayEntity, { where: { eventId: In(eventIds) }, order: { onDate: 'ASC' } })
    for (const row of rows) days.get(row.eventId)!.push(row)
    return days
  }

  /** The hosts who answer for an event, the first leads. */
  async hostsOf(eventId: string, tx?: Tx): Promise<HostEntity[]> {
    return (await this.responsible.of(tx?.db ?? this.transactions.read, [eventId])).get(eventId)!.hosts.map(({ host }) => host)
  }

  /**
   * Where to join online: only for people with a confirmed place, and for staff (A4). Null also when no key of the ring opens it:
   * pages and letters go on without the address, and the log says so once.
   */
  onlineUrlOf(event: Pick<EventEntity, 'onlineUrlSealed'>): string | null {
    if (event.onlineUrlSealed === null) return null
    try {
      return this.keys.open(SEALED_FOR, event.onlineUrlSealed)
    } catch (err) {
      if (!this.hasReported) this.logger.error({ err }, 'an online address cannot be opened: put its former key back into SECRET_KEYS, or enter the address again')
      this.hasReported = true
      return null
    }
  }

  sealOnlineUrl(url: string | null): string | null {
    return url === null ? null : this.keys.seal(SEALED_FOR, url)
  }
}
