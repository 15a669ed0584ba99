import { Injectable } from '@nestjs/common'
import type { Language, PublicEvent, PublicEventSummary, PublicSeries, PublicSeriesSummary } from '@app/contracts'
import { Programme } from '@app/events'
import { Places } from '@app/participants'
import { Problem } from '@app/platform'

/** The programme with places counted: events knows the programme, participants the places, and here they are shown together. */
@Injectable()
export class PublicProgramme {
  private readonly count = (events: { id: string; capacity: number | null }[]) => this.places.countMany(events)

  constructor(private readonly programme: Programme, private readonly places: Places) {}

  seriesList(language: Language): Promise<PublicSeriesSummary[]> {
    return this.programme.seriesList(this.count, language)
  }

  events(language: Language): Promise<PublicEventSummary[]> {
    return this.programme.events(this.count, language)
  }

  /** @throws Problem `not_found` for what is not there or not public. */
  async series(slug: string, language: Language): Promise<PublicSeries> {
    return found(await this.programme.series(slug, this.count, language))
  }

  /** @throws Problem `not_found` for what is not there or not public. */
  async event(slug: string, language: Language): Promise<PublicEvent> {
    return found(await this.programme.event(slug, this.count, language))
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
