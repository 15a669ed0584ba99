import { existsSync } from 'node:fs'
import { type Config, type DataSources, type Schema, closeDataSources, openDataSources, sqliteFile } from '@app/platform'
import { faultSentences } from '../../../process-end.js'
import { checkAudit } from './audit-check.js'
import { checkClock, checkFile, checkLetters, checkMigrations } from './database-checks.js'
import { checkDkim } from './dkim-check.js'
import { type Finding, fault, note, ok } from './finding.js'
import { checkInvariants } from './invariant-checks.js'
import { checkOidc } from './oidc-check.js'
import { checkConfiguration, checkDataDir, checkKeys } from './place-checks.js'
import { checkRedis, checkSmtp } from './service-checks.js'

/**
 * Looks at everything an installation needs, one finding after the other as they come. Changes nothing: no database, no keys and no
 * mail come into being by looking.
 */
export async function* examine(config: Config, schema: Schema, now: () => Date): AsyncGenerator<Finding> {
  yield* checkConfiguration(config)
  yield* await checkDataDir(config)
  yield* checkKeys(config)
  yield* examineDatabase(config, schema, now)
  if (config.redisUrl !== null) yield* await checkRedis(config.redisUrl)
  if (config.smtpUrl !== null) yield* await checkSmtp(config.smtpUrl)
  if (config.dkim !== null) yield* await checkDkim(config.dkim)
  if (config.oidc !== null) yield* await checkOidc(config.oidc)
}

async function* examineDatabase(config: Config, schema: Schema, now: () => Date): AsyncGenerator<Finding> {
  if (config.databaseUrl === null && !existsSync(sqliteFile(config.dataDir))) {
    yield note('database: none yet', 'the first start makes it')
    return
  }
  let sources: DataSources
  try {
    sources = await openDataSources(config, schema)
  } catch (error) {
    yield fault(`database: ${faultSentences(error)?.join(' ') ?? 'cannot be opened'}`, 'the other checks of the database need it')
    return
  }
  try {
    yield ok(`database: ${sources.dialect === 'sqlite' ? 'SQLite file' : `${new URL(config.databaseUrl!).protocol.slice(0, -1)} server`} opened`)
    yield* await (sources.dialect === 'sqlite' ? checkFile(sources) : checkLetters(sources))
    const migrations = await checkMigrations(sources, config, schema)
    yield* migrations
    // Tables of another version cannot be counted.
    if (migrations.some(({ state }) => state !== 'ok')) return
    yield* await checkClock(sources, now)
    yield* await checkInvariants(sources, now())
    yield await checkAudit(config, sources)
  } catch {
    yield fault('database: a question was not answered', 'look into the log of the database')
  } finally {
    await closeDataSources(sources)
  }
}
