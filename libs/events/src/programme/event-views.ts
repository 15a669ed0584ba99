import { Injectable } from '@nestjs/common'
import type { EventDetail, EventRow, SeriesView } from '@app/contracts'
import type { CountsOf, PlacesOf } from './places-of.js'

@Injectable()
export class EventViews {
  async rows(_places: PlacesOf): Promise<EventRow[]> {
    throw new Error('not built')
  }

  /** @throws Problem `not_found`. */
  async detail(_id: string, _places: PlacesOf, _counts: CountsOf): Promise<EventDetail> {
    throw new Error('not built')
  }

  async seriesViews(): Promise<SeriesView[]> {
    throw new Error('not built')
  }

  /** @throws Problem `not_found`. */
  async seriesView(_id: string): Promise<SeriesView> {
    throw new Error('not built')
  }
}
