import { Injectable } from '@nestjs/common'
import { In, IsNull, Like } from 'typeorm'
import type { OrganisationInput } from '@app/contracts'
import { Problem, Transactions, type Tx, newId } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { searchForm } from './domain/name-search.js'
import { OrganisationEntity } from './entities/organisation.entity.js'

/** What the address book knows of an organisation; whether it is a responsible host is known to libs/events. */
export type OrganisationFacts = Omit<OrganisationInput, 'host'>

const SEARCH_WIDTH = 300

/** The organisations of the address book: hosts, funders, bodies that nominate. They are retired, never deleted. */
@Injectable()
export class Organisations {
  constructor(private readonly transactions: Transactions, private readonly audit: Audit) {}

  async create(tx: Tx, facts: OrganisationFacts, actor: Actor): Promise<string> {
    const id = newId()
    await tx.db.insert(OrganisationEntity, { id, ...columnsOf(facts) })
    await this.audit.record(tx, { actor, action: 'organisation.create', subject: { kind: 'organisation', id }, change: { after: factsOf(facts) } })
    return id
  }

  /**
   * What the organisation was called at past events stays as it was shown there.
   * @param expected the revision on which the change stands, where the caller has read one
   * @throws Problem `not_found`; `conflict` when it has another one by now
   */
  async update(tx: Tx, id: string, facts: OrganisationFacts, actor: Actor, expected?: number): Promise<void> {
    const before = await tx.db.findOneBy(OrganisationEntity, { id })
    if (!before) throw new Problem('not_found')
    const { affected } = await tx.db.update(OrganisationEntity, { id, ...(expected === undefined ? {} : { revision: expected }) }, { ...columnsOf(facts), revision: () => 'revision + 1' })
    if (affected === 0) throw new Problem('conflict')
    await this.audit.record(tx, {
      actor, action: 'organisation.update', subject: { kind: 'organisation', id }, change: { before: factsOf(before), after: factsOf(facts) },
    })
  }

  /** Those in use, by name; `q` finds any part of name, short name or city in its search form (ä = ae). What has no letter or digit finds nothing. */
  async list(q = ''): Promise<OrganisationEntity[]> {
    const form = searchForm(q)
    if (form === '' && q.trim() !== '') return []
    return this.transactions.read.find(OrganisationEntity, {
      where: { retiredAt: IsNull(), ...(form === '' ? {} : { search: Like(`%${form}%`) }) },
      order: { search: 'ASC', id: 'ASC' },
    })
  }

  /** The organisation of exactly this name, in use. */
  findByName(name: string): Promise<OrganisationEntity | null> {
    return this.transactions.read.findOne(OrganisationEntity, { where: { name: name.normalize('NFC'), retiredAt: IsNull() }, order: { id: 'ASC' } })
  }

  async byIds(ids: readonly string[]): Promise<Map<string, OrganisationEntity>> {
    const rows = ids.length === 0 ? [] : await this.transactions.read.findBy(OrganisationEntity, { id: In([...new Set(ids)]) })
    return new Map(rows.map((row) => [row.id, row]))
  }
}

/** Field by field: what else hangs on the given object (the host's texts, for example) has no column here. */
function columnsOf(facts: OrganisationFacts): Partial<OrganisationEntity> & Pick<OrganisationEntity, 'name' | 'search'> {
  const search = searchForm([facts.name, facts.shortName, facts.city].filter(Boolean).join(' '))
  return { ...factsOf(facts), search: [...search].slice(0, SEARCH_WIDTH).join('') }
}

function factsOf({ name, shortName, land, street, postcode, city }: Pick<OrganisationEntity, 'name' | 'shortName' | 'land' | 'street' | 'postcode' | 'city'>) {
  return { name, shortName, land, street, postcode, city }
}
