import type { EventRow } from '@app/contracts'
import { de } from '../texts/de.js'
import { en } from '../texts/en.js'
import { dateOf, editionOf, groupEvents, hiddenSentence, placeOf, placesSentence, stateSentence } from './event-words.js'

const row = (facts: Partial<EventRow>) => ({
  id: 'e', state: 'inviting', visible: true, hiddenBecause: [], datePrecision: 'day', dateHint: null, firstDay: '2027-01-14', lastDay: '2027-01-15', city: 'Lübeck',
  mode: 'in_person', capacity: 200, taken: 124, waiting: 5, ...facts,
}) as EventRow

describe('words of an event', () => {
  it('say places in a sentence', () => {
    expect(placesSentence(row({}), de)).toBe('124 von 200 vergeben, 5\u00a0warten')
    expect(placesSentence(row({ capacity: null, taken: 0, waiting: 0 }), de)).toBe('noch niemand angemeldet')
  })

  it('say why an event is not visible, and do not fail on a reason they do not know', () => {
    expect(hiddenSentence(row({ visible: false, hiddenBecause: ['draft', 'no_date'] }), 'de', de)).toBe('nicht sichtbar, weil sie noch nicht veröffentlicht ist und der Termin fehlt')
    expect(hiddenSentence(row({ visible: false, hiddenBecause: ['toString'] }), 'de', de)).toBe('nicht sichtbar, weil noch etwas fehlt')
    expect(hiddenSentence(row({}), 'de', de)).toBeNull()
  })

  it('name the format in the language of the console, and one of a body’s own as it is called', () => {
    const event = { format: 'konferenz', formatName: 'Konferenz', editionNo: 2 }
    expect(editionOf(event, de)).toBe('Konferenz, 2. Ausgabe')
    expect(editionOf(event, en)).toBe('Conference, edition 2')
    expect(editionOf({ ...event, format: 'stadtgespraech', formatName: 'Stadtgespräch' }, en)).toBe('Stadtgespräch, edition 2')
  })

  it('say when and where, also when it is not known', () => {
    expect(dateOf(row({}), 'de', de)).toBe('14.–15. Januar 2027')
    expect(dateOf(row({ firstDay: null, lastDay: null, datePrecision: 'year', dateHint: '2012' }), 'de', de)).toBe('2012')
    expect(dateOf(row({ firstDay: null, lastDay: null, datePrecision: 'unknown' }), 'de', de)).toBe('Termin steht noch nicht fest')
    expect(placeOf(row({ mode: 'hybrid' }), 'de')).toBe('Lübeck und online')
  })

  it('say until when registration runs', () => {
    expect(stateSentence({ state: 'inviting', closesOn: '2026-12-18' }, 'de', de)).toBe('Anmeldung läuft bis 18. Dezember')
    expect(stateSentence({ state: 'inviting', closesOn: null }, 'de', de)).toBe('Anmeldung läuft')
  })
})

describe('groupEvents', () => {
  it('puts the nearest first, then what has no day, apart the drafts that are too late and what is off, then what was, the latest first', () => {
    const groups = groupEvents([
      row({ id: 'later', firstDay: '2027-03-01', lastDay: '2027-03-01' }), row({ id: 'today', firstDay: '2026-11-24', lastDay: '2026-11-25' }),
      row({ id: 'idea', state: 'idea', firstDay: null, lastDay: null }), row({ id: '2011', state: 'done', firstDay: '2011-03-24', lastDay: '2011-03-24' }),
      row({ id: 'undated past', state: 'done', firstDay: null, lastDay: null, dateHint: '2012' }), row({ id: 'off', state: 'cancelled' }), row({ id: 'off and over', state: 'cancelled', firstDay: '2020-05-01', lastDay: '2020-05-01' }),
      row({ id: 'old draft', state: 'planned', firstDay: '2026-11-20', lastDay: '2026-11-20' }), row({ id: 'draft', state: 'planned', firstDay: '2026-12-20', lastDay: '2026-12-20' }),
      row({ id: 'off without a day', state: 'cancelled', firstDay: null, lastDay: null }),
    ], '2026-11-25')
    expect(groups.next.map(({ id }) => id)).toEqual(['today', 'draft', 'later'])
    expect(groups.undated.map(({ id }) => id)).toEqual(['idea'])
    expect(groups.drafts.map(({ id }) => id)).toEqual(['old draft'])
    expect(groups.cancelled.map(({ id }) => id)).toEqual(['off without a day', 'off'])
    expect(groups.past.map(({ id }) => id)).toEqual(['off and over', 'undated past', '2011'])
  })
})
