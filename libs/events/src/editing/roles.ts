import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { OrganisationEntity } from '@app/contacts'
import { type FieldProblem, Problem, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { OrganisationRoleEntity } from '../entities/organisation-role.entity.js'
import type { RoleCreation } from './inputs.js'

/** Roles of organisations at nodes of the programme. The name shown is the one of the day it was given, not a live join. */
@Injectable()
export class Roles {
  constructor(private readonly audit: Audit) {}

  /** Replaces all roles of a node as a change of its own, with its audit line. @throws Problem `invalid`, as `write`. */
  async set(tx: Tx, nodeId: string, roles: RoleCreation[], actor: Actor): Promise<void> {
    const before = await tx.db.find(OrganisationRoleEntity, { where: { nodeId }, order: { position: 'ASC' } })
    await this.write(tx, nodeId, roles)
    await this.audit.record(tx, {
      actor, action: 'node.roles', subject: { kind: 'node', id: nodeId }, nodeId,
      change: { before: before.map(short), after: roles.map(short) },
    })
  }

  /**
   * Replaces all roles of a node as part of a change that is audited elsewhere. Those that stay keep their row and the name shown.
   * @throws Problem `invalid` at `/hosts/<i>` for an unknown organisation or one named twice in the same role
   */
  async write(tx: Tx, nodeId: string, roles: RoleCreation[]): Promise<void> {
    const names = await this.namesOf(tx, roles)
    const before = await tx.db.findBy(OrganisationRoleEntity, { nodeId })
    const kept = new Set<string>()
    for (const [position, { organisationId, role, since, until, nameShown }] of roles.entries()) {
      const there = before.find((row) => row.organisationId === organisationId && row.role === role)
      const columns = {
        position,
        ...(since === undefined ? {} : { validFrom: since }),
        ...(until === undefined ? {} : { validUntil: until }),
        ...(nameShown === undefined ? {} : { nameShown }),
      }
      if (there) {
        kept.add(there.id)
        await tx.db.update(OrganisationRoleEntity, { id: there.id }, columns)
      } else await tx.db.insert(OrganisationRoleEntity, { id: newId(), nodeId, organisationId, role, nameShown: names.get(organisationId)!, ...columns })
    }
    const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    if (gone.length > 0) await tx.db.delete(OrganisationRoleEntity, { id: In(gone) })
  }

  private async namesOf(tx: Tx, roles: RoleCreation[]): Promise<Map<string, string>> {
    const ids = [...new Set(roles.map(({ organisationId }) => organisationId))]
    const found = ids.length === 0 ? [] : await tx.db.findBy(OrganisationEntity, { id: In(ids) })
    const names = new Map(found.map(({ id, name }) => [id, name]))
    const seen = new Set<string>()
    const errors: FieldProblem[] = roles.flatMap(({ organisationId, role }, index) => {
      if (!names.has(organisationId)) return [{ pointer: `/hosts/${index}/organisationId`, code: 'field.choice' }]
      const key = `${organisationId}:${role}`
      if (seen.has(key)) return [{ pointer: `/hosts/${index}`, code: 'field.role_twice' }]
      seen.add(key)
      return []
    })
    if (errors.length > 0) throw new Problem('invalid', {}, errors)
    return names
  }
}

function short({ organisationId, role }: { organisationId: string; role: string }): string {
  return `${role}:${organisationId}`
}
