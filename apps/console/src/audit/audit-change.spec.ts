import { changedFields } from './audit-change.js'

test('a change with before and after is told field by field, what stayed is left out', () => {
  expect(changedFields({ before: { title: 'Alt', capacity: 10 }, after: { title: 'Neu', capacity: 10, subtitle: null } })).toEqual([{ name: 'title', before: 'Alt', after: 'Neu' }])
})

test('states are texts, and a reason stands beside them', () => {
  expect(changedFields({ before: 'accepted/waiting', after: 'accepted/confirmed', reason: 'Nachfrage' })).toEqual([
    { name: '', before: 'accepted/waiting', after: 'accepted/confirmed' }, { name: 'reason', before: undefined, after: 'Nachfrage' },
  ])
})

test('a thing that came into being has no before', () => {
  expect(changedFields({ after: { name: 'Stiftung', lands: ['DE-RP'] } })).toEqual([{ name: 'name', before: undefined, after: 'Stiftung' }, { name: 'lands', before: undefined, after: '["DE-RP"]' }])
  expect(changedFields({ format: 'csv' })).toEqual([{ name: 'format', before: undefined, after: 'csv' }])
})
