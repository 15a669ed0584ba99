import { useState } from 'react'
import { formatDay, formatTimeRange, listWords, sortLands, wordFor } from '@app/i18n'
import { Icon } from '@app/ui'
import { useLanguage, type Texts } from '../language.js'
import { Button } from '../parts/button.js'
import { useModal } from '../parts/modal.js'
import { useOrganisations } from '../queries.js'
import type { EventForm, FactName } from './form-state.js'

type Choice = 'mine' | 'theirs'

interface Props {
  names: readonly FactName[]
  mine: EventForm
  saved: EventForm
  onSettle: (theirs: ReadonlySet<FactName>) => void
  onClose: () => void
}

/** Shows both versions of each fact that two people have changed, and saves nothing before one of them is chosen. */
export function EventConflict({ names, mine, saved, onSettle, onClose }: Props) {
  const { t, language } = useLanguage()
  const dialog = useModal()
  const textOf = useFactText()
  const [chosen, setChosen] = useState<Partial<Record<FactName, Choice>>>({})
  const [refused, setRefused] = useState(false)
  const labels = labelsOf(t)
  const open = names.filter((name) => chosen[name] === undefined)
  return (
    <dialog ref={dialog} className="dlg dlg--w" aria-labelledby="cf-h" aria-describedby="cf-c" onClose={onClose}>
      <form
        method="dialog" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (open.length > 0) setRefused(true)
          else onSettle(new Set(names.filter((name) => chosen[name] === 'theirs')))
        }}
      >
        <h2 id="cf-h">{t.conflict.title(listWords(language, names.map((name) => t.list.quoted(labels[name]))))}</h2>
        <p className="dlg-text" id="cf-c">{t.conflict.text}</p>
        {names.map((name) => (
          <fieldset key={name} className="cf">
            <legend>{labels[name]}</legend>
            {(['theirs', 'mine'] as const).map((choice) => (
              <label key={choice}>
                <input type="radio" name={`cf-${name}`} checked={chosen[name] === choice} onChange={() => setChosen((before) => ({ ...before, [name]: choice }))} />
                <b>{t.conflict[choice]}</b> <span className="cf-v">{textOf(name, choice === 'mine' ? mine : saved)}</span>
              </label>
            ))}
          </fieldset>
        ))}
        {refused && open.length > 0 ? <p className="fd-err" role="alert"><Icon name="alert" /> {t.conflict.choose(listWords(language, open.map((name) => t.list.quoted(labels[name]))))}</p> : null}
        <div className="dlg-acts">
          <Button type="submit" rank="primary">{t.conflict.go}</Button>
          <Button onClick={onClose}>{t.leave.stay}</Button>
        </div>
      </form>
    </dialog>
  )
}

function labelsOf({ eventForm: f }: Texts): Record<FactName, string> {
  return {
    title: f.title, subtitle: f.subtitle, guidingQuestion: f.question, description: f.description, easyLanguage: f.easyLanguage, signVideoUrl: f.signVideoUrl, mode: f.mode, timeZone: f.timeZone, days: f.whenTitle,
    venue: f.venue, onlineUrl: f.link, capacity: f.capacity, waitingList: f.waitingList, visibility: f.visibility, admission: f.admission, regions: f.regions,
    closesOn: f.closesOn, hosts: f.hostsTitle, agenda: f.agendaTitle,
  }
}

/** A fact as people read it, one line per row. */
function useFactText(): (name: FactName, form: EventForm) => string {
  const { t, v, language } = useLanguage()
  const { data: organisations } = useOrganisations()
  const join = (parts: readonly (string | null | undefined)[], by = ', ') => parts.filter((part) => part !== null && part !== undefined && part.trim() !== '').join(by)
  const date = (day: string) => (day === '' ? '' : formatDay(language, day))
  const orNull = (text: string) => (text === '' ? null : text)
  const written = (name: FactName, form: EventForm): string => {
    switch (name) {
      case 'mode': return v.eventModes[form.mode]
      case 'visibility': return v.visibilities[form.visibility]
      case 'admission': return v.admissions[form.admission]
      case 'waitingList': return form.waitingList ? t.conflict.yes : t.conflict.no
      case 'capacity': return form.capacity.trim() === '' ? t.stand.noLimit : form.capacity
      case 'closesOn': return date(form.closesOn)
      case 'regions': return sortLands(language, form.regions).map((land) => v.lands[land]).join(', ')
      case 'days': return join(form.days.map((day) => join([date(day.date), formatTimeRange(language, orNull(day.startsAt), orNull(day.endsAt))])), '\n')
      case 'venue': return join([form.venue.name, form.venue.street, join([form.venue.postcode, form.venue.city], ' '), form.venue.land === '' ? '' : v.lands[form.venue.land]])
      case 'hosts': return join(form.hosts.map(({ organisationId, role }) => `${wordFor(v.organisationRoles, role)}: ${organisations?.find(({ id }) => id === organisationId)?.name ?? '…'}`), '\n')
      case 'agenda': return join(form.agenda.map((item) => join([item.startsAt, item.title, item.room, ...item.speakers.map((speaker) => speaker.name)])), '\n')
      default: return form[name]
    }
  }
  return (name, form) => written(name, form) || t.conflict.empty
}
