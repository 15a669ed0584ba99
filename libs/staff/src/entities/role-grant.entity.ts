import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Land, Role } from '@app/contracts'
import { References, id, instant, line, optional, reference } from '@app/platform'
import { AccountEntity } from './account.entity.js'
import { NodeEntity } from './node.entity.js'

/** Recht (Rolle am Knoten, je Land). Revoked, not deleted. */
@Entity('role_grant')
@Index(['accountId'])
@Index(['nodeId'])
@Check('ck_role_grant__role', "role IN ('admin','organiser','editor','participants','needs','security','finance','checkin','reader')")
export class RoleGrantEntity {
  @PrimaryColumn(id()) id!: string
  @References(() => AccountEntity)
  @Column(reference()) accountId!: string
  @Column(line(20)) role!: Role
  @References(() => NodeEntity)
  @Column(optional(reference())) nodeId!: string | null
  @Column(optional(line(5))) land!: Land | null
  @Column(optional(instant())) expiresAt!: Date | null
  @References(() => AccountEntity)
  @Column(optional(reference())) grantedBy!: string | null
  @Column(instant()) grantedAt!: Date
  @Column(optional(instant())) revokedAt!: Date | null
}
