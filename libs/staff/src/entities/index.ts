import { AccountEntity } from './account.entity.js'
import { AuditEntryEntity } from './audit-entry.entity.js'
import { CredentialEntity } from './credential.entity.js'
import { NodeEntity } from './node.entity.js'
import { NodeLandEntity } from './node-land.entity.js'
import { RoleGrantEntity } from './role-grant.entity.js'
import { SessionEntity } from './session.entity.js'

export {
  AccountEntity,
  AuditEntryEntity,
  CredentialEntity,
  NodeEntity,
  NodeLandEntity,
  RoleGrantEntity,
  SessionEntity,
}

/** The tables of this library, listed for the data source. */
export const staffEntities = [
  AccountEntity,
  AuditEntryEntity,
  CredentialEntity,
  NodeEntity,
  NodeLandEntity,
  RoleGrantEntity,
  SessionEntity,
]
