import { isDeepStrictEqual } from 'node:util'
import { Inject, Injectable } from '@nestjs/common'
import { addresses } from '@app/contracts'
import { EventEntity, type EventForRegistration, EventLookup, registrationWindow } from '@app/events'
import { ParticipationEntity, Places, expiryOf } from '@app/participants'
import { CONFIG, Clock, type Config, PersonalLinks, Transactions } from '@app/platform'
import { placeWords } from '../domain/event-words.js'
import { calendarFingerprint } from '../domain/fingerprint.js'
import type { MailFacts, MailLanguage, MailLinks } from '../domain/mail-facts.js'
import type { EntryStatus } from '../calendar-entries/entry-step.js'
import { EventFactsReader } from './event-facts.js'
import { type KnownEvent, KnownEvents } from './known-events.js'
import { momentWords, personOf, refusalOf, standingOf } from './person-facts.js'

const ADDRESSEE = [
  'id', 'eventId', 'contactId', 'answer', 'place', 'placeReason', 'arrivalNo', 'salutation', 'title', 'givenNames', 'familyName', 'officeAddress', 'officeSalutation', 'salutationOverride',
  'organisationShown', 'email', 'emailNormalised', 'language', 'anonymisedAt', 'revision', 'createdAt',
] as const

/** What letters need of a participation. */
export type Addressee = Pick<ParticipationEntity, (typeof ADDRESSEE)[number]>

/** Whom a letter is about: enough to say whether it is due. */
export interface Looked {
  participation: Addressee & { email: string; emailNormalised: string }
  event: EventForRegistration
  words: KnownEvent['words']
}

/** All facts of one letter, as they were at one look. */
export interface ReadFacts extends Looked {
  facts: MailFacts
}

/** A short code when there is nobody to write to. */
export type Nobody = 'gone' | 'no_address'

/** Everything mails are made of, read just before they leave. */
@Injectable()
export class MailFactsReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: EventLookup,
    private readonly eventFacts: EventFactsReader,
    private readonly known: KnownEvents,
    private readonly links: PersonalLinks,
    private readonly places: Places,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Who these participations are, each once; in the same order. */
  async look(participationIds: readonly string[]): Promise<(Looked | Nobody)[]> {
    const about = await this.transactions.pickAll(ParticipationEntity, { id: participationIds }, ['eventId'])
    const events = new Map<string, KnownEvent | null>()
    for (const { id, revision } of await this.revisionsOf(about.map(({ eventId }) => eventId))) events.set(id, await this.known.at(id, revision))
    // People after their events: whatever has changed since shows in the revision.
    const rows = await this.transactions.pickAll(ParticipationEntity, { id: participationIds }, ADDRESSEE)
    const people = new Map(rows.map((row) => [row.id, row]))
    return participationIds.map((id) => {
      const participation = people.get(id)
      if (!participation || participation.anonymisedAt !== null || this.isExpired(participation)) return 'gone'
      const event = events.get(participation.eventId)
      if (!event) return 'gone'
      return isReachable(participation) ? { participation, event: event.event, words: event.words } : 'no_address'
    })
  }

  /** All facts at once. */
  async read(participationId: string): Promise<ReadFacts | Nobody> {
    const [looked] = await this.look([participationId])
    return typeof looked === 'string' ? looked : (await this.complete([looked!]))[0]!
  }

  /** The rest of the facts, for letters that are due. */
  async complete(looked: readonly Looked[]): Promise<ReadFacts[]> {
    const people = looked.map(({ participation }) => participation)
    const tokens = {
      confirm: await this.links.tokensFor('confirm', people.filter((row) => purposeOf(row) === 'confirm').map(({ id }) => id)),
      manage: await this.links.tokensFor('manage', people.filter((row) => purposeOf(row) === 'manage').map(({ id }) => id)),
    }
    return Promise.all(looked.map(async (one) => ({ ...one, facts: await this.factsOf(one, tokens[purposeOf(one.participation)].get(one.participation.id) ?? null) })))
  }

  /**
   * Whether event and participation are still as they were read. Every change of them goes through the event's lock, which raises its revision; so does
   * everybody else who gets or gives back a place, and in a rush of those only what was said counts.
   */
  async areCurrent(reads: readonly ReadFacts[]): Promise<boolean[]> {
    if (reads.length === 0) return []
    const revisions = new Map((await this.revisionsOf(reads.map(({ event }) => event.id))).map(({ id, revision }) => [id, revision]))
    const moved = reads.filter(({ event }) => revisions.get(event.id) !== event.revision)
    if (moved.length === 0) return reads.map(() => true)
    const looked = await this.look(moved.map(({ participation }) => participation.id))
    const same = new Map(await Promise.all(moved.map(async (read, at) => [read, await saysTheSame(read, looked[at]!)] as const)))
    return reads.map((read) => same.get(read) ?? true)
  }

  /** What a calendar entry about the event would say now, per language; null while there is no date to say. */
  async fingerprintsOf(eventId: string): Promise<Record<MailLanguage, string> | null> {
    const event = await this.events.eventForRegistration(eventId)
    if (!event) return null
    const [de, en] = await Promise.all((['de', 'en'] as const).map((language) => this.eventFacts.read(event, language, this.config.publicUrl)))
    return de!.days.length === 0 ? null : { de: fingerprintOf(de!, 'de', 'confirmed'), en: fingerprintOf(en!, 'en', 'confirmed') }
  }

  private revisionsOf(eventIds: readonly string[]): Promise<Pick<EventEntity, 'id' | 'revision'>[]> {
    return this.transactions.pickAll(EventEntity, { id: [...new Set(eventIds)] }, ['id', 'revision'])
  }

  private isExpired(row: Addressee): boolean {
    return row.answer === 'unconfirmed' && expiryOf(row) <= this.clock.now()
  }

  private async factsOf({ participation, event, words }: Looked, token: string | null): Promise<MailFacts> {
    const { language } = participation
    return {
      language,
      ...(await words(language)),
      person: personOf(participation),
      links: this.linksOf(participation, event, token),
      waitingPosition: await this.places.position(participation),
      confirmUntil: participation.answer === 'unconfirmed' ? momentWords(expiryOf(participation), event.timeZone, language) : null,
      standing: standingOf(participation),
      reason: event.state === 'cancelled' ? event.cancelReason : refusalOf(participation, language),
    }
  }

  private linksOf(row: Addressee, event: EventForRegistration, token: string | null): MailLinks {
    const { publicUrl } = this.config
    const mayRegister = registrationWindow(event, this.clock.moment(), null).open
    const purpose = purposeOf(row)
    return {
      ...(token === null ? {} : { [purpose]: `${publicUrl}${addresses[purpose](token)}` }),
      ...(mayRegister ? { register: `${publicUrl}${addresses.registration(row.language, event.slug)}` } : {}),
    }
  }
}

function purposeOf({ answer }: Pick<ParticipationEntity, 'answer'>): 'confirm' | 'manage' {
  return answer === 'unconfirmed' ? 'confirm' : 'manage'
}

async function saysTheSame(read: ReadFacts, now: Looked | Nobody): Promise<boolean> {
  if (typeof now === 'string' || now.participation.revision !== read.participation.revision || now.event.state !== read.event.state) return false
  return isDeepStrictEqual((await now.words(read.facts.language)).event, read.facts.event)
}

/** SHA-256 of what the entry says; what it is compared with tells whether its reader must hear of a change. */
export function fingerprintOf(event: MailFacts['event'], language: MailLanguage, status: EntryStatus): string {
  const { title, days, zone, onlineLink = null } = event
  const times = event.agenda.flatMap(({ startsAt }) => startsAt ?? [])
  return calendarFingerprint({ title, days, zone, place: placeWords(event, language), status: STATUS[status], onlineLink, times })
}

export const STATUS = { tentative: 'TENTATIVE', confirmed: 'CONFIRMED', cancelled: 'CANCELLED' } as const

function isReachable(row: Addressee): row is Addressee & { email: string; emailNormalised: string } {
  return row.email !== null && row.emailNormalised !== null
}
