import { ORGANISATION_ROLES, type PublicHostRole, RESPONSIBLE_ROLES, RUNNING_ROLES } from '@app/contracts'

/** A role of an organisation at a node of the programme. */
export interface RoleAtNode {
  nodeId: string
  organisationId: string
  role: string
  nameShown: string
  position: number
  validFrom: string | null
  validUntil: string | null
}

/**
 * The responsible organisations of a node: its own, or else those of the nearest node above that names any.
 * @param above the node and those above it, the node first
 */
export function nearestResponsible<R extends RoleAtNode>(above: readonly string[], roles: readonly R[]): R[] {
  const organisers = nearestWith(RESPONSIBLE_ROLES, above, roles)
  return organisers.length > 0 ? organisers : nearestWith(RUNNING_ROLES, above, roles)
}

function nearestWith<R extends RoleAtNode>(answering: readonly string[], above: readonly string[], roles: readonly R[]): R[] {
  for (const nodeId of above) {
    const own = roles.filter((role) => role.nodeId === nodeId && answering.includes(role.role)).sort(byRank)
    if (own.length > 0) return own.filter((role, index) => own.findIndex(({ organisationId }) => organisationId === role.organisationId) === index)
  }
  return []
}

/** All roles that hold at a node, role by role: what the node itself says of a role, or else the nearest node above that says anything of it. */
export function rolesAt<R extends RoleAtNode>(above: readonly string[], roles: readonly R[]): R[] {
  const kinds = [...new Set(roles.map(({ role }) => role))]
  return kinds
    .flatMap((kind) => {
      const nearest = above.find((nodeId) => roles.some((role) => role.nodeId === nodeId && role.role === kind))
      return roles.filter((role) => role.nodeId === nearest && role.role === kind)
    })
    .sort(byRank)
}

/** Roles as the public reads them, in the order of the trade; keys that are not in the list stand at the end. */
export function publicRoles(roles: readonly RoleAtNode[]): PublicHostRole[] {
  const sorted = [...roles].sort(byRank)
  return [...new Set(sorted.map(({ role }) => role))].map((role) => ({
    role,
    names: sorted.filter((row) => row.role === role).map(({ nameShown, validFrom, validUntil }) => ({ name: nameShown, since: validFrom, until: validUntil })),
  }))
}

function byRank(a: RoleAtNode, b: RoleAtNode): number {
  return rank(a.role) - rank(b.role) || a.position - b.position
}

function rank(role: string): number {
  const known = ORGANISATION_ROLES.indexOf(role as never)
  return known < 0 ? ORGANISATION_ROLES.length : known
}
