import { LANDS } from '@app/contracts'
import { sortLands } from '@app/i18n'
import { useLanguage } from '../language.js'
import { SelectField, TextField } from '../parts/field.js'
import type { VenueFields as Venue } from './form-state.js'

/** Where people meet. Only the city is needed; an empty place is sent as none. */
export function VenueFields({ venue, onChange }: { venue: Venue; onChange: (change: Partial<Venue>) => void }) {
  const { t, v, language } = useLanguage()
  const f = t.eventForm
  return (
    <fieldset className="fd" id="f-venue">
      <legend className="vh">{f.venue}</legend>
      <TextField path="venue/name" label={f.venueName} optional value={venue.name} onChange={(name) => onChange({ name })} />
      <TextField path="venue/street" label={f.street} optional value={venue.street} onChange={(street) => onChange({ street })} />
      <div className="rw">
        <TextField path="venue/postcode" label={f.postcode} width="w-s" inputMode="numeric" value={venue.postcode} onChange={(postcode) => onChange({ postcode })} />
        <TextField path="venue/city" label={f.city} width="w-l" value={venue.city} onChange={(city) => onChange({ city })} />
        <SelectField path="venue/land" label={f.land} width="w-l" value={venue.land} empty={f.noLand} options={sortLands(language, LANDS).map((land) => [land, v.lands[land]] as const)} onChange={(land) => onChange({ land })} />
      </div>
    </fieldset>
  )
}
