import { GROUPS } from '@app/contracts'
import { words } from '@app/i18n'
import { groupOptions } from './group-options.js'

const { vocabulary } = words('de')

test('offers the groups that the event addresses, in its own words', () => {
  expect(groupOptions({ groups: [{ key: 'kommune', label: 'Städte und Gemeinden' }] }, vocabulary)).toEqual([['kommune', 'Städte und Gemeinden']])
})

test('offers every group where the event addresses none, because the public form does', () => {
  expect(groupOptions({ groups: [] }, vocabulary).map(([key]) => key).sort()).toEqual([...GROUPS].sort())
})
