import type { EventInput, PublicPlaces } from '@app/contracts'
import { ContactsModule, Organisations } from '@app/contacts'
import {
  EventClockwork, EventEditing, type EventCreation, EventFacts, EventLookup, EventViews, EventsModule, Formats, Hosts, Notices, Programme, SeriesEditing, SeriesViews, eventHooks,
} from '@app/events'
import { DATA_SOURCES, type DataSources, FixedClock, LOGGER, type Logger, Nothing, OutboxEntity, PlatformModule, Transactions, type Tx, readConfig } from '@app/platform'
import { AuditEntryEntity, StaffModule, accountActor } from '@app/staff'
import { Test, type TestingModule } from '@nestjs/testing'
import { schema } from '../../apps/assembly.js'
import type { TestDatabase } from '../support/databases.js'

export const staff = accountActor('018f0000-0000-7000-8000-000000000001')

/** No participants yet: every place is free. */
export const noPlaces = async (events: { id: string; capacity: number | null }[]): Promise<Map<string, PublicPlaces>> =>
  new Map(events.map(({ id, capacity }) => [id, { capacity, taken: 0, free: capacity, waiting: 0 }]))

/** The library of events on an empty database, with a clock that stands still. */
export class ProgrammeKit {
  private hosted = 0

  private constructor(private readonly module: TestingModule, readonly clock: FixedClock) {}

  static async open(database: TestDatabase): Promise<ProgrammeKit> {
    const { databaseUrl, dataDir } = await database.place()
    const clock = new FixedClock(new Date('2027-01-10T09:00:00Z'))
    const config = { ...readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), databaseUrl }
    const module = await Test.createTestingModule({
      imports: [PlatformModule.forRoot({ config, schema, clock }), StaffModule, ContactsModule, EventsModule],
    }).compile()
    eventHooks.join([new Nothing('nothing hangs on the agenda in these tests')])
    const kit = new ProgrammeKit(module, clock)
    await kit.sources.writer.runMigrations({ transaction: 'each' })
    await kit.formats.seed()
    return kit
  }

  close(): Promise<void> {
    return this.module.close()
  }

  get logger(): Logger { return this.module.get(LOGGER) }
  get sources(): DataSources { return this.module.get(DATA_SOURCES) }
  get transactions(): Transactions { return this.module.get(Transactions) }
  get organisations(): Organisations { return this.module.get(Organisations) }
  get formats(): Formats { return this.module.get(Formats) }
  get hosts(): Hosts { return this.module.get(Hosts) }
  get notices(): Notices { return this.module.get(Notices) }
  get seriesEditing(): SeriesEditing { return this.module.get(SeriesEditing) }
  get editing(): EventEditing { return this.module.get(EventEditing) }
  get facts(): EventFacts { return this.module.get(EventFacts) }
  get programme(): Programme { return this.module.get(Programme) }
  get views(): EventViews { return this.module.get(EventViews) }
  get seriesViews(): SeriesViews { return this.module.get(SeriesViews) }
  get lookup(): EventLookup { return this.module.get(EventLookup) }
  get clockwork(): EventClockwork { return this.module.get(EventClockwork) }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(work)
  }

  /** An organisation; as a host it has imprint and privacy text. */
  async organisation(name: string, isHost = true): Promise<string> {
    const facts = { name, shortName: null, land: null, street: null, postcode: null, city: 'Ulm' }
    return this.run(async (tx) => {
      const id = await this.organisations.create(tx, facts, staff)
      if (isHost) await this.hosts.save(tx, id, { imprint: `${name}, Rathaus`, privacy: `Datenschutz bei ${name}`, accessibility: null, senderName: null }, staff)
      return id
    })
  }

  series(title: string, hosts: EventInput['hosts'] = [], isPublic = true): Promise<string> {
    return this.run((tx) => this.seriesEditing.create(tx, { title, kind: 'dialogreihe', summary: null, outlook: null, hosts, public: isPublic }, staff))
  }

  event(input: Partial<EventCreation> = {}): Promise<string> {
    return this.run((tx) => this.editing.create(tx, { ...blank, ...input }, staff))
  }

  /** An event that lacks nothing, published. */
  async published(input: Partial<EventCreation> = {}): Promise<string> {
    const hosts = input.hosts ?? [{ organisationId: await this.organisation(`Stadt ${++this.hosted}`), role: 'veranstalter' }]
    const id = await this.event({ ...ready, ...input, hosts })
    await this.move(id, 'publish')
    return id
  }

  move(id: string, verb: Parameters<EventEditing['move']>[2], reason: string | null = null): Promise<void> {
    return this.transactions.runLocked({ table: 'event', id }, (tx) => this.editing.move(tx, id, verb, reason, staff))
  }

  change(id: string, patch: Parameters<EventEditing['change']>[2]): Promise<boolean> {
    return this.transactions.runLocked({ table: 'event', id }, (tx) => this.editing.change(tx, id, patch, staff))
  }

  async outboxKinds(subjectId: string): Promise<string[]> {
    return (await this.transactions.read.findBy(OutboxEntity, { subjectId })).map(({ kind }) => kind)
  }

  async audited(subjectId: string): Promise<string[]> {
    return (await this.transactions.read.find(AuditEntryEntity, { where: { subjectId }, order: { at: 'ASC', id: 'ASC' } })).map(({ action }) => action)
  }
}

const blank: EventCreation = {
  format: 'zukunftsdialog', seriesId: null, title: 'Ankommen in der Stadt', timeZone: 'Europe/Berlin', days: [], venue: null, regions: [], closesOn: null, hosts: [], agenda: [],
}

const ready: Partial<EventCreation> = {
  days: [{ date: '2027-03-12', startsAt: '10:00', endsAt: '16:00' }],
  venue: { name: 'Kornhaus', street: null, postcode: '89073', city: 'Ulm', land: 'DE-BW' },
}

export const item = (title: string, facts: Partial<EventInput['agenda'][number]> = {}): EventInput['agenda'][number] => ({
  kind: 'talk', title, description: null, date: null, startsAt: null, endsAt: null, room: null, speakers: [], ...facts,
})

/** Counts the statements that a piece of work sends to the reading connection. */
export async function countingQueries<T>(sources: DataSources, work: () => Promise<T>): Promise<{ result: T; queries: number }> {
  let queries = 0
  const logger = { logQuery: () => void queries++, logQueryError() {}, logQuerySlow() {}, logSchemaBuild() {}, logMigration() {}, log() {} }
  const { logger: before } = sources.reader
  sources.reader.logger = logger
  try {
    return { result: await work(), queries }
  } finally {
    sources.reader.logger = before
  }
}
