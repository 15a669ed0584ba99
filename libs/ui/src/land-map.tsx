import type { Land } from '@app/contracts'

/** What a tile shows. Numbers 1 … 5 are the steps of a value, darker (in dark mode lighter) is more. */
export type TileLook = 'past' | 'open' | 'plan' | 'none' | 1 | 2 | 3 | 4 | 5

export interface LandTile {
  look: TileLook
  /** Short figure in the tile, for example the number of the edition. */
  value?: string
  /** What the tile says to somebody who cannot see it, without the name of the Land: "2. Ausgabe, Anmeldung läuft". Null: there is nothing to say of it. */
  says: string | null
}

/** Rows of the grid from north to south: the reading order of the list. */
const ORDER: readonly Land[] = [
  'DE-SH', 'DE-HB', 'DE-HH', 'DE-MV', 'DE-NW', 'DE-NI', 'DE-ST', 'DE-BB', 'DE-BE', 'DE-RP', 'DE-HE', 'DE-TH', 'DE-SN', 'DE-SL', 'DE-BW', 'DE-BY',
]

const SPOTS: Record<Land, string> = {
  'DE-SH': 'sh', 'DE-HB': 'hb', 'DE-HH': 'hh', 'DE-MV': 'mv', 'DE-NW': 'nw_', 'DE-NI': 'ni', 'DE-ST': 'st_', 'DE-BB': 'bb', 'DE-BE': 'be',
  'DE-RP': 'rp', 'DE-HE': 'he', 'DE-TH': 'th', 'DE-SN': 'sn', 'DE-SL': 'sl', 'DE-BW': 'bw', 'DE-BY': 'by',
}

const LOOKS: Record<TileLook, string> = { past: 'is-past', open: 'is-open', plan: 'is-plan', none: 'is-none', 1: 'v1', 2: 'v2', 3: 'v3', 4: 'v4', 5: 'v5' }

interface LandMapProps {
  label: string
  names: Record<Land, string>
  tile: (land: Land) => LandTile
  /** `small` without figures, beside a sentence that names the Länder; `dense` for the console. */
  size?: 'normal' | 'small' | 'dense'
}

const SIZES = { normal: 'tm', small: 'tm tm--s', dense: 'tm tm--d' }

/** The 16 Länder as tiles, a list in the order of the map; it reads out only those of which there is something to say. Where tiles carry figures, a table belongs beside it. */
export function LandMap({ label, names, tile, size = 'normal' }: LandMapProps) {
  return (
    <ul className={SIZES[size]} aria-label={label}>
      {ORDER.map((land) => {
        const { look, value, says } = tile(land)
        return (
          <li key={land} className={`${SPOTS[land]} ${LOOKS[look]}`} aria-hidden={says === null ? true : undefined}>
            <span aria-hidden="true">{land.slice(3)}</span>
            {size === 'small' ? null : <span className="v" aria-hidden="true">{value ?? ''}</span>}
            {says === null ? null : <span className="vh">{`${names[land]}: ${says}`}</span>}
          </li>
        )
      })}
    </ul>
  )
}

export interface KeyEntry {
  look: 'past' | 'open' | 'plan' | 'none'
  value?: string
  word: string
}

/** Legend at the mark: the same tile, then words. */
export function MapKey({ label, entries }: { label: string; entries: readonly KeyEntry[] }) {
  return (
    <ul className="key" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.word}>
          <span className={`k ${LOOKS[entry.look]}`} aria-hidden="true">{entry.value ?? ''}</span>
          <span>{entry.word}</span>
        </li>
      ))}
    </ul>
  )
}
