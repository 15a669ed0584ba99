import type { EventDetail } from '@app/contracts'
import { daysBetween, stepsOf } from './steps.js'

const draft = {
  state: 'planned', visible: false, hiddenBecause: ['draft', 'no_host_text'], firstDay: '2027-01-14', mode: 'in_person', onlineUrl: null, venue: { city: 'Lübeck' }, closesOn: '2026-12-18',
  hosts: [{ organisationId: 'o', role: 'veranstalter', name: 'Stadt' }], agenda: [],
} as unknown as EventDetail

const looks = (event: EventDetail) => stepsOf(event, '2026-11-25').map(({ key, look }) => `${key} ${look}`)

describe('stepsOf', () => {
  it('puts today before the one next step of a draft', () => {
    expect(looks(draft)).toEqual([
      'created done', 'date done', 'place done', 'today now', 'host next', 'agenda later', 'publish later', 'close later', 'event later',
    ])
  })

  it('counts weeks before the first day', () => {
    const steps = stepsOf(draft, '2026-11-25')
    expect(steps.find(({ key }) => key === 'close')).toMatchObject({ day: '2026-12-18', weeksBefore: 4 })
    expect(steps.find(({ key }) => key === 'event')).toMatchObject({ weeksBefore: 0 })
  })

  it('no longer asks for an agenda once the event is published', () => {
    expect(looks({ ...draft, state: 'inviting', visible: true, hiddenBecause: [] })).toEqual([
      'created done', 'date done', 'place done', 'host done', 'publish done', 'today now', 'close next', 'event later',
    ])
  })

  it('asks for no place online, and for a date that is still to come', () => {
    expect(looks({ ...draft, mode: 'online', hiddenBecause: ['draft', 'date_past'] }).slice(0, 4)).toEqual(['created done', 'today now', 'date next', 'access later'])
  })

  it('asks for the link of an online event, also after it is published', () => {
    const online = { ...draft, mode: 'online' as const, onlineUrl: null }
    expect(looks(online)).toContain('access next')
    expect(looks({ ...online, state: 'inviting' as const, hiddenBecause: [] })).toEqual(['created done', 'date done', 'host done', 'publish done', 'today now', 'access next', 'close later', 'event later'])
    expect(looks({ ...online, onlineUrl: 'https://treffen.example/1' })).toContain('access done')
  })

  it('asks for nothing more once the event has taken place, even when its day was never recorded', () => {
    expect(looks({ ...draft, state: 'done', visible: true, hiddenBecause: [], firstDay: null })).toEqual([
      'created done', 'place done', 'host done', 'publish done', 'close done', 'event done',
    ])
  })

  it('ends with what was done when the event is cancelled', () => {
    expect(looks({ ...draft, state: 'cancelled' }).every((line) => line.endsWith('done'))).toBe(true)
  })
})

describe('daysBetween', () => {
  it('counts calendar days over the change of the clock', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2)
  })
})
