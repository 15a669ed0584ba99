import { ADMISSIONS, EVENT_MODES, VISIBILITIES, type FormatView } from '@app/contracts'
import { useLanguage } from '../language.js'
import { CheckField, RadioField, SelectField, TextArea, TextField } from '../parts/field.js'
import { FormPart } from '../parts/form-shell.js'
import { LandPicker } from '../parts/land-picker.js'
import { HostRows } from '../organisations/host-rows.js'
import { useSeries } from '../queries.js'
import { AgendaRows } from './agenda-rows.js'
import { DayRows } from './day-rows.js'
import { applyFormat, type EventForm } from './form-state.js'
import { VenueFields } from './venue-fields.js'

interface Props {
  form: EventForm
  onChange: (change: Partial<EventForm>) => void
  /** Formats to choose from; without them (editing) format and series are fixed. */
  formats?: readonly FormatView[]
  /** People who would move up from the waiting list with the number of places typed. */
  movingUp?: number
}

/** All facts of an event on one page: title in the margin, fields on one axis. */
export function EventFormFields({ form, onChange, formats, movingUp = 0 }: Props) {
  const { t, v } = useLanguage()
  const f = t.eventForm
  const words = <K extends string>(keys: readonly K[], dictionary: Record<K, string>) => keys.map((key) => [key, dictionary[key]] as const)
  return (
    <>
      {formats === undefined ? null : <FormatPart form={form} onChange={onChange} formats={formats} />}
      <FormPart title={f.whatTitle}>
        <TextField path="title" label={f.title} value={form.title} onChange={(title) => onChange({ title })} required />
        <TextField path="subtitle" label={f.subtitle} optional value={form.subtitle} onChange={(subtitle) => onChange({ subtitle })} />
        {form.format === 'werkstattgespraech' || form.guidingQuestion !== ''
          ? <TextArea path="guidingQuestion" label={f.question} hint={f.questionHint} rows={2} optional value={form.guidingQuestion} onChange={(guidingQuestion) => onChange({ guidingQuestion })} />
          : null}
        <TextArea path="description" label={f.description} hint={f.descriptionHint} rows={5} optional value={form.description} onChange={(description) => onChange({ description })} />
      </FormPart>
      <FormPart title={f.whenTitle} hint={f.whenHint}>
        <DayRows days={form.days} onChange={(days) => onChange({ days })} />
        <TextField path="timeZone" label={f.timeZone} width="w-l" list="zones" value={form.timeZone} onChange={(timeZone) => onChange({ timeZone })} />
        <datalist id="zones">{ZONES.map((zone) => <option key={zone} value={zone}>{zone}</option>)}</datalist>
      </FormPart>
      <FormPart title={f.whereTitle}>
        <RadioField path="mode" legend={f.mode} value={form.mode} options={words(EVENT_MODES, v.eventModes)} onChange={(mode) => onChange({ mode })} />
        {form.mode === 'online' ? null : <VenueFields venue={form.venue} onChange={(venue) => onChange({ venue: { ...form.venue, ...venue } })} />}
        {form.mode === 'in_person' ? null : (
          <TextField path="onlineUrl" label={f.link} hint={f.linkHint} type="url" inputMode="url" value={form.onlineUrl} onChange={(onlineUrl) => onChange({ onlineUrl })} />
        )}
        <LandPicker path="regions" legend={f.regions} hint={f.regionsHint} value={form.regions} onChange={(regions) => onChange({ regions })} />
      </FormPart>
      <FormPart title={f.placesTitle}>
        <TextField path="capacity" label={f.capacity} hint={/^0+$/.test(form.capacity.trim()) ? f.capacityZero : movingUp > 0 ? t.tell.movesUp(movingUp) : f.capacityHint} width="w-s" inputMode="numeric" value={form.capacity} onChange={(capacity) => onChange({ capacity })} />
        <CheckField path="waitingList" label={f.waitingList} hint={f.waitingListHint} checked={form.waitingList} onChange={(waitingList) => onChange({ waitingList })} />
        <TextField path="closesOn" label={f.closesOn} hint={f.closesOnHint} width="w-m" type="date" optional value={form.closesOn} onChange={(closesOn) => onChange({ closesOn })} />
        <RadioField path="admission" legend={f.admission} value={form.admission} options={words(ADMISSIONS, v.admissions)} onChange={(admission) => onChange({ admission })} />
        <RadioField path="visibility" legend={f.visibility} value={form.visibility} options={words(VISIBILITIES, v.visibilities)} onChange={(visibility) => onChange({ visibility })} />
      </FormPart>
      <FormPart title={f.hostsTitle} hint={f.hostsHint}>
        <HostRows hosts={form.hosts} onChange={(hosts) => onChange({ hosts })} />
      </FormPart>
      <FormPart title={f.accessibleTitle} hint={f.accessibleHint}>
        <TextArea path="easyLanguage" label={f.easyLanguage} hint={f.easyLanguageHint} rows={8} optional value={form.easyLanguage} onChange={(easyLanguage) => onChange({ easyLanguage })} />
        <TextField path="signVideoUrl" label={f.signVideoUrl} hint={f.signVideoUrlHint} type="url" inputMode="url" optional value={form.signVideoUrl} onChange={(signVideoUrl) => onChange({ signVideoUrl })} />
      </FormPart>
      <FormPart title={f.agendaTitle} hint={f.agendaHint}>
        <AgendaRows items={form.agenda} days={form.days.map(({ date }) => date).filter((date) => date !== '')} onChange={(agenda) => onChange({ agenda })} />
      </FormPart>
    </>
  )
}

const ZONES = ['Europe/Berlin', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone.startsWith('Europe/') && zone !== 'Europe/Berlin'), 'UTC']

function FormatPart({ form, onChange, formats }: Required<Omit<Props, 'movingUp'>>) {
  const { t, v } = useLanguage()
  const f = t.eventForm
  const { data: series } = useSeries()
  const chosen = formats.find(({ key }) => key === form.format)
  const factsOf = ({ defaults, asks }: FormatView) =>
    [defaults.capacity === null ? t.stand.noLimit : t.event.capacity(defaults.capacity), v.visibilities[defaults.visibility], v.eventModes[defaults.mode], defaults.waitingList ? t.event.withWaiting : t.event.withoutWaiting, ...(asks.questions.length === 0 ? [] : [t.questions.count(asks.questions.length)])].join(', ')
  return (
    <FormPart title={f.formatTitle} hint={f.formatHint}>
      <fieldset className="fd" id="f-format" data-row={f.format}>
        <legend>{f.format}</legend>
        <div className="fmt">
          {formats.map((format) => (
            <label key={format.key}>
              <input type="radio" name="format" value={format.key} checked={form.format === format.key} onChange={() => onChange(applyFormat(form, chosen, format))} />
              <b>{t.event.format(format.key, format.name)}</b> <small>{factsOf(format)}</small>
            </label>
          ))}
        </div>
      </fieldset>
      <SelectField path="seriesId" label={f.series} width="w-l" value={form.seriesId} empty={f.noSeries} options={(series ?? []).map(({ id, title }) => [id, title] as const)} onChange={(seriesId) => onChange({ seriesId })} />
    </FormPart>
  )
}
