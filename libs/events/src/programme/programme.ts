import { Injectable } from '@nestjs/common'
import type { Language, PublicEvent, PublicEventSummary, PublicSeries, PublicSeriesSummary } from '@app/contracts'
import type { PlacesOf } from './places-of.js'

@Injectable()
export class Programme {
  async seriesList(_places: PlacesOf, _language: Language = 'de'): Promise<PublicSeriesSummary[]> {
    throw new Error('not built')
  }

  async series(_slug: string, _places: PlacesOf, _language: Language = 'de'): Promise<PublicSeries | null> {
    throw new Error('not built')
  }

  async events(_places: PlacesOf, _language: Language = 'de'): Promise<PublicEventSummary[]> {
    throw new Error('not built')
  }

  async event(_slug: string, _places: PlacesOf, _language: Language = 'de'): Promise<PublicEvent | null> {
    throw new Error('not built')
  }
}
