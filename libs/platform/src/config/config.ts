import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { RETENTION_CLASSES, RETENTION_PRESETS, type RetentionPeriods, isPeriod } from '../retention/retention-class.js'
import { readDatabaseAddress } from './database-address.js'
import { type DkimConfig, readDkim } from './dkim.js'
import { type OidcConfig, readOidc } from './oidc.js'

/** Embedded: nothing but Node. Small: SQLite with real mail. Production: MySQL/MariaDB, Redis and SMTP. */
export type Mode = 'embedded' | 'small' | 'production'

export interface Config {
  mode: Mode
  port: number
  host: string
  dataDir: string
  /** Address under which people reach the product, without a slash at the end. */
  publicUrl: string
  databaseUrl: string | null
  redisUrl: string | null
  smtpUrl: string | null
  mailFrom: { name: string; address: string }
  mailReplyTo: { name: string; address: string } | null
  /** Who the set-up link of the very first start is for; null: an account whose address does not exist. */
  firstAdmin: { name: string; address: string } | null
  /** null: mails are not signed. */
  dkim: DkimConfig | null
  /** null: staff sign in by password and passkey only. */
  oidc: OidcConfig | null
  /** `id:base64,…`, or null: then DATA_DIR/secret.keys is made at first start. */
  secretKeys: string | null
  trustProxy: string[]
  logLevel: string
  /** What a monitoring system sends as bearer token to read `/metrics`; null: there is no such address. */
  metricsToken: string | null
  /** Where a worker, which has no HTTP otherwise, answers `/metrics`; 0: nowhere. */
  metricsPort: number
  demo: boolean
  /** How long what is kept, by class. */
  retention: RetentionPeriods
  limits: {
    /** Sign-ups per client address in 10 minutes; a whole authority shares one address. 0: no limit. */
    signupsPerIp: number
    /** Mails per address and event in 10 minutes. 0: no limit. */
    mailsPerAddress: number
    /** Mails to one domain that are on their way at the same time, over all workers. 0: no limit. */
    mailsPerDomain: number
    /** Mails in a minute, over all workers. 0: no limit. */
    mailsPerMinute: number
    /** Connections of one worker to the mail server, each of which carries one mail at a time. At least 1. */
    mailConnections: number
    /** A form sent faster than this was filled by a machine. 0: no limit. */
    formMinSeconds: number
  }
}

/** Configuration that cannot work; each sentence says what is wrong and what to do. */
export class ConfigError extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'))
    this.name = 'ConfigError'
  }
}

type Environment = Record<string, string | undefined>

const SECRETS = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'SECRET_KEYS', 'METRICS_TOKEN', 'DKIM_KEY', 'OIDC_CLIENT_SECRET'] as const

/**
 * Reads the whole configuration from the environment: the only reader of it in the product.
 * @throws ConfigError with all sentences at once; values of secrets are never printed.
 */
export function readConfig(environment: Environment = process.env): Config {
  const problems: string[] = []
  const value = (name: string) => environment[name]?.trim() || undefined
  const secret = (name: (typeof SECRETS)[number]) => readSecret(name, value, problems)

  const whole = (name: string, preset: number, max: number, min = 0) => {
    const parsed = z.coerce.number().int().min(min).max(max).safeParse(value(name) ?? preset)
    if (!parsed.success) problems.push(`${name} must be a whole number from ${min} to ${max}.`)
    return parsed.success ? parsed.data : preset
  }
  const url = (name: string, text: string | undefined, schemes: string[]) => {
    if (text === undefined) return null
    if (!URL.canParse(text) || !schemes.includes(new URL(text).protocol.slice(0, -1))) {
      problems.push(`${name} must be an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}.`)
    }
    return text
  }

  const port = whole('PORT', 3000, 65_535)
  const host = value('HOST') ?? '127.0.0.1'
  const databaseUrl = url('DATABASE_URL', secret('DATABASE_URL'), ['mysql', 'mariadb'])
  if (isOf(databaseUrl, ['mysql:', 'mariadb:'])) {
    const read = readDatabaseAddress(databaseUrl)
    if ('problems' in read) problems.push(...read.problems)
  }
  const redisUrl = url('REDIS_URL', secret('REDIS_URL'), ['redis', 'rediss'])
  const smtpUrl = url('SMTP_URL', secret('SMTP_URL'), ['smtp', 'smtps'])
  if (isOf(smtpUrl, ['smtp:', 'smtps:'])) {
    const { protocol, searchParams } = new URL(smtpUrl)
    const isKnown = [...searchParams].every(([key, word]) => key === 'starttls' && word === 'never' && protocol === 'smtp:')
    if (!isKnown) problems.push('SMTP_URL has a parameter that is not known: only starttls=never is read, with smtp://, for a way to the server that is trusted.')
  }
  const mode = modeOf(databaseUrl, redisUrl, smtpUrl, problems)
  const demo = flagOf('DEMO', value('DEMO') ?? (mode === 'embedded' ? '1' : '0'), problems)
  if (demo && smtpUrl) problems.push('DEMO=1 does not go together with SMTP_URL: the demo never sends real mail. Set DEMO=0 or leave out SMTP_URL.')

  const secretKeys = secret('SECRET_KEYS') ?? null
  if (mode === 'production' && secretKeys === null) {
    problems.push('SECRET_KEYS is missing: set it to "1:" and 32 random bytes in base64, for example from "openssl rand -base64 32".')
  }
  const trustProxy = (value('TRUST_PROXY') ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '')
  if (!trustProxy.every(isNetwork)) {
    problems.push('TRUST_PROXY must be addresses or networks of reverse proxies by comma, for example 10.0.0.0/8, or loopback, linklocal, uniquelocal.')
  }
  const shown = host.includes(':') ? `[${host}]` : ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  const publicUrl = url('PUBLIC_URL', value('PUBLIC_URL'), ['http', 'https'])?.replace(/\/+$/, '') ?? `http://${shown}:${port}`
  if (mode === 'production' && value('PUBLIC_URL') === undefined) problems.push('PUBLIC_URL is missing: set it to the address under which people reach this server, for example https://dialog.example.de.')

  if (URL.canParse(publicUrl) && !isOrigin(new URL(publicUrl))) {
    problems.push('PUBLIC_URL must be an address without a path, a query or a password, for example https://dialog.example.de.')
  }

  const config: Config = {
    mode,
    port,
    host,
    dataDir: resolve(value('DATA_DIR') ?? './var'),
    publicUrl,
    databaseUrl,
    redisUrl,
    smtpUrl,
    mailFrom: mailbox('MAIL_FROM', value('MAIL_FROM'), smtpUrl !== null, problems) ?? { name: 'Dialogwerk', address: 'einladung@dialogwerk.example' },
    mailReplyTo: mailbox('MAIL_REPLY_TO', value('MAIL_REPLY_TO'), false, problems),
    firstAdmin: mailbox('FIRST_ADMIN', value('FIRST_ADMIN'), false, problems),
    dkim: readDkim(value('DKIM_DOMAIN'), value('DKIM_SELECTOR'), secret('DKIM_KEY'), problems),
    oidc: readOidc({
      issuer: value('OIDC_ISSUER'), clientId: value('OIDC_CLIENT_ID'), clientSecret: secret('OIDC_CLIENT_SECRET'), name: value('OIDC_NAME'), trustMfa: value('OIDC_TRUST_MFA'),
    }, problems),
    secretKeys,
    trustProxy,
    logLevel: value('LOG_LEVEL') ?? 'info',
    metricsToken: secret('METRICS_TOKEN') ?? null,
    metricsPort: whole('METRICS_PORT', 0, 65_535),
    demo,
    retention: readPeriods(value, problems),
    limits: {
      signupsPerIp: whole('LIMIT_SIGNUPS_PER_IP', 300, 1_000_000),
      mailsPerAddress: whole('LIMIT_MAIL_PER_ADDRESS', 1, 1_000),
      mailsPerDomain: whole('LIMIT_MAILS_PER_DOMAIN', 2, 100),
      mailsPerMinute: whole('LIMIT_MAILS_PER_MINUTE', 0, 1_000_000),
      mailConnections: whole('LIMIT_MAIL_CONNECTIONS', 5, 50, 1),
      formMinSeconds: whole('FORM_MIN_SECONDS', 2, 600),
    },
  }
  if (!['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(config.logLevel)) {
    problems.push('LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.')
  }
  if (config.metricsToken !== null && config.metricsToken.length < 16) problems.push('METRICS_TOKEN must have at least 16 characters, for example from "openssl rand -base64 24".')
  if (config.metricsPort !== 0 && config.metricsToken === null) problems.push('METRICS_PORT is set, but METRICS_TOKEN is not: set the token that a monitoring system sends.')
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function readSecret(name: string, value: (name: string) => string | undefined, problems: string[]): string | undefined {
  const file = value(`${name}_FILE`)
  if (file === undefined) return value(name)
  if (value(name) !== undefined) problems.push(`${name} and ${name}_FILE are both set: leave one of them out.`)
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read: check its path and its permissions.`)
    return undefined
  }
}

function readPeriods(value: (name: string) => string | undefined, problems: string[]): RetentionPeriods {
  const periods = { ...RETENTION_PRESETS }
  for (const retention of RETENTION_CLASSES) {
    const period = value(`RETENTION_${retention}`) ?? RETENTION_PRESETS[retention]
    if (isPeriod(period)) periods[retention] = period
    else problems.push(`RETENTION_${retention} must be a period of at least a day after ISO 8601, for example P28D, P6M or P5Y.`)
  }
  return periods
}

function isOf(text: string | null, protocols: string[]): text is string {
  return text !== null && URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

function modeOf(databaseUrl: string | null, redisUrl: string | null, smtpUrl: string | null, problems: string[]): Mode {
  const set = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, SMTP_URL: smtpUrl }
  const given = Object.entries(set).filter(([, text]) => text !== null).map(([name]) => name)
  if (given.length === 0) return 'embedded'
  if (given.length === 3) return 'production'
  if (given.length === 1 && smtpUrl !== null) return 'small'
  const missing = Object.keys(set).filter((name) => !given.includes(name))
  problems.push(
    `${given.join(' and ')} ${given.length === 1 ? 'is' : 'are'} set, but ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not. ` +
      'Set none of the three (everything built in), SMTP_URL alone (one small server with real mail) or all three (production).',
  )
  return 'embedded'
}

/** What Express takes for a proxy: an address, a network, or one of its three names for networks. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
}

/** Pages link from the root of the host, so an address with a path would lead nowhere. */
function isOrigin({ pathname, search, hash, username, password }: URL): boolean {
  return pathname === '/' && [search, hash, username, password].every((part) => part === '')
}

function flagOf(name: string, text: string, problems: string[]): boolean {
  if (text !== '0' && text !== '1') problems.push(`${name} must be 0 or 1.`)
  return text === '1'
}

/** `Name <address>` or a bare address; never a list. */
function mailbox(name: string, text: string | undefined, required: boolean, problems: string[]): { name: string; address: string } | null {
  if (text === undefined) {
    if (required) problems.push(`${name} is missing: set it to the sender of the mails, for example "Dialogwerk <einladung@example.de>".`)
    return null
  }
  const match = /^(?:"?([^"<>]*?)"?\s*<([^<>\s,]+@[^<>\s,]+)>|([^<>\s,]+@[^<>\s,]+))$/.exec(text)
  if (!match) {
    problems.push(`${name} must be one mail address, bare or as "Name <address>".`)
    return null
  }
  return { name: match[1]?.trim() ?? '', address: match[2] ?? match[3]! }
}
