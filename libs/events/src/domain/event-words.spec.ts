import { eventSlugText, eventTitle, sortDay } from './event-words.js'

test('an edition without a title is called by its number and format', () => {
  expect(eventTitle({ title: null, editionNo: 3 }, 'Netzwerktreffen')).toBe('3. Netzwerktreffen')
  expect(eventTitle({ title: null, editionNo: null }, 'Konferenz')).toBe('Konferenz')
  expect(eventTitle({ title: 'Drittes Treffen', editionNo: 3 }, 'Netzwerktreffen')).toBe('Drittes Treffen')
})

test('the address names city and year where the title does not', () => {
  const facts = { title: 'Zukunftsdialog Mainz', editionNo: null, formatName: 'Zukunftsdialog', city: 'Mainz', year: '2027' }
  expect(eventSlugText(facts)).toBe('Zukunftsdialog Mainz 2027')
  expect(eventSlugText({ ...facts, title: null, editionNo: 3, city: 'Plauen', year: null })).toBe('3. Zukunftsdialog Plauen')
})

test('a long title leaves room for city and year', () => {
  const title = 'Werkstattgespräch kommunale Koordinationsaufgaben in der Integrationspolitik des Landes'
  const text = eventSlugText({ title, editionNo: null, formatName: 'Werkstattgespräch', city: 'Stuttgart', year: '2012' })
  expect(text).toBe('Werkstattgespräch kommunale Koordinationsaufgaben in der Stuttgart 2012')
})

test('events are put in order by their first day, or by the year or month that is known', () => {
  expect(sortDay([{ onDate: '2027-03-13' }, { onDate: '2027-03-12' }], null)).toBe('2027-03-12')
  expect([sortDay([], '2012'), sortDay([], '2012-05'), sortDay([], '2012-05-07'), sortDay([], null)]).toEqual(['2012-01-01', '2012-05-01', '2012-05-07', null])
})
