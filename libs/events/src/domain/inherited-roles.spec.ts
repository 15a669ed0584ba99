import { nearestResponsible, publicRoles, rolesAt } from './inherited-roles.js'

const at = (nodeId: string, organisationId: string, role: string, position = 0) => ({
  nodeId, organisationId, role, nameShown: organisationId.toUpperCase(), position, validFrom: null, validUntil: null,
})
const above = ['event', 'series', 'programme']

test('the hosts of a series answer for its events until an event names its own', () => {
  const series = [at('series', 'a', 'veranstalter'), at('programme', 'p', 'veranstalter'), at('event', 'f', 'foerderer')]
  expect(nearestResponsible(above, series).map(({ organisationId }) => organisationId)).toEqual(['a'])
  expect(nearestResponsible(above, [...series, at('event', 'b', 'mitveranstalter')]).map(({ organisationId }) => organisationId)).toEqual(['b'])
  expect(nearestResponsible(above, [at('elsewhere', 'x', 'veranstalter')])).toEqual([])
})

test('hosts of equal rank stand in their order, each once', () => {
  const hosts = [at('event', 'b', 'mitveranstalter', 2), at('event', 'a', 'mitveranstalter', 1), at('event', 'b', 'veranstalter', 3)]
  expect(nearestResponsible(above, hosts).map(({ organisationId }) => organisationId)).toEqual(['b', 'a'])
})

test('role by role, the nearest node that says anything is right', () => {
  const roles = [at('series', 'a', 'foerderer'), at('series', 'b', 'veranstalter'), at('event', 'c', 'veranstalter'), at('event', 'd', 'eigene_rolle')]
  expect(publicRoles(rolesAt(above, roles))).toEqual([
    { role: 'veranstalter', names: [{ name: 'C', since: null, until: null }] },
    { role: 'foerderer', names: [{ name: 'A', since: null, until: null }] },
    { role: 'eigene_rolle', names: [{ name: 'D', since: null, until: null }] },
  ])
})
