import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common'
import type { Redis } from 'ioredis'
import { Clock } from './clock.js'
import type { Config } from './config/config.js'
import { type DataSources, type Schema, closeDataSources, openDataSources } from './database/data-sources.js'
import { Transactions } from './database/transactions.js'
import { StoreHealth } from './health/store-health.js'
import { randomToken } from './ids.js'
import { PersonalLinks } from './links/personal-links.js'
import { type Logger, createLogger } from './log.js'
import { type LaneLimits, NO_LIMITS } from './outbox/lanes.js'
import { Outbox } from './outbox/outbox.js'
import { OutboxWorker } from './outbox/outbox-worker.js'
import { Relay } from './outbox/relay.js'
import { Settler } from './outbox/settler.js'
import { Sweeper } from './outbox/sweeper.js'
import { BullmqQueue } from './queue/bullmq-queue.js'
import { MemoryQueue } from './queue/memory-queue.js'
import type { Queue } from './queue/queue.js'
import { PlatformRetention } from './retention/platform-retention.js'
import { Retention } from './retention/retention.js'
import { Schedule } from './schedule/schedule.js'
import { KeyRing } from './secrets/key-ring.js'
import { connectCounter } from './throttle/counter-connection.js'
import { Throttle } from './throttle/throttle.js'

/** Tokens of what has no class of its own. */
export const CONFIG = Symbol('Config')
export const DATA_SOURCES = Symbol('DataSources')
export const QUEUE = Symbol('Queue')
export const LOGGER = Symbol('Logger')
/** Tells the log of an error that may come a thousand times: one line per kind of error and 10 seconds. */
export const REPORT = Symbol('Report')
const REDIS = Symbol('Redis')

export interface PlatformOptions {
  config: Config
  schema: Schema
  clock: Clock
  logger?: Logger
}

/** The ground floor: configuration, database, outbox, queue, links, keys, limits. Global, so that libraries need not import it. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATA_SOURCES) private readonly sources: DataSources,
    @Inject(QUEUE) private readonly queue: Queue,
    @Inject(REDIS) private readonly redis: Redis | null,
    private readonly sweeper: Sweeper,
    private readonly relay: Relay,
    private readonly settler: Settler,
  ) {}

  static forRoot({ config, schema, clock, logger = createLogger(config.logLevel) }: PlatformOptions): DynamicModule {
    const provided = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: LOGGER, useValue: logger },
      { provide: REPORT, useValue: reporter(logger) },
      { provide: DATA_SOURCES, useFactory: () => openDataSources(config, schema, DATABASE_SILENCE_MILLISECONDS) },
      { provide: KeyRing, useFactory: (_opened: DataSources) => KeyRing.load(config.secretKeys, config.dataDir), inject: [DATA_SOURCES] },
      { provide: REDIS, useFactory: (report: Report) => config.redisUrl && connectCounter(config.redisUrl, report), inject: [REPORT] },
      {
        provide: QUEUE,
        useFactory: (report: Report) => (config.redisUrl ? new BullmqQueue(config.redisUrl, report) : new MemoryQueue(report)),
        inject: [REPORT],
      },
      { provide: Transactions, useFactory: (sources: DataSources) => new Transactions(sources), inject: [DATA_SOURCES] },
      {
        provide: StoreHealth,
        useFactory: (sources: DataSources, transactions: Transactions, redis: Redis | null) => new StoreHealth(sources, transactions, redis),
        inject: [DATA_SOURCES, Transactions, REDIS],
      },
      { provide: Relay, useFactory: (queue: Queue, report: Report) => new Relay(queue, report), inject: [QUEUE, REPORT] },
      { provide: Outbox, useFactory: (relay: Relay) => new Outbox(clock, relay), inject: [Relay] },
      {
        provide: Settler,
        useFactory: (transactions: Transactions, report: Report, throttle: Throttle, relay: Relay) =>
          new Settler(transactions, clock, `${process.pid}-${randomToken(6)}`, report, mailLimits(config, throttle), (ids) => relay.offer(...ids)),
        inject: [Transactions, REPORT, Throttle, Relay],
      },
      { provide: Sweeper, useFactory: (settler: Settler, relay: Relay, report: Report) => new Sweeper(settler, relay, report), inject: [Settler, Relay, REPORT] },
      {
        provide: OutboxWorker,
        useFactory: (queue: Queue, settler: Settler, sweeper: Sweeper) => new OutboxWorker(queue, settler, sweeper, config.redisUrl === null),
        inject: [QUEUE, Settler, Sweeper],
      },
      {
        provide: PersonalLinks,
        useFactory: (transactions: Transactions, keys: KeyRing) => new PersonalLinks(transactions, keys, clock),
        inject: [Transactions, KeyRing],
      },
      { provide: Schedule, useFactory: (transactions: Transactions) => new Schedule(transactions, clock), inject: [Transactions] },
      { provide: Retention, useFactory: (transactions: Transactions) => new Retention(transactions, clock, config.retention), inject: [Transactions] },
      { provide: PlatformRetention, useFactory: (transactions: Transactions) => new PlatformRetention(transactions, clock), inject: [Transactions] },
      {
        provide: Throttle,
        useFactory: (redis: Redis | null, keys: KeyRing) => new Throttle(redis, (key) => keys.sign('throttle', key)),
        inject: [REDIS, KeyRing],
      },
    ]
    return { module: PlatformModule, global: true, providers: provided, exports: provided.map(({ provide }) => provide) }
  }

  /** Runs after the HTTP server has closed: nothing new comes in, what runs is finished, then the connections go. */
  async onApplicationShutdown(): Promise<void> {
    this.settler.stop()
    await this.sweeper.stop()
    await this.relay.settled()
    await this.queue.close()
    this.settler.leases.stop()
    this.redis?.disconnect()
    await closeDataSources(this.sources)
  }
}

/** Longer than any statement of a request or a letter takes, waits for locks included. */
const DATABASE_SILENCE_MILLISECONDS = 10_000

/** More kinds of errors than this are not kept apart for ever. */
const MOST_KINDS = 200

export type Report = (error: unknown) => void

/** The built-in mailbox takes what comes; other people's mail servers do not. */
function mailLimits({ smtpUrl, limits }: Config, throttle: Throttle): LaneLimits {
  if (smtpUrl === null) return NO_LIMITS
  return {
    perLane: limits.mailsPerDomain,
    wait: () => throttle.take({ name: 'mails', points: limits.mailsPerMinute, windowSeconds: 60 }, 'all'),
  }
}

/** A database that is gone must not fill the disk with log lines. */
function reporter(logger: Logger): Report {
  const last = new Map<string, number>()
  return (error) => {
    const { code } = (error ?? {}) as { code?: unknown }
    // The message of a failed query quotes the query: by code it is the same error whatever was asked.
    const key = typeof code === 'string' ? code : error instanceof Error ? `${error.name}:${error.message.slice(0, 80)}` : String(error)
    const now = performance.now()
    if (now - (last.get(key) ?? -Infinity) < 10_000) return
    if (last.size === MOST_KINDS) last.clear()
    last.set(key, now)
    logger.error({ err: error }, 'work failed')
  }
}
