import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { OrganisationEntity } from '@app/contacts'
import { Clock, Problem, type Tx, newId } from '@app/platform'
import { type Actor, Audit, Tree, systemActor } from '@app/staff'
import { SeriesMemberEntity } from '../entities/series-member.entity.js'
import { SeriesPhaseEntity } from '../entities/series-phase.entity.js'
import { SeriesEntity } from '../entities/series.entity.js'
import { insertWithSlug } from '../free-slug.js'
import type { SeriesCreation } from './inputs.js'
import { RelyingEvents } from './relying-events.js'
import { Roles } from './roles.js'

/** Series, programmes and projects: what editions hang on. They may stand below each other. */
@Injectable()
export class SeriesEditing {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly tree: Tree,
    private readonly roles: Roles,
    private readonly relying: RelyingEvents,
  ) {}

  /** @returns its id. @throws Problem `invalid` for an unknown parent or organisation. */
  async create(tx: Tx, input: SeriesCreation, actor: Actor): Promise<string> {
    const parentId = input.parentSeriesId ?? null
    if (parentId !== null && !(await tx.db.existsBy(SeriesEntity, { id: parentId }))) {
      throw new Problem('invalid', {}, [{ pointer: '/parentSeriesId', code: 'field.choice' }])
    }
    const id = newId()
    await this.tree.place(tx, { id, kind: 'series', parentId })
    const columns = { id, ...columnsOf(input), publicAt: input.public ? this.clock.now() : null }
    await insertWithSlug(tx, SeriesEntity, input.title, 'reihe', (slug) => tx.db.insert(SeriesEntity, { slug, ...columns }))
    await this.roles.write(tx, id, input.hosts)
    await this.record(tx, 'series.create', id, { after: { title: input.title, kind: input.kind, public: input.public, hosts: input.hosts } }, actor)
    return id
  }

  /**
   * Changes a series; its address stays. What is left out of the extras stays as it is.
   * @param expected the revision on which the change stands, where the caller has read one
   * @throws Problem `not_found`, `invalid`, also when a published event below would be left without anybody who answers for it, or without
   * their texts; `conflict` when it has another one by now
   */
  async update(tx: Tx, id: string, input: SeriesCreation, actor: Actor, expected?: number): Promise<void> {
    const before = await tx.db.findOneBy(SeriesEntity, { id })
    if (!before) throw new Problem('not_found')
    const publicAt = input.public ? (before.publicAt ?? this.clock.now()) : null
    const { affected } = await tx.db.update(SeriesEntity, { id, ...(expected === undefined ? {} : { revision: expected }) }, { ...columnsOf(input), publicAt, revision: () => 'revision + 1' })
    if (affected === 0) throw new Problem('conflict')
    const relying = await this.relying.below(tx, id)
    await this.roles.write(tx, id, input.hosts)
    await this.relying.assertKept(tx, relying, input.hosts.map(({ organisationId }) => organisationId))
    const facts = ({ title, kind, summary, outlook }: Pick<SeriesEntity, 'title' | 'kind' | 'summary' | 'outlook'>) => ({ title, kind, summary, outlook })
    await this.record(tx, 'series.update', id, {
      before: { ...facts(before), public: before.publicAt !== null },
      after: { ...facts(input), public: input.public, hosts: input.hosts },
    }, actor)
  }

  /**
   * Adds phases behind those there are: what each member goes through, or what is offered to all of them.
   * @returns ids by key
   */
  async addPhases(tx: Tx, seriesId: string, phases: { key: string; title: string; forEachMember: boolean }[], actor: Actor = systemActor): Promise<Map<string, string>> {
    const first = await tx.db.countBy(SeriesPhaseEntity, { seriesId })
    const ids = new Map<string, string>()
    for (const [index, { key, title, forEachMember }] of phases.entries()) {
      ids.set(key, newId())
      await tx.db.insert(SeriesPhaseEntity, { id: ids.get(key)!, seriesId, key, title, forEachMember, position: first + index })
    }
    await this.record(tx, 'series.phases', seriesId, { added: [...ids.keys()] }, actor)
    return ids
  }

  /**
   * Takes organisations in as members, in the order given; who is one already stays so.
   * @returns ids of the memberships by organisation
   * @throws Problem `invalid` for an unknown organisation
   */
  async addMembers(tx: Tx, seriesId: string, organisationIds: string[], actor: Actor = systemActor): Promise<Map<string, string>> {
    const there = await tx.db.findBy(SeriesMemberEntity, { seriesId })
    const ids = new Map(there.map(({ organisationId, id }) => [organisationId, id]))
    const added = [...new Set(organisationIds)].filter((id) => !ids.has(id))
    const known = added.length === 0 ? 0 : await tx.db.countBy(OrganisationEntity, { id: In(added) })
    if (known < added.length) throw new Problem('invalid', {}, [{ pointer: '/members', code: 'field.choice' }])
    for (const [index, organisationId] of added.entries()) {
      ids.set(organisationId, newId())
      await tx.db.insert(SeriesMemberEntity, {
        id: ids.get(organisationId)!, seriesId, organisationId, state: 'active', position: there.length + index, joinedOn: this.clock.now().toISOString().slice(0, 10),
      })
    }
    await this.record(tx, 'series.members', seriesId, { added }, actor)
    return ids
  }

  private record(tx: Tx, action: string, id: string, change: Record<string, unknown>, actor: Actor): Promise<void> {
    return this.audit.record(tx, { actor, action, subject: { kind: 'series', id }, nodeId: id, change })
  }
}

function columnsOf({ title, kind, summary, outlook, runsFrom, runsUntil, memberQuota, fileReference }: SeriesCreation) {
  const extras = Object.entries({ runsFrom, runsUntil, memberQuota, fileReference }).filter(([, value]) => value !== undefined)
  return { title, kind, summary, outlook, ...(Object.fromEntries(extras) as Partial<SeriesEntity>) }
}
