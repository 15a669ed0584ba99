import {
  touchesCalendars, type Admission, type AgendaKind, type EventDetail, type EventMode, type EventPatchSent, type EventSent, type FormatView, type Land,
  type Visibility,
} from '@app/contracts'

/** A row of a list in the form; `key` only tells rows apart on screen and is never sent. */
export interface Keyed {
  readonly key: string
}
export interface DayRow extends Keyed { date: string; startsAt: string; endsAt: string }
export interface HostRow extends Keyed { organisationId: string; role: string }
export interface SpeakerRow extends Keyed { name: string; office: string }
export interface AgendaRow extends Keyed {
  kind: AgendaKind; title: string; description: string; date: string; startsAt: string; endsAt: string; room: string; speakers: SpeakerRow[]
}
export interface VenueFields { name: string; street: string; postcode: string; city: string; land: Land | '' }

/** The event as typed: everything that a text field holds is text, as people entered it. */
export interface EventForm {
  format: string
  seriesId: string
  title: string
  subtitle: string
  guidingQuestion: string
  description: string
  easyLanguage: string
  signVideoUrl: string
  mode: EventMode
  timeZone: string
  days: DayRow[]
  venue: VenueFields
  onlineUrl: string
  capacity: string
  waitingList: boolean
  visibility: Visibility
  admission: Admission
  regions: Land[]
  closesOn: string
  hosts: HostRow[]
  agenda: AgendaRow[]
}

let lastKey = 0
/** A key for a new row, unique in this page. */
export function rowKey(): string {
  lastKey += 1
  return `r${lastKey}`
}

export const newDay = (date = ''): DayRow => ({ key: rowKey(), date, startsAt: '', endsAt: '' })
export const newHost = (organisationId = '', role = 'veranstalter'): HostRow => ({ key: rowKey(), organisationId, role })
export const newSpeaker = (): SpeakerRow => ({ key: rowKey(), name: '', office: '' })
export const newAgendaRow = (date = ''): AgendaRow => ({
  key: rowKey(), kind: 'other', title: '', description: '', date, startsAt: '', endsAt: '', room: '', speakers: [],
})

/** The empty form of a new event. */
export function emptyForm(): EventForm {
  return {
    format: '', seriesId: '', title: '', subtitle: '', guidingQuestion: '', description: '', easyLanguage: '', signVideoUrl: '', mode: 'in_person', timeZone: 'Europe/Berlin',
    days: [newDay()], venue: { name: '', street: '', postcode: '', city: '', land: '' }, onlineUrl: '', capacity: '', waitingList: true,
    visibility: 'public', admission: 'open', regions: [], closesOn: '', hosts: [newHost()], agenda: [],
  }
}

/** Takes over the defaults of a format where people have not yet chosen something else than the defaults before. */
export function applyFormat(form: EventForm, before: FormatView | undefined, next: FormatView): EventForm {
  const old = defaultsOf(before)
  const fresh = defaultsOf(next)
  const keep = <K extends keyof typeof fresh>(name: K) => (form[name] === old[name] ? fresh[name] : (form[name] as (typeof fresh)[K]))
  return {
    ...form,
    format: next.key,
    capacity: keep('capacity'), waitingList: keep('waitingList'), visibility: keep('visibility'), admission: keep('admission'), mode: keep('mode'),
  }
}

function defaultsOf(format: FormatView | undefined): Pick<EventForm, 'capacity' | 'waitingList' | 'visibility' | 'admission' | 'mode'> {
  if (format === undefined) {
    const { capacity, waitingList, visibility, admission, mode } = emptyForm()
    return { capacity, waitingList, visibility, admission, mode }
  }
  const { capacity, waitingList, visibility, admission, mode } = format.defaults
  return { capacity: capacity === null ? '' : String(capacity), waitingList, visibility, admission, mode }
}

/** The form of an event that exists. */
export function formOf(event: EventDetail): EventForm {
  const text = (value: string | null) => value ?? ''
  return {
    format: event.format,
    seriesId: text(event.seriesId),
    title: event.title,
    subtitle: text(event.subtitle),
    guidingQuestion: text(event.guidingQuestion),
    description: text(event.description),
    easyLanguage: text(event.easyLanguage),
    signVideoUrl: text(event.signVideoUrl),
    mode: event.mode,
    timeZone: event.timeZone,
    days: event.days.map((day) => ({ key: rowKey(), date: day.date, startsAt: text(day.startsAt), endsAt: text(day.endsAt) })),
    venue: {
      name: text(event.venue?.name ?? null), street: text(event.venue?.street ?? null), postcode: text(event.venue?.postcode ?? null),
      city: event.venue?.city ?? '', land: event.venue?.land ?? '',
    },
    onlineUrl: text(event.onlineUrl),
    capacity: event.capacity === null ? '' : String(event.capacity),
    waitingList: event.waitingList,
    visibility: event.visibility,
    admission: event.admission,
    regions: [...event.regions],
    closesOn: text(event.closesOn),
    hosts: event.hosts.map(({ organisationId, role }) => ({ key: rowKey(), organisationId, role })),
    agenda: event.agenda.map((item) => ({
      key: rowKey(), kind: item.kind, title: item.title, description: text(item.description), date: text(item.date),
      startsAt: text(item.startsAt), endsAt: text(item.endsAt), room: text(item.room),
      speakers: item.speakers.map(({ name, office }) => ({ key: rowKey(), name, office: text(office) })),
    })),
  }
}

/** Drops rows in which nothing was typed. Done to the form itself before sending, so that the API's pointers count the same rows. */
export function withoutEmptyRows(form: EventForm): EventForm {
  return {
    ...form,
    days: form.days.filter((day) => day.date !== '' || day.startsAt !== '' || day.endsAt !== ''),
    hosts: form.hosts.filter((host) => host.organisationId !== ''),
    agenda: form.agenda
      .filter((item) => [item.title, item.description, item.startsAt, item.endsAt, item.room].some((text) => text.trim() !== '') || item.speakers.length > 0)
      .map((item) => ({ ...item, speakers: item.speakers.filter(({ name, office }) => name.trim() !== '' || office.trim() !== '') })),
  }
}

/** The rows that an empty list starts with, so that a refused form does not lose its first fields. */
export function withFirstRows(form: EventForm): EventForm {
  return { ...form, days: form.days.length === 0 ? [newDay()] : form.days, hosts: form.hosts.length === 0 ? [newHost()] : form.hosts }
}

type Facts = Required<Omit<EventPatchSent, 'expectedTold'>>
/** The facts of an event by their name in the contract; the form calls them the same. */
export type FactName = keyof Facts

/** The facts of the form in the words of the contract. What does not belong to the mode (place, link) is sent as null. */
export function factsOf(form: EventForm): Facts {
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  const { venue } = form
  const hasVenue = form.mode !== 'online' && Object.values(venue).some((text) => text.trim() !== '')
  return {
    title: form.title,
    subtitle: orNull(form.subtitle),
    guidingQuestion: orNull(form.guidingQuestion),
    description: orNull(form.description),
    easyLanguage: orNull(form.easyLanguage),
    signVideoUrl: orNull(form.signVideoUrl.trim()),
    mode: form.mode,
    timeZone: form.timeZone.trim(),
    days: form.days.map((day) => ({ date: day.date, startsAt: orNull(day.startsAt), endsAt: orNull(day.endsAt) })),
    venue: hasVenue
      ? { name: orNull(venue.name), street: orNull(venue.street), postcode: orNull(venue.postcode.trim()), city: venue.city, land: venue.land === '' ? null : venue.land }
      : null,
    onlineUrl: form.mode === 'in_person' ? null : orNull(form.onlineUrl.trim()),
    capacity: capacityOf(form.capacity),
    waitingList: form.waitingList,
    visibility: form.visibility,
    admission: form.admission,
    regions: [...form.regions],
    closesOn: orNull(form.closesOn),
    hosts: form.hosts.map(({ organisationId, role }) => ({ organisationId, role })),
    agenda: form.agenda.map((item) => ({
      kind: item.kind, title: item.title, description: orNull(item.description), date: orNull(item.date), startsAt: orNull(item.startsAt),
      endsAt: orNull(item.endsAt), room: orNull(item.room), speakers: item.speakers.map(({ name, office }) => ({ name, office: orNull(office) })),
    })),
  }
}

/** Body of `POST /api/v1/events`. */
export function inputOf(form: EventForm): EventSent {
  return { format: form.format, seriesId: form.seriesId === '' ? null : form.seriesId, ...factsOf(form) }
}

/** Body of `PATCH /api/v1/events/{id}`: only what differs from the event as it was opened, so that two people do not overwrite each other. */
export function patchOf(opened: EventForm, form: EventForm): EventPatchSent {
  const before = factsOf(opened)
  const after = factsOf(form)
  const changed = (Object.keys(after) as (keyof Facts)[]).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  return Object.fromEntries(changed.map((name) => [name, after[name]]))
}

/** Whether what was changed stands in people's calendars, so that they would be told. */
export function isForCalendars(opened: EventForm, form: EventForm): boolean {
  return touchesCalendars(factsOf(opened), factsOf(form))
}

/** Empty means no limit; text that is no number goes to the API as it is, so that its message appears at the field. */
function capacityOf(text: string): number | null {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d+$/.test(typed) ? Number(typed) : (typed as unknown as number)
}
