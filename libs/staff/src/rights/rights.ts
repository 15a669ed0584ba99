import { PERMISSIONS, type Permission, ROLE_PERMISSIONS, type Role } from '@app/contracts'
import { type Area, Scope } from './scope.js'

/** A role that stands: neither revoked nor expired. */
export interface StandingGrant extends Area {
  id: string
  role: Role
}

/** What somebody may do at the moment of one request, from all roles that stand. */
export class Rights {
  constructor(readonly grants: readonly StandingGrant[]) {}

  /** Where one thing is allowed. */
  scope(permission: Permission): Scope {
    return new Scope(this.grants.filter(({ role }) => ROLE_PERMISSIONS[role].includes(permission)).map(({ path, land }) => ({ path, land })))
  }

  /** What is allowed in any part of the programme. */
  get somewhere(): Permission[] {
    return allowedBy(this.grants)
  }

  /** What is allowed in all of it. */
  get everywhere(): Permission[] {
    return allowedBy(this.grants.filter(({ path, land }) => path === null && land === null))
  }
}

/** In the order of the table. */
export function allowedBy(grants: readonly Pick<StandingGrant, 'role'>[]): Permission[] {
  return PERMISSIONS.filter((permission) => grants.some(({ role }) => ROLE_PERMISSIONS[role].includes(permission)))
}
