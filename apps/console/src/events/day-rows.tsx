import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { TextField } from '../parts/field.js'
import { removeRow, replaceRow, RowTools } from '../parts/row-tools.js'
import { newDay, type DayRow } from './form-state.js'

/** One row per day with start and end in the zone of the event. */
export function DayRows({ days, onChange }: { days: readonly DayRow[]; onChange: (days: DayRow[]) => void }) {
  const { t } = useLanguage()
  const f = t.eventForm
  return (
    <div className="fd" id="f-days">
      {days.map((day, index) => {
        const name = days.length === 1 ? f.day : f.dayNumber(index + 1)
        const set = (change: Partial<DayRow>) => onChange(replaceRow(days, day.key, change))
        return (
          <fieldset key={day.key} className="rw" aria-label={name} data-row={days.length === 1 ? '' : name}>
            <TextField path={`days/${index}/date`} label={days.length === 1 ? f.date : name} width="w-m" type="date" value={day.date} onChange={(date) => set({ date })} />
            <TextField path={`days/${index}/startsAt`} label={f.startsAt} width="w-s" type="time" value={day.startsAt} onChange={(startsAt) => set({ startsAt })} />
            <TextField path={`days/${index}/endsAt`} label={f.endsAt} width="w-s" type="time" value={day.endsAt} onChange={(endsAt) => set({ endsAt })} />
            <RowTools name={name} words={f.row} onRemove={() => onChange(removeRow(days, day.key))} />
          </fieldset>
        )
      })}
      <Button small icon="plus" onClick={() => onChange([...days, { ...newDay(dayAfter(days.at(-1)?.date ?? '')), startsAt: days.at(-1)?.startsAt ?? '', endsAt: days.at(-1)?.endsAt ?? '' }])}>
        {days.length === 0 ? f.addFirstDay : f.addDay}
      </Button>
    </div>
  )
}

/** The next calendar day, or nothing when the day is not known. */
function dayAfter(day: string): string {
  const start = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(start) ? '' : new Date(start + 86_400_000).toISOString().slice(0, 10)
}
