import type { Land, PublicEventSummary } from '@app/contracts'
import { words } from '@app/i18n'
import { LandMap, MapKey, type KeyEntry, type LandTile } from '@app/ui'
import { isOver, landWords, placeWord } from './event-words.js'
import type { PageFrame } from './view-models.js'

/** Which Länder belong to the region of one event: small tiles and the sentence that says the same. */
export function RegionMap({ frame, event, today }: { frame: PageFrame; event: PublicEventSummary; today?: string }) {
  const { event: say, vocabulary } = words(frame.language)
  const past = event.state === 'done' || event.state === 'accounted' || (today !== undefined && isOver(event, today))
  const inside = new Set<Land>(event.regions)
  return (
    <div className="reg">
      <LandMap
        label={say.regionLabel}
        names={vocabulary.lands}
        size="small"
        tile={(land) => (inside.has(land) ? { look: past ? 'past' : 'open', says: say.inRegion } : { look: 'none', says: null })}
      />
      <p>{say.region(landWords(frame.language, event.regions))}</p>
    </div>
  )
}

type Look = 'past' | 'open' | 'plan'

/** Länder of all editions of a series, its key and the same as a table. */
export function EditionMap({ frame, events, today }: { frame: PageFrame; events: readonly PublicEventSummary[]; today: string }) {
  const { series: say, vocabulary } = words(frame.language)
  const editions = events.filter((event) => event.regions.length > 0 && event.state !== 'cancelled')
  if (editions.length === 0) return null
  const look = (event: PublicEventSummary): Look => (isOver(event, today) ? 'past' : event.registration.open ? 'open' : 'plan')
  const at = (land: Land) => editions.filter((event) => event.regions.includes(land))
  const edition = (event: PublicEventSummary) => (event.editionNo === null ? (event.venue?.city ?? vocabulary.eventStates[event.state]) : say.edition(event.editionNo))
  const looks: Record<Look, (words: string) => string> = { past: say.tilePast, open: say.tileOpen, plan: say.tilePlan }

  // A Land of several editions shows the one that can be joined, else the latest.
  const shown = (land: Land) => at(land).find((event) => look(event) === 'open') ?? at(land).at(-1)
  const tile = (land: Land): LandTile => {
    const event = shown(land)
    if (!event) return { look: 'none', says: null }
    return { look: look(event), value: event.editionNo === null ? '' : String(event.editionNo), says: at(land).map((one) => looks[look(one)](edition(one))).join('; ') }
  }
  const key: KeyEntry[] = [
    ...editions.slice(0, 6).map((event) => ({ look: look(event), value: event.editionNo === null ? '' : String(event.editionNo), word: keyWord(event, look(event), frame) })),
    { look: 'none' as const, word: say.keyNone },
  ]
  return (
    <div>
      <LandMap label={say.mapLabel} names={vocabulary.lands} tile={tile} />
      <MapKey label={say.keyLabel} entries={key} />
      <details className="map-t">
        <summary>{say.tableSummary}</summary>
        <table>
          <thead>
            <tr><th scope="col">{say.tableLand}</th><th scope="col">{say.tableEditions}</th></tr>
          </thead>
          <tbody>
            {editions.map((event) => (
              <tr key={event.id}>
                <th scope="row">{landWords(frame.language, event.regions)}</th>
                <td>{looks[look(event)](edition(event))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

function keyWord(event: PublicEventSummary, look: Look, frame: PageFrame): string {
  const { series: say } = words(frame.language)
  const state = { past: say.keyPast, open: say.keyOpen, plan: say.keyPlan }[look]
  const place = placeWord(frame.language, event)
  return place ? `${place}, ${state}` : state
}
