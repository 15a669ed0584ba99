import { Injectable } from '@nestjs/common'
import { Brackets, IsNull, Not, type SelectQueryBuilder } from 'typeorm'
import { searchForm } from '@app/contacts'
import { type ConsentPurpose, type Land, type ParticipantPage, type ParticipantQuery, type ParticipantRow, STANDINGS, type StandingCounts } from '@app/contracts'
import { Problem, Transactions } from '@app/platform'
import { ConsentKeeper } from './consent-keeper.js'
import { pairOf, standing } from './domain/standing.js'
import { ParticipationEntity } from './entities/participation.entity.js'

export type ParticipantFilter = Pick<ParticipantQuery, 'q' | 'standing' | 'land' | 'group'>

/** Participants of an event in phone-book order: pages by keyset, the same filter for list, counts and export (G1). */
@Injectable()
export class ParticipantList {
  constructor(private readonly transactions: Transactions, private readonly consents: ConsentKeeper) {}

  async page(eventId: string, query: ParticipantQuery): Promise<ParticipantPage> {
    const cursor = query.after === undefined ? null : await this.cursorAt(eventId, query.after)
    const rows = await this.rows(eventId, query, cursor, query.limit + 1)
    const shown = rows.slice(0, query.limit)
    const last = shown.at(-1)
    return {
      items: await this.shown(eventId, shown),
      total: await this.named(eventId, query).getCount(),
      next: rows.length > query.limit && last ? last.id : null,
      counts: await this.counts(eventId, { ...query, standing: [] }),
      forgotten: await this.transactions.read.countBy(ParticipationEntity, { eventId, anonymisedAt: Not(IsNull()) }),
    }
  }

  /** One person of an event, as in the list. @throws Problem `not_found`. */
  async one(eventId: string, id: string): Promise<ParticipantRow> {
    const row = await this.transactions.read.findOneBy(ParticipationEntity, { id, eventId, anonymisedAt: IsNull() })
    if (!row) throw new Problem('not_found')
    return (await this.shown(eventId, [row]))[0]!
  }

  /** Every row of the filter in batches, for exports: memory stays flat however long the list is. */
  async *batches(eventId: string, filter: ParticipantFilter, batch = 500): AsyncGenerator<ParticipantRow[]> {
    let cursor: Cursor | null = null
    for (;;) {
      const rows: ParticipationEntity[] = await this.rows(eventId, filter, cursor, batch)
      yield await this.shown(eventId, rows)
      const last = rows.at(-1)
      if (!last || rows.length < batch) return
      cursor = { nameSort: last.nameSort ?? '', id: last.id }
    }
  }

  /** How many people stand where. */
  async counts(eventId: string, filter: ParticipantFilter = { q: undefined, standing: [], land: [], group: [] }): Promise<StandingCounts> {
    const rows = await this.filtered(eventId, filter)
      .select('p.answer', 'answer')
      .addSelect('p.place', 'place')
      .addSelect('COUNT(*)', 'people')
      .groupBy('p.answer')
      .addGroupBy('p.place')
      .getRawMany<{ answer: ParticipationEntity['answer']; place: ParticipationEntity['place']; people: string }>()
    const counts = Object.fromEntries(STANDINGS.map((word) => [word, 0])) as StandingCounts
    for (const row of rows) counts[standing(row.answer, row.place)] += Number(row.people)
    return counts
  }

  /** Where a page begins: behind this person. Cursors are ids and hold no name, because addresses end up in logs. */
  private async cursorAt(eventId: string, id: string): Promise<Cursor> {
    const row = await this.transactions.read.findOne(ParticipationEntity, { where: { eventId, id }, select: { id: true, nameSort: true } })
    if (!row) throw new Problem('bad_request', {}, [{ pointer: '/after', code: 'field.cursor' }])
    return { nameSort: row.nameSort ?? '', id }
  }

  private rows(eventId: string, filter: ParticipantFilter, cursor: Cursor | null, limit: number): Promise<ParticipationEntity[]> {
    const rows = this.named(eventId, filter).orderBy('p.name_sort').addOrderBy('p.id').limit(limit)
    // This form lets both databases walk the index; the row form (a, b) > (?, ?) does not on MariaDB (measured).
    if (cursor) rows.andWhere('p.name_sort >= :nameSort AND (p.name_sort > :nameSort OR p.id > :cursorId)', { nameSort: cursor.nameSort, cursorId: cursor.id })
    return rows.getMany()
  }

  /** Those who still have a name: whose time is up is counted, but not listed. */
  private named(eventId: string, filter: ParticipantFilter): SelectQueryBuilder<ParticipationEntity> {
    return this.filtered(eventId, filter).andWhere('p.anonymised_at IS NULL')
  }

  private filtered(eventId: string, { q, standing: words, land, group }: ParticipantFilter): SelectQueryBuilder<ParticipationEntity> {
    const rows = this.transactions.read.createQueryBuilder(ParticipationEntity, 'p').where('p.event_id = :eventId', { eventId })
    // Every word must be found somewhere in name or organisation; the search form holds letters and digits only, so % and _ cannot occur.
    const wanted = q === undefined ? [] : searchForm(q).split(' ').filter((word) => word !== '')
    wanted.forEach((word, index) => rows.andWhere(`p.name_search LIKE :word${index}`, { [`word${index}`]: `%${word}%` }))
    if (q !== undefined && wanted.length === 0) rows.andWhere('1 = 0')
    if (words.length > 0) rows.andWhere(new Brackets((any) => words.forEach((word) => any.orWhere(pairOf(word)))))
    if (land.length > 0) rows.andWhere('p.land IN (:...land)', { land })
    if (group.length > 0) rows.andWhere('p.group_key IN (:...group)', { group })
    return rows
  }

  /** Rows as staff sees them; what stands in other tables is read once for all of them. */
  private async shown(eventId: string, rows: ParticipationEntity[]): Promise<ParticipantRow[]> {
    const [positions, consents] = await Promise.all([this.positions(eventId, rows), this.consents.standing(rows.map(({ id }) => id))])
    return rows.map((row) => toRow(row, positions.get(row.id) ?? null, consents.get(row.id) ?? []))
  }

  private async positions(eventId: string, rows: ParticipationEntity[]): Promise<Map<string, number>> {
    if (!rows.some((row) => row.place === 'waiting')) return new Map()
    const line = await this.transactions.read
      .createQueryBuilder(ParticipationEntity, 'p')
      .select('p.id', 'id')
      .where({ eventId, place: 'waiting' })
      .orderBy('p.arrival_no')
      .addOrderBy('p.id')
      .getRawMany<{ id: string }>()
    return new Map(line.map(({ id }, index) => [id, index + 1]))
  }
}

interface Cursor {
  nameSort: string
  id: string
}

function toRow(row: ParticipationEntity, waitingPosition: number | null, consents: ConsentPurpose[]): ParticipantRow {
  return {
    id: row.id,
    givenName: row.givenNames,
    familyName: row.familyName,
    title: row.title,
    salutation: row.salutation,
    organisation: row.organisationShown,
    office: row.officeAddress,
    officeSalutation: row.officeSalutation,
    land: row.land as Land | null,
    group: row.groupKey,
    email: row.email,
    phone: row.phone,
    language: row.language,
    consents,
    answer: row.answer,
    place: row.place,
    standing: standing(row.answer, row.place),
    waitingPosition,
    origin: row.origin,
    createdAt: row.createdAt.toISOString(),
    placeAt: row.placeAt?.toISOString() ?? null,
  }
}
