import { countNeeds } from './needs-count.js'

const person = (place: 'confirmed' | 'waiting', kinds: ('diet' | 'wheelchair')[] | null, given: Record<string, string[]> = {}) =>
  ({ place, need: kinds && { kinds, detail: 'Name: Ada' }, given: new Map(Object.entries(given)) })
const questions = [
  { key: 'essen', label: 'Essen?', kind: 'choice', special: false, options: ['Suppe', 'Salat'] }, { key: 'brief', label: 'Rundbrief', kind: 'consent', special: false, options: [] },
  { key: 'frage', label: 'Frage?', kind: 'text', special: true, options: [] },
] as const

test('people and choices are counted by whether they have a place; free answers are not, they would tell who wrote them', () => {
  const people = [
    person('confirmed', ['diet', 'wheelchair'], { essen: ['Suppe'], brief: ['yes'], frage: ['Ada will es wissen'] }), person('confirmed', null, { essen: ['Suppe'] }),
    person('waiting', ['diet'], { essen: ['Salat'] }), person('confirmed', [], {}),
  ]
  const counts = countNeeds(people, [{ kind: 'diet', bookBy: '2027-01-01' }], questions.map((one) => ({ ...one, options: [...one.options] })))
  expect(counts).toEqual({
    people: { confirmed: 2, waiting: 1 },
    needs: [{ kind: 'diet', bookBy: '2027-01-01', confirmed: 1, waiting: 1 }, { kind: 'wheelchair', bookBy: null, confirmed: 1, waiting: 0 }],
    questions: [
      { key: 'essen', label: 'Essen?', kind: 'choice', special: false, options: [{ option: 'Suppe', confirmed: 2, waiting: 0 }, { option: 'Salat', confirmed: 0, waiting: 1 }] },
      { key: 'brief', label: 'Rundbrief', kind: 'consent', special: false, options: [{ option: 'yes', confirmed: 1, waiting: 0 }] },
    ],
  })
  expect(JSON.stringify(counts)).not.toContain('Ada')
})
