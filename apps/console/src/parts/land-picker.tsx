import { LANDS, type Land } from '@app/contracts'
import { sortLands } from '@app/i18n'
import { LandMap } from '@app/ui'
import { useLanguage } from '../language.js'
import { fieldId } from './form-errors.js'

/** Place of each Land on the 5 × 5 grid of the tile map. */
const TILE: Record<Land, string> = {
  'DE-SH': 'sh', 'DE-HB': 'hb', 'DE-HH': 'hh', 'DE-MV': 'mv', 'DE-NW': 'nw_', 'DE-NI': 'ni', 'DE-ST': 'st_', 'DE-BB': 'bb', 'DE-BE': 'be', 'DE-RP': 'rp',
  'DE-HE': 'he', 'DE-TH': 'th', 'DE-SN': 'sn', 'DE-SL': 'sl', 'DE-BW': 'bw', 'DE-BY': 'by',
}

const codeOf = (land: Land) => land.slice(3)

/** The Länder as a map of checkboxes; each tile carries its code, the full name is read out and listed below. */
export function LandPicker({ path, legend, hint, value, onChange }: { path: string; legend: string; hint?: string; value: readonly Land[]; onChange: (lands: Land[]) => void }) {
  const { t, v, language } = useLanguage()
  const toggle = (land: Land) => onChange(LANDS.filter((key) => (key === land ? !value.includes(key) : value.includes(key))))
  const names = sortLands(language, value).map((land) => v.lands[land])
  return (
    <fieldset id={fieldId(path)} className="fd" data-row={legend}>
      <legend>{legend}</legend>
      {hint === undefined ? null : <p className="fd-hint">{hint}</p>}
      <div className="lp">
        <ul className="tm tm--s tm--pick">
          {sortLands(language, LANDS).map((land) => (
            <li key={land} className={`${TILE[land]}${value.includes(land) ? ' is-open' : ' is-none'}`} title={v.lands[land]}>
              <label>
                <input type="checkbox" checked={value.includes(land)} onChange={() => toggle(land)} />
                <span aria-hidden="true">{codeOf(land)}</span><span className="vh">{v.lands[land]}</span>
              </label>
            </li>
          ))}
        </ul>
        <p className="lp-w" aria-live="polite">{names.length === 0 ? t.form.noLand : names.join(', ')}</p>
      </div>
    </fieldset>
  )
}

/** The Länder of an event to look at. */
export function RegionMap({ value }: { value: readonly Land[] }) {
  const { t, v } = useLanguage()
  return (
    <LandMap
      label={t.event.regions} names={v.lands} size="small"
      tile={(land) => (value.includes(land) ? { look: 'open', says: t.event.regionIn } : { look: 'none', says: t.event.regionOut })}
    />
  )
}
