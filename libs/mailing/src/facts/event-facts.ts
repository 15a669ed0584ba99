import { Injectable } from '@nestjs/common'
import { type Language, addresses } from '@app/contracts'
import { AgendaItemEntity, type EventForRegistration, EventLookup, FormatEntity, FormatVersionEntity, SeriesEntity, VenueEntity, localOf } from '@app/events'
import { Transactions } from '@app/platform'
import type { MailAgendaItem, MailDay, MailEvent } from '../domain/mail-facts.js'

const MODES = { in_person: 'onsite', online: 'online', hybrid: 'hybrid' } as const
const WEEKDAYS = {
  de: new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
}

/** Reads what a mail tells about an event. */
@Injectable()
export class EventFactsReader {
  constructor(private readonly transactions: Transactions, private readonly events: EventLookup) {}

  /** @param event as `EventLookup` gives it, days in order */
  async read(event: EventForRegistration, language: Language, publicUrl: string): Promise<MailEvent> {
    const db = this.transactions.read
    const series = event.seriesId === null ? null : await db.findOneBy(SeriesEntity, { id: event.seriesId })
    const venue = await db.findOne(VenueEntity, { where: { eventId: event.id }, order: { position: 'ASC' } })
    const agenda = await db.find(AgendaItemEntity, { where: { eventId: event.id, public: true }, order: { position: 'ASC', id: 'ASC' } })
    return {
      title: event.title ?? (await this.untitled(event)),
      seriesTitle: series?.title ?? null,
      // An edition without a title is called by its number already.
      edition: event.title === null ? null : event.editionNo,
      guidingQuestion: event.guidingQuestion,
      days: daysOf(event),
      zone: event.timeZone,
      mode: MODES[event.mode],
      venue,
      onlineLink: this.events.onlineUrlOf(event),
      agenda: agendaOf(event, agenda, language),
      pageUrl: event.hasPublicPage ? `${publicUrl}${addresses.event(language, event.slug)}` : null,
    }
  }

  /** "2. Netzwerktreffen", or the format alone. */
  private async untitled(event: EventForRegistration): Promise<string> {
    const db = this.transactions.read
    const version = await db.findOneByOrFail(FormatVersionEntity, { id: event.formatVersionId })
    const { name } = await db.findOneByOrFail(FormatEntity, { id: version.formatId })
    return event.editionNo === null ? name : `${event.editionNo}. ${name}`
  }
}

function daysOf({ datePrecision, days, timeZone }: EventForRegistration): MailDay[] {
  if (datePrecision !== 'day') return []
  return days.map((day) => ({ date: day.onDate, startsAt: clockOf(day.startsAt, timeZone), endsAt: clockOf(day.endsAt, timeZone) }))
}

function agendaOf({ days, timeZone }: EventForRegistration, items: AgendaItemEntity[], language: Language): MailAgendaItem[] {
  const dayOf = (item: AgendaItemEntity) => days.find(({ id }) => id === item.dayId)?.onDate ?? (item.startsAt ? localOf(item.startsAt, timeZone).date : '')
  const order = (item: AgendaItemEntity) => `${dayOf(item)} ${item.startsAt?.toISOString() ?? ''}`
  const several = days.length > 1
  return [...items]
    .sort((a, b) => compare(order(a), order(b)) || a.position - b.position)
    .map((item) => {
      const time = clockOf(item.startsAt, timeZone)
      const date = dayOf(item)
      // "Do 11:00": on several days the clock alone does not say when.
      const weekday = several && date ? WEEKDAYS[language].format(new Date(`${date}T12:00:00Z`)) : null
      return { startsAt: [weekday, time].filter(Boolean).join(' ') || null, title: item.title }
    })
}

function clockOf(instant: Date | null, zone: string): string | null {
  return instant && localOf(instant, zone).time
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
