import { Inject, Injectable } from '@nestjs/common'
import { type EventForRegistration, EventLookup } from '@app/events'
import { CONFIG, Clock, type Config } from '@app/platform'
import type { MailEvent, MailHost, MailLanguage } from '../domain/mail-facts.js'
import { EventFactsReader } from './event-facts.js'
import { HostFactsReader } from './host-facts.js'

/** What a letter tells of an event, in one language. */
export interface EventWords {
  event: MailEvent
  host: MailHost
}

/** An event as it was at one look. */
export interface KnownEvent {
  event: EventForRegistration
  /** Read when first asked for; the same objects for every letter. */
  words(language: MailLanguage): Promise<EventWords>
}

/** How long a look counts: what stands around an event, its host for example, changes without the event's revision. */
const FRESH_MILLISECONDS = 1_000
const MOST = 100

/** Events that letters are being written about, read once for all letters of the same moment. */
@Injectable()
export class KnownEvents {
  private readonly known = new Map<string, KnownEvent & { readAt: number }>()

  constructor(
    private readonly events: EventLookup,
    private readonly eventFacts: EventFactsReader,
    private readonly hostFacts: HostFactsReader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param revision the event's, as it was read a moment ago @returns null when there is no such event */
  async at(id: string, revision: number): Promise<KnownEvent | null> {
    const now = this.clock.elapsed()
    const known = this.known.get(id)
    if (known && known.event.revision === revision && now - known.readAt < FRESH_MILLISECONDS) return known
    // The event row comes first: its revision then tells whether anything below has changed since.
    const event = await this.events.eventForRegistration(id)
    if (!event) return null
    const words = new Map<MailLanguage, Promise<EventWords>>()
    const read = {
      event,
      readAt: now,
      words: (language: MailLanguage) => {
        const asked = words.get(language) ?? this.read(event, language)
        words.set(language, asked)
        return asked
      },
    }
    if (this.known.size >= MOST) this.known.clear()
    this.known.set(id, read)
    return read
  }

  private async read(event: EventForRegistration, language: MailLanguage): Promise<EventWords> {
    return { event: await this.eventFacts.read(event, language, this.config.publicUrl), host: await this.hostFacts.read(event.id, language) }
  }
}
