import { Inject, Injectable } from '@nestjs/common'
import { type EntityMetadata, In, MoreThanOrEqual } from 'typeorm'
import { EventDayEntity, EventEntity, NoticeEntity } from '@app/events'
import { AddressBlocks } from '@app/mailing'
import { AnswerFiles, LIST_READINGS, QuestionEntity } from '@app/participants'
import { Clock, DATA_SOURCES, type DataSources, KeyRing } from '@app/platform'
import { AuditEntryEntity } from '@app/staff'
import { census } from './census.js'
import { NOT_EXPORTED, type PersonKeys, ROWS_OF_PERSON } from './person-rows.js'
import { People, type Person, addressesOf } from './person.js'
import { SEALS } from './seals.js'

type Row = Record<string, unknown>

/** All that is stored about one person (Art. 15 GDPR), for reading by people and machines. Instants are ISO 8601 in UTC. */
export interface PersonExport {
  exportedAt: string
  name: string
  email: string | null
  /** The events of the participations, so that their ids have a name. */
  events: { id: string; title: string | null; days: string[] }[]
  /** Wordings that were shown: information texts and consents. */
  texts: { id: string; kind: string; version: number; language: string; body: string }[]
  /** Rows by table; sealed values are opened. */
  data: { table: string; holds: string; rows: Row[] }[]
}

/** Collects what the census says to know the person. Reads alone; what is sealed is opened for the person it is about. */
@Injectable()
export class PersonExports {
  constructor(
    @Inject(DATA_SOURCES) private readonly sources: DataSources,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly blocks: AddressBlocks,
    private readonly people: People,
    private readonly files: AnswerFiles,
  ) {}

  async of(person: Person): Promise<PersonExport> {
    const data = []
    for (const [table, rowsOf] of Object.entries(ROWS_OF_PERSON)) {
      const own = rowsOf === null ? [] : await this.rows(table, rowsOf(this.keysOf(person)), person)
      const rows = table === 'audit_entry' ? [...own, ...(await this.listReadings(person))] : own
      if (rows.length > 0) data.push({ table, holds: census[table]!.holds, rows })
    }
    return {
      exportedAt: this.clock.now().toISOString(), name: person.name, email: person.email, events: await this.events(person), texts: await this.texts(data.flatMap(({ rows }) => rows)), data,
    }
  }

  private keysOf(person: Person): PersonKeys {
    const { email, participations, contactIds, accountIds, scope } = person
    return {
      participations: participations.map(({ id }) => id), contacts: contactIds, accounts: accountIds, emails: addressesOf(person),
      // Blocks hold for the whole programme.
      blocks: email === null || !scope.isWhole ? [] : this.blocks.hashes(email),
    }
  }

  private async rows(table: string, properties: Record<string, readonly string[]>, { scope }: Person): Promise<Row[]> {
    const where = Object.entries(properties).filter(([, values]) => values.length > 0)
    if (where.length === 0) return []
    const metadata = this.sources.reader.entityMetadatas.find(({ tableName }) => tableName === table)!
    const found: Row[] = await this.sources.reader.manager.find(metadata.target, { where: where.map(([column, values]) => ({ [column]: In([...values]) })), order: { id: 'ASC' } })
    // An address leads to rows of every event, also of those that whoever asks answers for nothing of.
    const rows = ('email' in properties ? await this.people.inScope(found, scope) : found).map((row) => this.readable(row, metadata))
    return table === 'question_answer' ? this.withQuestions(rows) : rows
  }

  /** When lists of an event were read on which the person may have stood since the registration: such an entry stands at the event and names nobody. */
  private async listReadings({ participations }: Person): Promise<Row[]> {
    if (participations.length === 0) return []
    const { manager } = this.sources.reader
    const since = participations.map(({ eventId, createdAt }) => ({ nodeId: eventId, action: In([...LIST_READINGS]), at: MoreThanOrEqual(createdAt) }))
    const entries = await manager.find(AuditEntryEntity, { where: since, order: { id: 'ASC' } })
    const metadata = this.sources.reader.getMetadata(AuditEntryEntity)
    return entries.map((entry) => this.readable({ ...entry }, metadata))
  }

  /** An answer says nothing without its question, and a file nothing without its content (base64). */
  private async withQuestions(rows: readonly Row[]): Promise<Row[]> {
    const questions = await this.sources.reader.manager.findBy(QuestionEntity, { id: In(rows.map(({ questionId }) => questionId)) })
    const asked = new Map(questions.map(({ id, label, kind }) => [id, { question: label, kind }]))
    return Promise.all(rows.map(async (row) => {
      const answered = { ...asked.get(String(row['questionId'])), ...row }
      return answered.kind === 'file' ? { ...answered, content: (await this.files.contentOf(String(row['id']))).toString('base64') } : answered
    }))
  }

  private readable(row: Row, { tableName }: EntityMetadata): Row {
    const shown = Object.entries(row).filter(([column, value]) => value !== null && !NOT_EXPORTED.test(column))
    const seals = SEALS[tableName] ?? {}
    return Object.fromEntries(shown.map(([column, value]) => [column, seals[column] === undefined ? value : this.opened(seals[column], String(value))]))
  }

  private opened(purpose: string, sealed: string): unknown {
    const text = this.keys.open(purpose, sealed)
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }

  private async events({ participations }: Person): Promise<PersonExport['events']> {
    const ids = [...new Set(participations.map(({ eventId }) => eventId))]
    const manager = this.sources.reader.manager
    const [events, days] = await Promise.all([manager.findBy(EventEntity, { id: In(ids) }), manager.find(EventDayEntity, { where: { eventId: In(ids) }, order: { onDate: 'ASC' } })])
    return events.map(({ id, title }) => ({ id, title, days: days.filter(({ eventId }) => eventId === id).map(({ onDate }) => onDate) }))
  }

  private async texts(rows: readonly Row[]): Promise<PersonExport['texts']> {
    const ids = new Set(rows.flatMap(({ noticeId }) => (typeof noticeId === 'string' ? [noticeId] : [])))
    const notices = await this.sources.reader.manager.findBy(NoticeEntity, { id: In([...ids]) })
    return notices.map(({ id, kind, version, language, body }) => ({ id, kind, version, language, body }))
  }
}
