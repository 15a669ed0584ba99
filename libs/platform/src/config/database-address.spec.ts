import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mysqlOptions } from '../database/data-sources.js'
import { ConfigError, readConfig } from './config.js'
import { readDatabaseAddress } from './database-address.js'

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'database-')), 'ca.pem')
  writeFileSync(file, text)
  return file
}

function sentencesOf(DATABASE_URL: string): string[] {
  try {
    readConfig({
      DATABASE_URL, REDIS_URL: 'redis://127.0.0.1', SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'a@example.de', PUBLIC_URL: 'https://dialog.example', SECRET_KEYS: '1:aaaa',
    })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences
    throw error
  }
}

const optionsOf = (url: string) => mysqlOptions(url, { entities: [], migrations: [] }, 5)

test('user, password and name of the database are written as in any address, and decoded', () => {
  expect(readDatabaseAddress('mysql://m%C3%BCller:a%40b%2Fc@[fd00::1]:3307/dialog%20werk')).toEqual({
    address: { type: 'mysql', host: 'fd00::1', port: 3307, username: 'müller', password: 'a@b/c', database: 'dialog werk', tls: null },
  })
  expect(optionsOf('mariadb://u:p@db.example/dialog%20werk')).toMatchObject({ type: 'mariadb', host: 'db.example', port: 3306, username: 'u', password: 'p', database: 'dialog werk' })
})

test('ssl=true connects with TLS and checks certificate and name of the server', () => {
  expect(optionsOf('mariadb://u:p@db.example/x?ssl=true')).toMatchObject({ ssl: { rejectUnauthorized: true, verifyIdentity: true } })
  expect(optionsOf('mariadb://u:p@db.example/x')).not.toHaveProperty('ssl')
})

test('ssl-ca alone means TLS as well, with that authority', () => {
  const url = `mariadb://u:p@db.example/x?ssl-ca=${encodeURIComponent(fileWith(PEM))}`
  expect(sentencesOf(url)).toEqual([])
  expect(optionsOf(url)).toMatchObject({ ssl: { ca: PEM, rejectUnauthorized: true, verifyIdentity: true } })
})

test.each([
  ['mariadb://u:geheim@db/x?sslmode=require', 'DATABASE_URL has a parameter that is not known'],
  ['mariadb://u:geheim@db/x?ssl=true&charset=latin1', 'DATABASE_URL has a parameter that is not known'],
  ['mariadb://u:geheim@db/x?ssl=false', 'only ssl=true can be said'],
  ['mariadb://u:geheim@db/x?ssl=skip-verify', 'only ssl=true can be said'],
  ['mariadb://u:geheim@db/x?ssl-ca=/does/not/exist', 'cannot be read'],
  [`mariadb://u:geheim@db/x?ssl-ca=${fileWith('geheim')}`, 'must name a file with certificates'],
  ['mariadb://u:geheim%@db/x', 'has a % that stands for no character'],
  ['mariadb://u:geheim@db', 'names no database'],
  ['mariadb://u:geheim@db/', 'names no database'],
  ['mariadb:///x', 'names no server'],
])('%s is refused in one sentence that shows nothing of it', (url, part) => {
  const sentences = sentencesOf(url)
  expect(sentences).toEqual([expect.stringContaining(part)])
  expect(sentences[0]).not.toMatch(/geheim|latin1|exist/)
})
