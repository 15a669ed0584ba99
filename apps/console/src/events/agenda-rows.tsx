import { AGENDA_KINDS } from '@app/contracts'
import { formatDay } from '@app/i18n'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { SelectField, TextArea, TextField } from '../parts/field.js'
import { moveRow, removeRow, replaceRow, RowTools } from '../parts/row-tools.js'
import { newAgendaRow, newSpeaker, type AgendaRow, type SpeakerRow } from './form-state.js'

/** The agenda item by item; a new one starts where the one before ends. */
export function AgendaRows({ items, days, onChange }: { items: readonly AgendaRow[]; days: readonly string[]; onChange: (items: AgendaRow[]) => void }) {
  const { t } = useLanguage()
  const add = () => {
    const last = items.at(-1)
    onChange([...items, { ...newAgendaRow(last?.date ?? days[0] ?? ''), startsAt: last?.endsAt ?? '' }])
  }
  return (
    <div className="fd" id="f-agenda">
      <div className="agf">
        {items.map((item, index) => (
          <fieldset key={item.key} aria-label={t.eventForm.item(index + 1)} data-row={t.eventForm.item(index + 1)}>
            <Item
              item={item} index={index} days={days}
              onChange={(change) => onChange(replaceRow(items, item.key, change))}
              onUp={index === 0 ? undefined : () => onChange(moveRow(items, index, -1))}
              onDown={index === items.length - 1 ? undefined : () => onChange(moveRow(items, index, 1))}
              onRemove={() => onChange(removeRow(items, item.key))}
            />
          </fieldset>
        ))}
      </div>
      <Button small icon="plus" onClick={add}>{t.eventForm.addItem}</Button>
    </div>
  )
}

interface ItemProps {
  item: AgendaRow
  index: number
  days: readonly string[]
  onChange: (change: Partial<AgendaRow>) => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: () => void
}

function Item({ item, index, days, onChange, onUp, onDown, onRemove }: ItemProps) {
  const { t, v, language } = useLanguage()
  const f = t.eventForm
  const path = `agenda/${index}`
  const dayOptions = [...new Set([...days, ...(item.date === '' ? [] : [item.date])])].map((day) => [day, formatDay(language, day)] as const)
  return (
    <>
      <div className="rw">
        <TextField path={`${path}/startsAt`} label={f.startsAt} width="w-s" type="time" value={item.startsAt} onChange={(startsAt) => onChange({ startsAt })} />
        <TextField path={`${path}/endsAt`} label={f.endsAt} width="w-s" type="time" value={item.endsAt} onChange={(endsAt) => onChange({ endsAt })} />
        <SelectField path={`${path}/kind`} label={f.kind} width="w-m" value={item.kind} options={AGENDA_KINDS.map((kind) => [kind, v.agendaKinds[kind]] as const)} onChange={(kind) => onChange({ kind: kind === '' ? 'other' : kind })} />
        {dayOptions.length < 2 ? null : <SelectField path={`${path}/date`} label={f.date} width="w-m" value={item.date} empty={f.anyDay} options={dayOptions} onChange={(date) => onChange({ date })} />}
        <RowTools name={item.title === '' ? f.item(index + 1) : item.title} words={f.row} onUp={onUp} onDown={onDown} onRemove={onRemove} />
      </div>
      <div className="rw">
        <TextField path={`${path}/title`} label={f.itemTitle} value={item.title} onChange={(title) => onChange({ title })} />
        <TextField path={`${path}/room`} label={f.room} width="w-m" optional value={item.room} onChange={(room) => onChange({ room })} />
      </div>
      <Speakers path={path} speakers={item.speakers} onChange={(speakers) => onChange({ speakers })} />
      <details open={item.description !== '' || undefined}>
        <summary>{f.itemDescription}</summary>
        <TextArea path={`${path}/description`} label={f.itemDescription} rows={2} optional value={item.description} onChange={(description) => onChange({ description })} />
      </details>
    </>
  )
}

function Speakers({ path, speakers, onChange }: { path: string; speakers: readonly SpeakerRow[]; onChange: (speakers: SpeakerRow[]) => void }) {
  const { t } = useLanguage()
  const f = t.eventForm
  return (
    <>
      {speakers.map((speaker, index) => {
        const set = (change: Partial<SpeakerRow>) => onChange(replaceRow(speakers, speaker.key, change))
        return (
          <div key={speaker.key} className="rw">
            <TextField path={`${path}/speakers/${index}/name`} label={f.speaker} width="w-l" value={speaker.name} onChange={(name) => set({ name })} />
            <TextField path={`${path}/speakers/${index}/office`} label={f.office} optional value={speaker.office} onChange={(office) => set({ office })} />
            <RowTools name={speaker.name === '' ? f.speaker : speaker.name} words={f.row} onRemove={() => onChange(removeRow(speakers, speaker.key))} />
          </div>
        )
      })}
      <p><Button rank="tertiary" small icon="plus" onClick={() => onChange([...speakers, newSpeaker()])}>{f.addSpeaker}</Button></p>
    </>
  )
}
