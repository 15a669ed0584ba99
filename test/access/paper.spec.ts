import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PERMISSIONS, ROLES, ROLE_PERMISSIONS } from '@app/contracts'
import { words } from '@app/i18n'

const paper = readFileSync(resolve(__dirname, '../../docs/operations/roles.md'), 'utf8')

/** The table of rights as operators read it. */
function table(): string {
  const { roles, permissions } = words('en').vocabulary
  const german = words('de').vocabulary.roles
  const lines = [
    ['may', ...ROLES.map((role) => `${roles[role]} (${german[role]})<br>\`${role}\``)],
    ['---', ...ROLES.map(() => ':-:')],
    ...PERMISSIONS.map((permission) => [`${permissions[permission]}<br>\`${permission}\``, ...ROLES.map((role) => (ROLE_PERMISSIONS[role].includes(permission) ? '●' : ' '))]),
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

test('the table of rights that operators read is the one by which the program decides', () => {
  expect(paper).toContain(`\n\n${table()}\n\n`)
})
