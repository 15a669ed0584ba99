import type { INestApplicationContext } from '@nestjs/common'
import { ParticipantList } from '@app/participants'
import { Campaign } from './campaign.js'
import { type EventCounts, countEvent } from './event-counts.js'
import { Letters } from './letters.js'
import { type PlantedEvent, type PlantedPerson, plantConfirmed, plantEvent, plantUnconfirmed } from './planting.js'

export interface ListPage {
  milliseconds: number
  rows: number
  total: number
  next: string | null
}

const PAGE = 200

/** What the one who measures may ask of the server beside HTTP. A type and no interface, because a record of calls is asked for. */
export type ServerCalls = ReturnType<typeof serverCalls>

export function serverCalls(app: INestApplicationContext) {
  const letters = new Letters(app)
  const campaign = new Campaign(app)
  return {
    plantEvent: ({ capacity }: { capacity: number }): Promise<PlantedEvent> => plantEvent(app, capacity, new Date()),
    plantUnconfirmed: ({ eventId, count }: { eventId: string; count: number }): Promise<PlantedPerson[]> => plantUnconfirmed(app, eventId, count, new Date()),
    plantConfirmed: ({ eventId, count, withLinks }: { eventId: string; count: number; withLinks?: boolean }): Promise<void> => plantConfirmed(app, eventId, count, new Date(), withLinks),
    countEvent: ({ eventId }: { eventId: string }): Promise<EventCounts> => countEvent(app, eventId),
    /** One page of the participants' list, timed without HTTP. */
    listPage: async ({ eventId, after }: { eventId: string; after: string | null }): Promise<ListPage> => {
      const started = performance.now()
      const page = await app.get(ParticipantList).page(eventId, { q: undefined, standing: [], land: [], group: [], limit: PAGE, ...(after === null ? {} : { after }) })
      return { milliseconds: performance.now() - started, rows: page.items.length, total: page.total, next: page.next }
    },
    prepareLetters: ({ count }: { count: number }): Promise<void> => letters.prepare(count, new Date()),
    sendLetters: (_: null): Promise<number> => letters.send(),
    sendWithoutDatabase: (_: null): Promise<number> => letters.sendWithoutDatabase(),
    sendPlainly: (_: null): Promise<number> => letters.sendPlainly(),
    announce: ({ eventId }: { eventId: string }): Promise<void> => campaign.announce(eventId),
    work: (_: null): Promise<void> => campaign.work(),
    outboxStates: (_: null): ReturnType<Campaign['states']> => campaign.states(),
    fanOut: (_: null): Promise<string[]> => campaign.fanOut(),
    sendRows: ({ ids }: { ids: readonly string[] }): Promise<void> => campaign.send(ids),
    /** The most memory that this process has had, in MiB. */
    peakMemory: (_: null): number => process.resourceUsage().maxRSS / 1024,
    /** CPU that this process has used, in milliseconds. */
    cpu: (_: null): number => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
  }
}
