import { type AnsweringHost, type PublishingFacts, type VisibilityFacts, hiddenBecause, isPublic, newErrors, obstacleErrors, publishObstacles, saveTheDateObstacles } from './publishing.js'

const now = new Date('2027-02-01T12:00:00Z')
const host = (organisationId: string, texts: AnsweringHost['texts']): AnsweringHost => ({ organisationId, name: `Stadt ${organisationId}`, texts })
const complete = { imprint: 'I', privacy: 'D' }
const ready: PublishingFacts = {
  mode: 'in_person', datePrecision: 'day', days: [{ onDate: '2027-03-12' }], ends: new Date('2027-03-12T23:00:00Z'), hasVenue: true,
  hosts: [{ organisationId: 'a', name: 'Stadt Ulm', texts: { imprint: 'Impressum', privacy: 'Datenschutz' } }],
}

test.each<[string, Partial<PublishingFacts>, string[]]>([
  ['nothing when all is there', {}, []],
  ['the day', { datePrecision: 'month', days: [] }, ['no_date']],
  ['a day to come', { ends: now }, ['date_past']],
  ['a host', { hosts: [] }, ['no_host']],
  ['the texts of the host', { hosts: [host('a', { imprint: 'Impressum', privacy: ' ' })] }, ['no_host_text']],
  ['the place', { hasVenue: false, mode: 'hybrid' }, ['no_place']],
  ['no place online', { hasVenue: false, mode: 'online' }, []],
  ['nothing when each of several hosts has both texts', { hosts: [host('a', complete), host('b', complete)] }, []],
  ['a text of the second of several hosts', { hosts: [host('a', complete), host('b', { imprint: null, privacy: 'D' })] }, ['no_host_text']],
  ['the texts of an organisation that hosts and is no host yet', { hosts: [host('a', complete), host('b', null)] }, ['no_host_text']],
])('publishing lacks %s', (_name, facts, obstacles) => {
  expect(publishObstacles({ ...ready, ...facts }, now)).toEqual(obstacles)
})

test('a save the date does without a place; a correction may come after the day', () => {
  expect(saveTheDateObstacles({ ...ready, hasVenue: false }, now)).toEqual([])
  expect(publishObstacles({ ...ready, ends: now }, null)).toEqual([])
})

test('each obstacle is an error of the field where it is removed', () => {
  expect(obstacleErrors(['no_date', 'no_place'], [], [])).toEqual([{ pointer: '/days', code: 'field.no_date' }, { pointer: '/venue', code: 'field.no_place' }])
})

test('each host that lacks a text is named with it, at its own place in the list of the caller', () => {
  const hosts = [host('a', complete), host('b', { imprint: null, privacy: 'D' }), host('c', { imprint: 'I', privacy: null }), host('d', null)]
  expect(obstacleErrors(['no_host_text'], hosts, ['b', 'x', 'a', 'c'])).toEqual([
    { pointer: '/hosts/0', code: 'field.no_host_imprint', params: { host: 'Stadt b' } },
    { pointer: '/hosts/3', code: 'field.no_host_privacy', params: { host: 'Stadt c' } },
    { pointer: '/hosts', code: 'field.no_host_text', params: { host: 'Stadt d' } },
  ])
})

test('what was lacking before a change is not held against it, another host that lacks the same is', () => {
  const errors = (...names: string[]) => names.map((name, row) => ({ pointer: `/hosts/${row}`, code: 'field.no_host_text', params: { host: name } }))
  expect(newErrors(errors('A'), errors('B', 'A'))).toEqual([errors('B')[0]])
  expect(newErrors(errors('A', 'B'), errors('B'))).toEqual([])
})

const shown: VisibilityFacts = { state: 'inviting', visibility: 'public', datePrecision: 'day', publishedAt: now, editionNo: 2, series: { publicAt: now } }

test.each<[string, Partial<VisibilityFacts>, string[]]>([
  ['a published event is seen', {}, []],
  ['an event of its own is seen', { series: null }, []],
  ['a draft is not', { state: 'planned', publishedAt: null }, ['draft']],
  ['a planned edition without a date is seen in its series', { state: 'planned', datePrecision: 'year', publishedAt: null }, []],
  ['what staff has just begun to enter has no number yet and is not', { state: 'planned', datePrecision: 'unknown', publishedAt: null, editionNo: null }, ['draft']],
  ['a draft without a date and without a series is not', { state: 'planned', datePrecision: 'unknown', series: null }, ['draft']],
  ['an event by invitation is not', { visibility: 'invited' }, ['invited_only']],
  ['nothing of a hidden series is', { series: { publicAt: null }, state: 'planned' }, ['draft', 'series_hidden']],
  ['a cancelled event is seen by those who had seen it', { state: 'cancelled' }, []],
  ['a draft that was cancelled is not', { state: 'cancelled', publishedAt: null }, ['cancelled']],
  ['the past is seen', { state: 'accounted', datePrecision: 'unknown' }, []],
])('%s', (_name, facts, reasons) => {
  expect(hiddenBecause({ ...shown, ...facts })).toEqual(reasons)
  expect(isPublic({ ...shown, ...facts })).toBe(reasons.length === 0)
})
