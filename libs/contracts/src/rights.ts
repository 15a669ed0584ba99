/** What a role may allow. Reading the programme comes first: what somebody may not even see does not exist for them. */
export const PERMISSIONS = [
  'programme.read', 'programme.write', 'programme.publish', 'people.read', 'people.write', 'people.export', 'needs.count', 'needs.read', 'mail.read', 'mail.send',
  'organisations.read', 'organisations.write', 'access.manage',
  'audit.read', 'privacy.manage',
] as const
export type Permission = (typeof PERMISSIONS)[number]

/** Roles of staff. A role is given at a series or an event (or the whole programme), and there for one Land or all of them. */
export const ROLES = ['admin', 'organiser', 'editor', 'participants', 'needs', 'security', 'finance', 'checkin', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** Nobody reads what people need, or an answer of a special category, by any role but `needs`; whoever gives roles may give that one. */
const WITHOUT_NEEDS = PERMISSIONS.filter((permission) => permission !== 'needs.read')

/**
 * The one table of rights: role → what it allows wherever it is given. Guard, lists, console, documentation and the access matrix of the
 * tests all follow from it. What a role does not name is denied.
 */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  admin: WITHOUT_NEEDS,
  organiser: WITHOUT_NEEDS.filter((permission) => permission !== 'access.manage' && permission !== 'privacy.manage'),
  editor: ['programme.read', 'programme.write', 'organisations.read'],
  participants: ['programme.read', 'people.read', 'people.write', 'people.export', 'needs.count', 'mail.read', 'mail.send'],
  needs: ['programme.read', 'needs.count', 'needs.read'],
  security: ['programme.read'],
  /** Proof for funders is the list to be signed; addresses are not part of it. */
  finance: ['programme.read', 'people.export'],
  checkin: ['programme.read'],
  reader: ['programme.read'],
}

/** What takes data out of the house or decides over access to it. Whoever may do any of it signs in with a second factor. */
export const FACTOR_PERMISSIONS = ['people.export', 'needs.read', 'access.manage', 'audit.read', 'privacy.manage'] as const satisfies readonly Permission[]

export function needsSecondFactor(may: readonly Permission[]): boolean {
  return FACTOR_PERMISSIONS.some((permission) => may.includes(permission))
}

/**
 * Who may call an operation: everybody, everybody who is signed in, or whoever has a permission.
 *
 * - `entering`: also whoever has given the password, but not yet the second factor of the account.
 * - `signed_in`: also whoever still has to set up a second factor that their roles ask for.
 * - `at: 'event'` and `'series'`: at the node whose id stands in the address as `:id`. Without `programme.read` there it is not found,
 *   exactly like one that does not exist; with it, but without the permission, it is forbidden.
 * - `at: 'somewhere'`: in any part of the programme. The handler answers for that part only.
 */
export type Access = 'public' | 'entering' | 'signed_in' | Rule

export interface Rule {
  readonly may: Permission
  readonly at: 'event' | 'series' | 'somewhere'
}
