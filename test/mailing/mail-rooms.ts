import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Test, type TestingModule } from '@nestjs/testing'
import { type ParsedMail, simpleParser } from 'mailparser'
import { type RegistrationInput } from '@app/contracts'
import { OrganisationEntity } from '@app/contacts'
import { AgendaItemEntity, EventEntity, EventsModule, HostEntity, OrganisationRoleEntity, VenueEntity } from '@app/events'
import { CalendarEntryEntity, DELIVERY, type Delivery, MailHandlers, MailingModule, MessageEntity } from '@app/mailing'
import { Confirmations, ParticipantsModule, ParticipationEntity } from '@app/participants'
import {
  Clock, type Config, DATA_SOURCES, type DataSources, FixedClock, type Handlers, Outbox, OutboxEntity, PlatformModule, Settler, Transactions, createLogger, newId,
} from '@app/platform'
import { StaffModule } from '@app/staff'
import { joinHooks, schema } from '../../apps/assembly.js'
import { guardAudit } from '../support/audit-guard.js'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import type { TestDatabase } from '../support/databases.js'
import { type Rooms, TEST_NOW, testConfig } from '../support/rooms.js'

/** The libraries with mailing, on the database of a suite. The outbox is handled when a test says so, not by itself. */
export interface MailRooms extends Rooms {
  handlers: Handlers
  /** Handles what is due until nothing is; what waits for later stays. */
  drain(): Promise<void>
  /** Mails in the built-in mailbox to one address, in the order of sending. */
  mailsTo(address: string): Promise<KeptMail[]>
  mailFolder: string
}

export interface KeptMail {
  name: string
  raw: string
  parsed: ParsedMail
  /** METHOD of the calendar part, its lines unfolded; null without one. */
  calendar: { method: string; uid: string; sequence: number; text: string } | null
}

export async function openMailRooms(database: TestDatabase, { smtpUrl = null, delivery, limits = {} }: { smtpUrl?: string | null; delivery?: Delivery; limits?: Partial<Config['limits']> } = {}): Promise<MailRooms> {
  joinHooks()
  const clock = new FixedClock(new Date(TEST_NOW))
  const base = await testConfig(database)
  const config = { ...base, smtpUrl, limits: { ...base.limits, ...limits }, publicUrl: 'https://dialog.example', mailFrom: { name: 'Dialogwerk', address: 'einladung@dialog.example' } }
  const builder = Test.createTestingModule({
    imports: [PlatformModule.forRoot({ config, schema, clock, logger: createLogger('silent') }), StaffModule, EventsModule, ParticipantsModule, MailingModule],
  })
  if (delivery) builder.overrideProvider(DELIVERY).useValue(delivery)
  const module = await builder.compile()
  await module.get<DataSources>(DATA_SOURCES).writer.runMigrations({ transaction: 'each' })
  await module.init()
  guardAudit(module.get(Transactions), module.get<DataSources>(DATA_SOURCES))
  const handlers: Handlers = module.get(MailHandlers)
  const settler = module.get(Settler)
  const mailFolder = join(config.dataDir, 'mail')
  return {
    clock: module.get(Clock) as FixedClock,
    get: module.get.bind(module) as TestingModule['get'],
    transactions: module.get(Transactions),
    close: () => module.close(),
    handlers,
    mailFolder,
    async drain() {
      for (let due = await settler.due(100); due.length > 0; due = await settler.due(100)) {
        for (const id of due) {
          await settler.settle(id, handlers)
          // Names of kept mails begin with the instant: a clock that stands still would leave their order to chance.
          clock.advance(1)
        }
      }
    },
    async mailsTo(address) {
      const names = (await readdir(mailFolder).catch(() => [] as string[])).filter((name) => name.endsWith('.eml')).sort()
      const mails = await Promise.all(names.map((name) => keptMail(mailFolder, name)))
      return mails.filter(({ parsed }) => [parsed.to].flat().some((to) => to?.text.includes(address)))
    },
  }
}

export async function keptMail(folder: string, name: string): Promise<KeptMail> {
  const raw = await readFile(join(folder, name))
  return { name, ...(await readMail(raw)) }
}

export async function readMail(raw: Buffer): Promise<Omit<KeptMail, 'name'>> {
  const parsed = await simpleParser(raw)
  const part = parsed.attachments.find(({ contentType }) => contentType === 'text/calendar') ?? parsed.attachments.find(({ contentType }) => contentType === 'application/ics')
  const text = part?.content.toString('utf8').replace(/\r\n[ \t]/g, '')
  const line = (name: string) => new RegExp(`^${name}:(.*?)\r?$`, 'm').exec(text ?? '')?.[1] ?? ''
  return { raw: raw.toString('utf8'), parsed, calendar: text === undefined ? null : { method: line('METHOD'), uid: line('UID'), sequence: Number(line('SEQUENCE')), text } }
}

/** An event with a host, a venue and a programme. */
export async function plantFullEvent(rooms: Rooms, facts: Partial<EventEntity> = {}): Promise<string> {
  const eventId = await plantEvent(rooms, facts)
  await rooms.transactions.run(async (tx) => {
    const organisationId = newId()
    const name = 'Stiftung Beispiel'
    await tx.db.insert(OrganisationEntity, { id: organisationId, name, search: 'stiftung beispiel', street: 'Musterallee 1', postcode: '10115', city: 'Berlin' })
    await tx.db.insert(HostEntity, {
      id: newId(), organisationId, legalForm: 'stiftung', slug: `stiftung-${organisationId}`, colours: {}, imprint: 'Stiftung Beispiel\nMusterallee 1\n10115 Berlin', privacy: 'Verantwortlich ist die Stiftung Beispiel.', senderName: 'Organisationsteam',
    })
    await tx.db.insert(OrganisationRoleEntity, { id: newId(), nodeId: eventId, organisationId, role: 'veranstalter', nameShown: name })
    await tx.db.insert(VenueEntity, { id: newId(), eventId, name: 'Bürgerhaus', street: 'Kaistraße 12', postcode: '23552', city: 'Lübeck', access: [] })
    const agenda = { eventId, kind: 'other' as const }
    await tx.db.insert(AgendaItemEntity, { id: newId(), ...agenda, title: 'Ausklang', startsAt: new Date('2027-04-14T14:00:00Z'), position: 0 })
    await tx.db.insert(AgendaItemEntity, { id: newId(), ...agenda, title: 'Begrüßung', startsAt: new Date('2027-04-14T08:00:00Z'), position: 1 })
    await tx.db.insert(AgendaItemEntity, { id: newId(), ...agenda, title: 'Vorgespräch der Leitung', startsAt: new Date('2027-04-14T07:00:00Z'), position: 2, public: false })
  })
  return eventId
}

/** Registers and confirms one person; the letters wait in the outbox. */
export async function take(rooms: Rooms, eventId: string, said: RegistrationInput): Promise<ParticipationEntity> {
  const [token] = await registerPeople(rooms, eventId, [said])
  const result = await rooms.get(Confirmations).confirm(token!)
  if (result.kind !== 'confirmed') throw new Error(`not confirmed: ${result.kind}`)
  return rooms.transactions.read.findOneByOrFail(ParticipationEntity, { id: result.participationId })
}

/** What a job brings along that is handed to its handler without the outbox. */
export const firstTry = { attempts: 1, begins: () => undefined, settled: Promise.resolve() }

let next = 0
/** A person nobody else in the run is. */
export function somebody(said: Partial<RegistrationInput> = {}): RegistrationInput {
  next += 1
  return person(next, { email: `somebody${next}.${newId().slice(-6)}@stadt.example`, ...said })
}

/** Changes columns of an event as staff does: under its lock, with the work that follows. */
export function changeEvent(rooms: Rooms, eventId: string, facts: Partial<EventEntity>): Promise<void> {
  return rooms.transactions.runLocked({ table: 'event', id: eventId }, async (tx) => {
    if (Object.keys(facts).length > 0) await tx.db.update(EventEntity, { id: eventId }, facts)
    await rooms.get(Outbox).add(tx, { kind: facts.state === 'cancelled' ? 'event.cancelled' : 'event.changed', subjectId: eventId, payload: {}, nodeId: eventId })
  })
}

export const outboxOf = (rooms: Rooms, subjectId: string) => rooms.transactions.read.find(OutboxEntity, { where: { subjectId }, order: { id: 'ASC' } })
export const messagesOf = (rooms: Rooms, participationId: string) => rooms.transactions.read.find(MessageEntity, { where: { participationId }, order: { id: 'ASC' } })
export const entryOf = (rooms: Rooms, participationId: string) => rooms.transactions.read.findOneBy(CalendarEntryEntity, { participationId })
