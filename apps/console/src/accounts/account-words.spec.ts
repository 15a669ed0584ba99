import { type AccountView, type RoleView } from '@app/contracts'
import { words } from '@app/i18n'
import { de } from '../texts/de.js'
import { seenOf, stateOf, whereOf } from './account-words.js'

const account: AccountView = { id: 'a', name: 'Kim', email: 'kim@stadt.example', state: 'active', lastSeenAt: null, hasSecondFactor: false, hasOidc: false, roles: [], hasMore: false, invitation: null }
const role: RoleView = { id: 'r', role: 'reader', node: null, land: null, lastDay: null }
const state = (more: Partial<AccountView>) => stateOf({ ...account, ...more }, 'de', de).word

test('says where a role holds and how long', () => {
  const where = (more: Partial<RoleView>) => whereOf({ ...role, ...more }, 'de', de, words('de').vocabulary)
  expect(where({})).toBe('ganzes Programm')
  expect(where({ node: { id: 's', kind: 'series', title: 'Vor Ort' }, land: 'DE-HE', lastDay: '2027-12-31' })).toBe('Reihe „Vor Ort“, nur Hessen, bis 31.12.2027')
  expect(where({ node: { id: 'e', kind: 'event', title: 'Auftakt' } })).toBe('„Auftakt“')
})

test('says first what needs somebody', () => {
  expect(state({ roles: [role] })).toBe('aktiv')
  expect(state({ hasMore: true })).toBe('aktiv')
  expect(state({})).toBe('ohne Rolle')
  expect(state({ state: 'closed' })).toBe('geschlossen')
  const expiresAt = '2026-12-02T23:30:00.000Z'
  const invited = (invitation: AccountView['invitation']) => state({ state: 'invited', roles: [role], invitation })
  expect(invited({ expiresAt, mail: 'done' })).toBe('eingeladen, Link gilt bis 03.12.2026')
  expect(invited({ expiresAt, mail: 'pending' })).toBe('Einladung unterwegs')
  expect(invited({ expiresAt, mail: 'failed' })).toBe('Einladung nicht zugestellt')
  expect(invited({ expiresAt: null, mail: 'done' })).toBe('Einladung abgelaufen')
})

test('says when somebody was last there', () => {
  expect(seenOf(account, 'de', de)).toBe('noch nie')
  expect(seenOf({ ...account, lastSeenAt: '2026-11-25T18:34:00.000Z' }, 'de', de)).toBe('25.11.2026')
})
