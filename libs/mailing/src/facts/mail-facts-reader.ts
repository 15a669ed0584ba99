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
import { HostFactsReader } from './host-facts.js'
import { momentWords, personOf, refusalOf, standingOf } from './person-facts.js'

/** Whom a letter is about: enough to say whether it is due. */
export interface Looked {
  participation: ParticipationEntity & { email: string; emailNormalised: string }
  event: EventForRegistration
}

/** All facts of one letter, as they were at one look. */
export interface ReadFacts extends Looked {
  facts: MailFacts
}

/** Everything a mail is made of, read just before it leaves. */
@Injectable()
export class MailFactsReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly events: EventLookup,
    private readonly eventFacts: EventFactsReader,
    private readonly hostFacts: HostFactsReader,
    private readonly links: PersonalLinks,
    private readonly places: Places,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns a short code when there is nobody to write to: `gone`, `no_address` */
  async look(participationId: string): Promise<Looked | 'gone' | 'no_address'> {
    const participation = await this.transactions.read.findOneBy(ParticipationEntity, { id: participationId })
    if (!participation || participation.anonymisedAt !== null || this.isExpired(participation)) return 'gone'
    if (!isReachable(participation)) return 'no_address'
    // The event row comes first: its revision then tells whether anything below has changed since.
    const event = await this.events.eventForRegistration(participation.eventId)
    return event ? { participation, event } : 'gone'
  }

  /** All facts at once; codes as for `look`. */
  async read(participationId: string): Promise<ReadFacts | 'gone' | 'no_address'> {
    const looked = await this.look(participationId)
    return typeof looked === 'string' ? looked : this.complete(looked)
  }

  /** The rest of the facts, for a letter that is due. */
  async complete({ participation, event }: Looked): Promise<ReadFacts> {
    const { language } = participation
    return {
      participation,
      event,
      facts: {
        language,
        event: await this.eventFacts.read(event, language, this.config.publicUrl),
        host: await this.hostFacts.read(event.id, language),
        person: personOf(participation),
        links: await this.linksOf(participation, event),
        waitingPosition: await this.places.position(participation),
        confirmUntil: momentWords(expiryOf(participation), event.timeZone, language),
        standing: standingOf(participation),
        reason: event.state === 'cancelled' ? event.cancelReason : refusalOf(participation, language),
      },
    }
  }

  /**
   * Whether event and participation are still as they were read. Every change of them goes through the event's lock, which raises its revision; so does
   * everybody else who gets or gives back a place, and in a rush of those only what was said counts.
   */
  async isCurrent({ event, participation, facts }: ReadFacts): Promise<boolean> {
    if (await this.transactions.read.existsBy(EventEntity, { id: event.id, revision: event.revision })) return true
    const now = await this.look(participation.id)
    if (typeof now === 'string' || now.participation.revision !== participation.revision || now.event.state !== event.state) return false
    return isDeepStrictEqual(await this.eventFacts.read(now.event, facts.language, this.config.publicUrl), facts.event)
  }

  /** What a calendar entry about the event would say now, per language; null while there is no date to say. */
  async fingerprintsOf(eventId: string): Promise<Record<MailLanguage, string> | null> {
    const event = await this.events.eventForRegistration(eventId)
    if (!event) return null
    const [de, en] = await Promise.all((['de', 'en'] as const).map((language) => this.eventFacts.read(event, language, this.config.publicUrl)))
    return de!.days.length === 0 ? null : { de: fingerprintOf(de!, 'de', 'confirmed'), en: fingerprintOf(en!, 'en', 'confirmed') }
  }

  private isExpired(row: ParticipationEntity): boolean {
    return row.answer === 'unconfirmed' && expiryOf(row) <= this.clock.now()
  }

  private async linksOf(row: ParticipationEntity, event: EventForRegistration): Promise<MailLinks> {
    const { publicUrl } = this.config
    const mayRegister = registrationWindow(event, this.clock.moment(), null).open
    const purpose = row.answer === 'unconfirmed' ? 'confirm' : 'manage'
    const token = await this.links.tokenFor(purpose, row.id)
    return {
      ...(token === null ? {} : { [purpose]: `${publicUrl}${addresses[purpose](token)}` }),
      ...(mayRegister ? { register: `${publicUrl}${addresses.registration(row.language, event.slug)}` } : {}),
    }
  }
}

/** SHA-256 of what the entry says; what it is compared with tells whether its reader must hear of a change. */
export function fingerprintOf(event: MailFacts['event'], language: MailLanguage, status: EntryStatus): string {
  const { title, days, zone, onlineLink = null } = event
  const times = event.agenda.flatMap(({ startsAt }) => startsAt ?? [])
  return calendarFingerprint({ title, days, zone, place: placeWords(event, language), status: STATUS[status], onlineLink, times })
}

export const STATUS = { tentative: 'TENTATIVE', confirmed: 'CONFIRMED', cancelled: 'CANCELLED' } as const

function isReachable(row: ParticipationEntity): row is ParticipationEntity & { email: string; emailNormalised: string } {
  return row.email !== null && row.emailNormalised !== null
}
