import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { ContactEntity, searchForm } from '@app/contacts'
import { ParticipationEntity } from '@app/participants'
import { Transactions } from '@app/platform'
import { AccountEntity, NodeEntity, Scope } from '@app/staff'

/** Everything that belongs to one person, told by the mail address; without an address by one participation alone. */
export interface Person {
  name: string
  email: string | null
  participations: ParticipationEntity[]
  contactIds: string[]
  accountIds: string[]
  /** The part of the programme for which somebody asked: what happened outside of it is neither told nor erased. */
  scope: Scope
}

/** Every spelling in which the addresses of a person were written down, for rows that know nothing but an address. */
export function addressesOf({ email, participations }: Person): string[] {
  return [...new Set([email, ...participations.map((row) => row.email)].filter((address) => address !== null))]
}

/** One line of the search. `id` is a participation of the person. */
export interface PersonLine {
  id: string
  name: string
  email: string | null
  organisation: string | null
  participations: number
}

const WHOLE = new Scope([{ path: null, land: null }])

/** Finds people in a part of the programme, over all its events. */
@Injectable()
export class People {
  constructor(private readonly transactions: Transactions) {}

  /** @param q words of the name, the organisation, or the whole address */
  async search(q: string, scope: Scope = WHOLE, limit = 50): Promise<PersonLine[]> {
    const words = searchForm(q).split(' ').filter((word) => word !== '')
    const rows = this.within(scope).andWhere('p.anonymised_at IS NULL').orderBy('p.name_sort').addOrderBy('p.id').limit(limit * 4)
    if (q.includes('@')) rows.andWhere('p.email_normalised = :email', { email: q.trim().toLowerCase() })
    else if (words.length === 0) return []
    else words.forEach((word, at) => rows.andWhere(`p.name_search LIKE :word${at}`, { [`word${at}`]: `%${word}%` }))
    const lines = new Map<string, PersonLine>()
    for (const row of await rows.getMany()) {
      const key = row.emailNormalised ?? row.id
      const known = lines.get(key)
      if (known) known.participations++
      else if (lines.size < limit) lines.set(key, { id: row.id, name: nameOf(row), email: row.email, organisation: row.organisationShown, participations: 1 })
    }
    return [...lines.values()]
  }

  /** The person behind a participation; null when it is unknown, outside the scope, or nobody any more. */
  async of(participationId: string, scope: Scope = WHOLE): Promise<Person | null> {
    const own = await this.within(scope).andWhere('p.id = :participationId AND p.anonymised_at IS NULL', { participationId }).getOne()
    if (!own) return null
    const email = own.emailNormalised
    const participations = email === null ? [own] : await this.within(scope).andWhere('p.email_normalised = :email', { email }).orderBy('p.id').getMany()
    return { name: nameOf(own), email, participations, scope, ...(await this.beyondEvents(email, participations, scope)) }
  }

  /** The person with an address, also one who stands in the address book alone. */
  async byEmail(address: string): Promise<Person | null> {
    const email = address.trim().toLowerCase()
    const participations = await this.within(WHOLE).andWhere('p.email_normalised = :email', { email }).orderBy('p.id').getMany()
    const beyond = await this.beyondEvents(email, participations, WHOLE)
    if (participations.length + beyond.contactIds.length + beyond.accountIds.length === 0) return null
    return { name: participations[0] ? nameOf(participations[0]) : email, email, participations, scope: WHOLE, ...beyond }
  }

  /** Those of the rows, found by an address, that are about an event of the part of the programme in question. */
  async inScope<R extends { eventId?: unknown }>(rows: readonly R[], scope: Scope): Promise<R[]> {
    if (scope.isWhole) return [...rows]
    const ids = [...new Set(rows.flatMap(({ eventId }) => (typeof eventId === 'string' ? [eventId] : [])))]
    if (ids.length === 0) return []
    const { sql, parameters } = scope.condition('n.id')
    const inside = await this.transactions.read.createQueryBuilder(NodeEntity, 'n').where('n.id IN (:...ids)', { ids }).andWhere(sql, parameters).getMany()
    return rows.filter(({ eventId }) => inside.some(({ id }) => id === eventId))
  }

  /** Whether an address took part outside of the part of the programme in question. */
  async isKnownOutside({ email, participations, scope }: Person): Promise<boolean> {
    if (scope.isWhole || email === null) return false
    return (await this.transactions.read.countBy(ParticipationEntity, { emailNormalised: email })) > participations.length
  }

  /** Address book and accounts belong to no part of the programme: they are for those who answer for all of it. */
  private async beyondEvents(email: string | null, participations: readonly ParticipationEntity[], scope: Scope): Promise<Pick<Person, 'contactIds' | 'accountIds'>> {
    if (!scope.isWhole) return { contactIds: [], accountIds: [] }
    const { read } = this.transactions
    const linked = participations.flatMap(({ contactId }) => contactId ?? [])
    const contacts = await read.find(ContactEntity, { where: [{ id: In(linked) }, ...(email === null ? [] : [{ emailNormalised: email }])], select: { id: true } })
    const accounts = email === null ? [] : await read.find(AccountEntity, { where: { emailNormalised: email }, select: { id: true } })
    return { contactIds: contacts.map(({ id }) => id), accountIds: accounts.map(({ id }) => id) }
  }

  private within(scope: Scope) {
    const { sql, parameters } = scope.condition('p.event_id')
    return this.transactions.read.createQueryBuilder(ParticipationEntity, 'p').where(sql, parameters)
  }
}

function nameOf({ title, givenNames, familyName }: ParticipationEntity): string {
  return [title, givenNames, familyName].filter(Boolean).join(' ')
}
