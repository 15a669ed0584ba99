import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, readConfig } from './config.js'

const pem = (key: { privateKey: { export(how: { type: 'pkcs8'; format: 'pem' }): string | Buffer } }) => String(key.privateKey.export({ type: 'pkcs8', format: 'pem' }))
const DKIM_KEY = pem(generateKeyPairSync('rsa', { modulusLength: 1024 }))
const all = { DKIM_DOMAIN: 'Dialog.example', DKIM_SELECTOR: 'mail2026', DKIM_KEY }

function sentencesOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences
    throw error
  }
}

test('domain, selector and key become a parsed key; without any of them mails are not signed', () => {
  const { dkim } = readConfig(all)
  expect(dkim).toMatchObject({ domain: 'dialog.example', selector: 'mail2026' })
  expect(dkim!.key.asymmetricKeyType).toBe('rsa')
  expect(readConfig({}).dkim).toBeNull()
})

test('the key may come from a file, or from one line with \\n', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dkim-')), 'key.pem')
  writeFileSync(file, DKIM_KEY)
  expect(readConfig({ ...all, DKIM_KEY: '', DKIM_KEY_FILE: file }).dkim).not.toBeNull()
  expect(readConfig({ ...all, DKIM_KEY: DKIM_KEY.trim().replaceAll('\n', '\\n') }).dkim).not.toBeNull()
})

test.each<[string, Record<string, string>, string]>([
  ['without a key', { DKIM_DOMAIN: all.DKIM_DOMAIN, DKIM_SELECTOR: all.DKIM_SELECTOR }, 'DKIM_KEY is missing: signing mails needs'],
  ['with the key alone', { DKIM_KEY }, 'DKIM_DOMAIN and DKIM_SELECTOR are missing: signing mails needs'],
  ['with a domain that is none', { ...all, DKIM_DOMAIN: 'example.de; l=0' }, 'DKIM_DOMAIN must be a domain'],
  ['with a selector that is none', { ...all, DKIM_SELECTOR: 'a b' }, 'DKIM_SELECTOR must be the name before'],
  ['with a key that is none', { ...all, DKIM_KEY: 'geheim' }, 'DKIM_KEY must be a private RSA key'],
  ['with a key of another kind', { ...all, DKIM_KEY: pem(generateKeyPairSync('ed25519')) }, 'DKIM_KEY must be a private RSA key'],
  ['with a key that is too short', { ...all, DKIM_KEY: pem(generateKeyPairSync('rsa', { modulusLength: 768 })) }, 'DKIM_KEY must be a private RSA key'],
])('%s the start is refused in one sentence that shows nothing of the key', (_, environment, start) => {
  const sentences = sentencesOf(environment)
  expect(sentences).toEqual([expect.stringContaining(start)])
  expect(sentences[0]).not.toMatch(/geheim|BEGIN|[A-Za-z0-9+/]{40}/)
})
