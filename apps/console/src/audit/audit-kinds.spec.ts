import { words } from '@app/i18n'
import { AUDIT_KINDS } from './audit-kinds.js'

test('the log can be narrowed to every kind of action that it has words for', () => {
  const kinds = new Set(Object.keys(words('de').audit.actions).map((action) => action.split('.')[0]))
  expect([...AUDIT_KINDS].sort()).toEqual([...kinds].sort())
})
