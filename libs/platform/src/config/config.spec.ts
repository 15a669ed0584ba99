import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, readConfig } from './config.js'

const all = {
  DATABASE_URL: 'mariadb://root@127.0.0.1:3306/dialogwerk', REDIS_URL: 'redis://127.0.0.1:6379', SMTP_URL: 'smtp://127.0.0.1:25',
  MAIL_FROM: 'Dialog <dialog@example.de>', PUBLIC_URL: 'https://dialog.example.de/', SECRET_KEYS: '1:aaaa',
}

function sentencesOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences
    throw error
  }
}

test('nothing set is the embedded mode with the documented defaults', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ mode: 'embedded', port: 3000, host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000', demo: true, databaseUrl: null })
  expect(config.dataDir).toMatch(/[/\\]var$/)
})

test('mail alone is a small server, all three are production', () => {
  expect(readConfig({ SMTP_URL: all.SMTP_URL, MAIL_FROM: all.MAIL_FROM })).toMatchObject({ mode: 'small', demo: false })
  expect(readConfig(all)).toMatchObject({ mode: 'production', demo: false, publicUrl: 'https://dialog.example.de', mailFrom: { name: 'Dialog', address: 'dialog@example.de' } })
})

test.each([
  [{ DATABASE_URL: all.DATABASE_URL }, 'DATABASE_URL is set, but REDIS_URL and SMTP_URL are not.'],
  [{ REDIS_URL: all.REDIS_URL }, 'REDIS_URL is set, but DATABASE_URL and SMTP_URL are not.'],
  [{ DATABASE_URL: all.DATABASE_URL, REDIS_URL: all.REDIS_URL }, 'DATABASE_URL and REDIS_URL are set, but SMTP_URL is not.'],
])('half a configuration is refused with the remedy: %j', (environment, start) => {
  expect(sentencesOf(environment)[0]).toContain(start)
  expect(sentencesOf(environment)[0]).toContain('all three (production)')
})

test('all mistakes are named at once, and no secret is printed', () => {
  const sentences = sentencesOf({ ...all, PORT: 'many', DEMO: 'yes', LIMIT_MAIL_CONNECTIONS: '0', SECRET_KEYS: '', DATABASE_URL: 'postgres://user:geheim@db/x' })
  expect(sentences.join('\n')).not.toContain('geheim')
  expect(sentences).toEqual([
    'PORT must be a whole number from 0 to 65535.',
    'DATABASE_URL must be an address that starts with mysql:// or mariadb://.',
    'DEMO must be 0 or 1.',
    expect.stringContaining('SECRET_KEYS is missing'),
    'LIMIT_MAIL_CONNECTIONS must be a whole number from 1 to 50.',
  ])
})

test('secrets may come from files, but not twice', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'smtp')
  writeFileSync(file, 'smtp://127.0.0.1:2525\n')
  expect(readConfig({ SMTP_URL_FILE: file, MAIL_FROM: all.MAIL_FROM }).smtpUrl).toBe('smtp://127.0.0.1:2525')
  expect(sentencesOf({ SMTP_URL_FILE: file, SMTP_URL: all.SMTP_URL, MAIL_FROM: all.MAIL_FROM })).toEqual([expect.stringContaining('both set')])
  expect(sentencesOf({ SMTP_URL_FILE: '/does/not/exist', MAIL_FROM: all.MAIL_FROM })).toEqual([expect.stringContaining('cannot be read')])
})

test('the demo never sends real mail', () => {
  expect(sentencesOf({ SMTP_URL: all.SMTP_URL, MAIL_FROM: all.MAIL_FROM, DEMO: '1' })).toEqual([expect.stringContaining('never sends real mail')])
})

test.each(['smtp://user:geheim@mail.example?ignoreTLS=true', 'smtp://mail.example?starttls=always', 'smtps://mail.example?starttls=never', 'smtp://mail.example?tls.rejectUnauthorized=false'])(
  'SMTP_URL=%s is refused: no parameter weakens the way to the server unseen', (SMTP_URL) => {
    const sentences = sentencesOf({ SMTP_URL, MAIL_FROM: all.MAIL_FROM })
    expect(sentences).toEqual([expect.stringContaining('SMTP_URL has a parameter that is not known')])
    expect(sentences[0]).not.toContain('geheim')
  },
)

test('SMTP_URL may say that the way is trusted', () => {
  expect(readConfig({ SMTP_URL: 'smtp://mailpit:1025?starttls=never', MAIL_FROM: all.MAIL_FROM }).smtpUrl).toBe('smtp://mailpit:1025?starttls=never')
})

test('the sender is one mailbox, never a list', () => {
  expect(sentencesOf({ ...all, MAIL_FROM: 'a@example.de, b@example.de' })).toEqual([expect.stringContaining('MAIL_FROM must be one mail address')])
})

test.each(['proxy.example.de', '10.0.0.0/33', '10.0.0.0/8/8', '::1/129', 'true'])('TRUST_PROXY=%s is refused with a sentence, because Express would end with a stack', (TRUST_PROXY) => {
  expect(sentencesOf({ TRUST_PROXY: `127.0.0.1,${TRUST_PROXY}` })).toEqual([expect.stringContaining('TRUST_PROXY must be')])
})

test('takes addresses, networks and names of networks as proxies', () => {
  expect(readConfig({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8, ::1, fd00::/8, uniquelocal' }).trustProxy).toEqual(['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', 'uniquelocal'])
  expect(readConfig({}).trustProxy).toEqual([])
})

test.each(['https://example.de/dialog', 'https://example.de?x=1', 'https://user:word@example.de'])('PUBLIC_URL=%s is refused: pages link from the root of the host', (PUBLIC_URL) => {
  expect(sentencesOf({ PUBLIC_URL })).toEqual([expect.stringContaining('PUBLIC_URL must be an address without a path')])
})

test('periods of retention are ISO 8601, each class with a preset of its own', () => {
  expect(readConfig({ RETENTION_A: 'P1Y' }).retention).toEqual({ S: 'P1D', B: 'P28D', A: 'P1Y', N: 'P5Y', V: 'P24M', F: 'P3Y', L: 'P12M' })
  expect(sentencesOf({ RETENTION_A: '6 months', RETENTION_L: 'P0D' })).toEqual([
    'RETENTION_A must be a period of at least a day after ISO 8601, for example P28D, P6M or P5Y.',
    'RETENTION_L must be a period of at least a day after ISO 8601, for example P28D, P6M or P5Y.',
  ])
})
