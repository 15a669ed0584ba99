import type * as german from '../de/needs.js'

const withPlace = (count: number) => (count === 0 ? 'Nobody with a place needs' : count === 1 ? '1 person with a place needs' : `${count} people with a place need`)

export const needs: typeof german.needs = {
  facts: 'Counted are people with a place and people who wait for one.',
  countTitle: 'How often needed', kind: 'Support', option: 'Answer', bookBy: 'book by', confirmed: 'with a place', waiting: 'waiting', confirmedShort: 'with a place', waitingShort: 'waiting',
  bar: 'as a bar',
  overdue: (day) => `overdue since ${day}`,
  nobody: 'Nobody has stated anything yet.',
  people: (confirmed, waiting) => `${withPlace(confirmed)} something${waiting === 0 ? '.' : `, ${confirmed === 0 ? 'but' : 'and'} ${waiting === 1 ? '1 person who waits' : `${waiting} people who wait`}.`}`,
  countedOnly: 'counted without names', ticked: 'yes',
  emptyTitle: 'Nothing to count here yet', emptyText: 'Offer support under “Questions”, or ask a question with a choice. What people tick then stands here as a number.',
  emptyOther: 'This event offers no support and asks no question with a choice.', toQuestions: 'To the questions',
  namesTitle: 'Who needs what', need: 'Details', reach: 'Contact', noReach: 'not stated', comes: 'takes part', waits: 'waits for a place',
  locked: (role) => `Names are visible to the role “${role}” only.`,
  csv: (count) => (count === 1 ? 'This person as CSV' : `These ${count} as CSV`),
  nobodyTitle: 'Nobody needs anything yet', nobodyText: 'Whoever ticks something in the registration, or answers a question of a special category, stands here by name.',
  toSupport: 'See the support',
}
