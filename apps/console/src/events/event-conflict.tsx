import { formatDay, formatTimeRange, sortLands, wordFor } from '@app/i18n'
import { useLanguage, type Texts } from '../language.js'
import { ConflictDialog } from '../parts/conflict-dialog.js'
import { useOrganisations } from '../queries.js'
import type { EventForm, FactName } from './form-state.js'

interface Props {
  names: readonly FactName[]
  mine: EventForm
  saved: EventForm
  onSettle: (theirs: ReadonlySet<FactName>) => void
  onClose: () => void
}

/** Both versions of the facts of an event that two people have changed. */
export function EventConflict({ names, mine, saved, onSettle, onClose }: Props) {
  const { t } = useLanguage()
  const textOf = useFactText()
  const labels = labelsOf(t)
  return <ConflictDialog names={names} labelOf={(name) => labels[name]} textOf={(name, choice) => textOf(name, choice === 'mine' ? mine : saved)} onSettle={onSettle} onClose={onClose} />
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
