import { EventInput, EventPatch, type EventDetail, type FormatView } from '@app/contracts'
import { applyFormat, emptyForm, formOf, inputOf, isForCalendars, newAgendaRow, newDay, newSpeaker, patchOf, withoutEmptyRows } from './form-state.js'

const ORGANISATION = '0190a0b0-1111-7000-8000-000000000001'
const format = (key: string, defaults: Partial<FormatView['defaults']>): FormatView => ({
  key, name: key, version: 1,
  defaults: { capacity: 200, visibility: 'public', admission: 'open', waitingList: true, mode: 'in_person', ...defaults },
  asks: { questions: [], needs: [] },
})

const event = {
  id: '0190a0b0-2222-7000-8000-000000000001', format: 'zukunftsdialog', seriesId: null, title: 'Teilhabe vor Ort', subtitle: null, guidingQuestion: null,
  description: 'Text', mode: 'hybrid', timeZone: 'Europe/Berlin', days: [{ date: '2027-01-14', startsAt: '09:30', endsAt: null }],
  venue: { name: null, street: null, postcode: '23552', city: 'Lübeck', land: 'DE-SH' }, onlineUrl: 'https://treffen.example/a', capacity: 200,
  waitingList: true, visibility: 'public', admission: 'open', regions: ['DE-SH', 'DE-HH'], closesOn: '2026-12-18',
  hosts: [{ organisationId: ORGANISATION, role: 'veranstalter', name: 'Beauftragte' }],
  agenda: [{ id: 'a', kind: 'keynote', title: 'Auftakt', description: null, date: '2027-01-14', startsAt: '10:00', endsAt: '10:30', room: 'Saal', speakers: [{ name: 'Ewa Dąbrowska', office: null }] }],
} as unknown as EventDetail

describe('a new event', () => {
  it('is accepted by the contract with a title alone', () => {
    const form = withoutEmptyRows({ ...emptyForm(), format: 'konferenz', title: 'Konferenz' })
    expect(EventInput.parse(inputOf(form))).toMatchObject({ format: 'konferenz', seriesId: null, days: [], venue: null, hosts: [], agenda: [], capacity: null })
  })

  it('takes the defaults of the format and keeps what people typed', () => {
    const small = format('werkstattgespraech', { capacity: 25, visibility: 'invited' })
    const large = format('konferenz', { capacity: 300 })
    const first = applyFormat(emptyForm(), undefined, small)
    expect(first).toMatchObject({ format: 'werkstattgespraech', capacity: '25', visibility: 'invited' })
    expect(applyFormat(first, small, large)).toMatchObject({ format: 'konferenz', capacity: '300', visibility: 'public' })
    expect(applyFormat({ ...first, capacity: '40' }, small, large)).toMatchObject({ capacity: '40', visibility: 'public' })
  })

  it('sends no place for an online event and no link for one in person', () => {
    const typed = { ...emptyForm(), venue: { name: '', street: '', postcode: '', city: 'Mainz', land: '' as const }, onlineUrl: 'https://treffen.example' }
    expect(inputOf({ ...typed, mode: 'online' })).toMatchObject({ venue: null, onlineUrl: 'https://treffen.example' })
    expect(inputOf({ ...typed, mode: 'in_person' })).toMatchObject({ venue: { city: 'Mainz' }, onlineUrl: null })
  })

  it('never turns a mistyped number of places into "no limit"', () => {
    const result = EventInput.safeParse(inputOf({ ...withoutEmptyRows(emptyForm()), format: 'konferenz', title: 'T', capacity: '5O' }))
    expect(result.error?.issues.map(({ path }) => path.join('/'))).toEqual(['capacity'])
  })

  it('drops untouched rows and keeps half-filled ones for the API to judge', () => {
    const form = withoutEmptyRows({
      ...emptyForm(),
      days: [newDay(), { ...newDay(), startsAt: '09:00' }],
      agenda: [newAgendaRow('2027-01-14'), { ...newAgendaRow(), title: 'Auftakt', speakers: [newSpeaker(), { ...newSpeaker(), name: 'Kim' }] }],
    })
    expect(form.days).toHaveLength(1)
    expect(form.agenda).toHaveLength(1)
    expect(form.agenda[0]!.speakers.map(({ name }) => name)).toEqual(['Kim'])
  })
})

describe('an event that exists', () => {
  it('changes nothing when nothing was typed', () => {
    expect(patchOf(formOf(event), formOf(event))).toEqual({})
  })

  it('sends only what was changed, lists as a whole, and the contract accepts it', () => {
    const opened = formOf(event)
    const patch = patchOf(opened, { ...opened, capacity: '', days: [...opened.days, newDay('2027-01-15')] })
    expect(patch).toEqual({
      capacity: null,
      days: [{ date: '2027-01-14', startsAt: '09:30', endsAt: null }, { date: '2027-01-15', startsAt: null, endsAt: null }],
    })
    expect(EventPatch.parse(patch)).toEqual(patch)
  })

  it('tells a change of what stands in calendars from any other', () => {
    const opened = formOf(event)
    expect(isForCalendars(opened, { ...opened, description: 'Neu', easyLanguage: 'Leicht', signVideoUrl: 'https://video.example/a', capacity: '7' })).toBe(false)
    expect(isForCalendars(opened, { ...opened, venue: { ...opened.venue, city: 'Anderswo' } })).toBe(true)
  })

  it('holds every fact that the contract lets staff change', () => {
    const opened = formOf(event)
    const all = patchOf({ ...emptyForm(), title: 'anders', timeZone: 'UTC', waitingList: false, visibility: 'invited', admission: 'approval', mode: 'in_person', hosts: [] }, { ...opened, subtitle: 'u', guidingQuestion: 'q', easyLanguage: 'l', signVideoUrl: 'https://video.example/a' })
    expect(Object.keys(all).toSorted()).toEqual(Object.keys(EventPatch.omit({ expectedTold: true }).shape).toSorted())
  })
})
