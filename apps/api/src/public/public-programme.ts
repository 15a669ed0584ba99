import { Injectable } from '@nestjs/common'
import type { Language, PublicEvent, PublicEventSummary, PublicSeries, PublicSeriesSummary } from '@app/contracts'
import { Programme } from '@app/events'
import { Places } from '@app/participants'
import { type Moment, Problem } from '@app/platform'

/**
 * The programme with places counted: events knows the programme, participants the places, and here they are shown together. The moment at
 * which it is read knows afterwards how long what was read holds.
 */
@Injectable()
export class PublicProgramme {
  private readonly count = (events: { id: string; capacity: number | null }[]) => this.places.countMany(events)

  constructor(private readonly programme: Programme, private readonly places: Places) {}

  seriesList(language: Language, at: Moment): Promise<PublicSeriesSummary[]> {
    return this.programme.seriesList(this.count, language, at)
  }

  events(language: Language, at: Moment): Promise<PublicEventSummary[]> {
    return this.programme.events(this.count, language, at)
  }

  /** @throws Problem `not_found` for what is not there or not public. */
  async series(slug: string, language: Language, at: Moment): Promise<PublicSeries> {
    return found(await this.programme.series(slug, this.count, language, at))
  }

  /** @throws Problem `not_found` for what is not there or not public. */
  async event(slug: string, language: Language, at: Moment): Promise<PublicEvent> {
    return found(await this.programme.event(slug, this.count, language, at))
  }

  /** For people with a personal link: also what is not public. */
  eventForItsPeople(id: string, language: Language): Promise<PublicEvent> {
    return this.programme.eventForItsPeople(id, this.count, language)
  }
}

function found<T>(thing: T | null): T {
  if (thing === null) throw new Problem('not_found')
  return thing
}
