import { ANSWERS, EVENT_STATES, type EventState, PLACES, PLACE_CAUSES } from '@app/contracts'
import { MAIL_KIND_RULES } from '../domain/mail-kinds.js'
import { type Letter, type Standing, changed, confirmRequest, dateSet, eventCancelled, eventChanged, repeated } from './letter.js'

const at = (answer: Standing['participation']['answer'], place: Standing['participation']['place'] = 'none', state: EventState = 'inviting'): Standing =>
  ({ participation: { answer, place }, event: { state } })

/** Every pair that the database allows. */
const everywhere = ANSWERS.flatMap((answer) => PLACES.filter((place) => (place === 'none') !== (answer === 'accepted')).map((place) => at(answer, place)))
const dueAt = (letter: Letter) => everywhere.filter((now) => letter.withheld(now) === null).map(({ participation }) => `${participation.answer}/${participation.place}`)

describe('a letter', () => {
  it.each([
    ['confirmed', ['accepted/confirmed']],
    ['promoted', ['accepted/confirmed']],
    ['waiting', ['accepted/waiting']],
    ['requested', ['accepted/requested']],
    ['refused', ['accepted/refused']],
    ['withdrawn', ['withdrawn/none']],
  ] as const)('about "%s" is due only while this is how the person stands', (cause, standings) => {
    expect(dueAt(changed(cause)!)).toEqual(standings)
  })

  it('about a decline is none', () => expect(changed('declined')).toBeNull())

  it('asking for confirmation is due only before it', () => expect(dueAt(confirmRequest)).toEqual(['unconfirmed/none']))

  it('about a second registration is the first one again while that one is open', () => {
    expect(repeated(at('unconfirmed'))).toBe(confirmRequest)
    expect(repeated(at('accepted', 'waiting')).kind).toBe('already_registered')
  })

  it('about a change reaches people with a place, and only if the calendar has something to learn', () => {
    expect(dueAt(eventChanged)).toEqual(['accepted/confirmed'])
    expect(dueAt(dateSet)).toEqual(['accepted/confirmed'])
    expect(eventChanged.withheldWithoutEntry!(at('accepted', 'confirmed'))).toBe('nothing_new')
  })

  it('about a cancelled event reaches without a calendar entry only those who still hoped', () => {
    const hoping = everywhere.filter((now) => eventCancelled.withheldWithoutEntry!(now) === null)
    expect(hoping.map(({ participation }) => participation.place)).toEqual(['requested', 'waiting', 'offered', 'confirmed'])
    expect(eventCancelled.withheld(at('accepted', 'confirmed'))).toBe('event_not_cancelled')
    expect(eventCancelled.withheld(at('accepted', 'confirmed', 'cancelled'))).toBeNull()
  })

  it('is written about what lies ahead: neither for an event that is over nor, but for the one that says so, for one that is off', () => {
    const letters = [confirmRequest, repeated(at('accepted', 'confirmed')), eventChanged, dateSet, ...PLACE_CAUSES.flatMap((cause) => changed(cause) ?? [])]
    for (const letter of letters) {
      for (const now of everywhere) {
        const withheld = EVENT_STATES.map((state) => letter.withheld({ ...now, event: { state } }))
        expect(withheld[EVENT_STATES.indexOf('cancelled')]).not.toBeNull()
        expect(withheld[EVENT_STATES.indexOf('done')]).not.toBeNull()
        expect(withheld[EVENT_STATES.indexOf('accounted')]).not.toBeNull()
      }
    }
  })

  it('says the same to the calendar as its kind may carry', () => {
    const letters = [confirmRequest, repeated(at('accepted', 'confirmed')), eventChanged, dateSet, eventCancelled, ...PLACE_CAUSES.flatMap((cause) => changed(cause) ?? [])]
    for (const { kind, entry } of letters) {
      expect([kind, { tentative: 'REQUEST', confirmed: 'REQUEST', cancelled: 'CANCEL' }[entry!] ?? null]).toEqual([kind, MAIL_KIND_RULES[kind].method])
    }
  })
})
