import type { EventDetail } from '@app/contracts'
import { conflictsOf, settled } from './conflicts.js'
import { formOf, patchOf } from './form-state.js'

const event = {
  format: 'konferenz', seriesId: null, title: 'Teilhabe vor Ort', subtitle: null, guidingQuestion: null, description: null, mode: 'in_person', timeZone: 'Europe/Berlin',
  days: [{ date: '2027-01-14', startsAt: '09:00', endsAt: null }], venue: null, onlineUrl: null, capacity: 20, waitingList: true, visibility: 'public', admission: 'open',
  regions: [], closesOn: null, hosts: [], agenda: [],
} as unknown as EventDetail
const opened = formOf(event)

describe('conflictsOf', () => {
  it('names what two people changed to different things', () => {
    expect(conflictsOf(opened, { ...opened, title: 'Meine', capacity: '30' }, formOf({ ...event, title: 'Deine' }))).toEqual(['title'])
  })

  it('names nothing that only one of them changed, or both in the same way', () => {
    expect(conflictsOf(opened, { ...opened, capacity: '30' }, formOf({ ...event, title: 'Deine', capacity: 30 }))).toEqual([])
  })

  it('compares rows by what they say, not by their keys', () => {
    expect(conflictsOf(opened, { ...opened, days: [{ key: 'x', date: '2027-01-15', startsAt: '09:00', endsAt: '' }] }, formOf(event))).toEqual([])
    expect(conflictsOf(opened, { ...opened, days: [] }, formOf({ ...event, days: [] }))).toEqual([])
  })
})

describe('settled', () => {
  const saved = formOf({ ...event, title: 'Deine', subtitle: 'neu', capacity: 40 })
  const form = { ...opened, title: 'Meine', capacity: '30', description: 'Text' }

  it('keeps the facts of the other person where they were chosen, and all that only one of them changed', () => {
    const next = settled(opened, form, saved, new Set(['title'] as const))
    expect(next).toMatchObject({ title: 'Deine', subtitle: 'neu', capacity: '30', description: 'Text' })
    expect(patchOf(saved, next)).toEqual({ capacity: 30, description: 'Text' })
  })

  it('leaves nothing to send when the saved version was chosen for everything', () => {
    expect(patchOf(saved, settled(opened, form, saved, new Set(['title', 'capacity', 'description'] as const)))).toEqual({})
  })
})
