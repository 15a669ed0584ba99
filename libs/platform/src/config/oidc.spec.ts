import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, readConfig } from './config.js'

const all = { OIDC_ISSUER: 'https://sso.example.de/realms/haus', OIDC_CLIENT_ID: 'dialogwerk', OIDC_CLIENT_SECRET: 'geheim', OIDC_NAME: 'Hausanmeldung', OIDC_TRUST_MFA: '1' }

function sentencesOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences
    throw error
  }
}

test('issuer and client become the way to the provider; without any of the variables there is none', () => {
  expect(readConfig(all).oidc).toEqual({ issuer: 'https://sso.example.de/realms/haus', clientId: 'dialogwerk', clientSecret: 'geheim', name: 'Hausanmeldung', trustMfa: true })
  expect(readConfig({}).oidc).toBeNull()
})

test('a public client has no secret, the button is called by the host, and the provider is not trusted with the second factor', () => {
  expect(readConfig({ OIDC_ISSUER: all.OIDC_ISSUER, OIDC_CLIENT_ID: 'dialogwerk' }).oidc).toEqual({ issuer: all.OIDC_ISSUER, clientId: 'dialogwerk', clientSecret: null, name: 'sso.example.de', trustMfa: false })
})

test('the secret may come from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'oidc-')), 'secret')
  writeFileSync(file, 'aus der Datei\n')
  expect(readConfig({ ...all, OIDC_CLIENT_SECRET: '', OIDC_CLIENT_SECRET_FILE: file }).oidc?.clientSecret).toBe('aus der Datei')
})

test.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000'])('%s is taken without https, because it is this machine', (OIDC_ISSUER) => {
  expect(readConfig({ ...all, OIDC_ISSUER }).oidc?.issuer).toBe(`${OIDC_ISSUER}/`)
})

test.each<[string, Record<string, string>, string]>([
  ['with a secret alone', { OIDC_CLIENT_SECRET: 'geheim' }, 'OIDC_ISSUER and OIDC_CLIENT_ID are missing'],
  ['with a name alone', { OIDC_NAME: 'Servicekonto' }, 'OIDC_ISSUER and OIDC_CLIENT_ID are missing'],
  ['without a client', { OIDC_ISSUER: all.OIDC_ISSUER }, 'OIDC_CLIENT_ID is missing'],
  ['without an issuer', { OIDC_CLIENT_ID: 'dialogwerk', OIDC_TRUST_MFA: '1' }, 'OIDC_ISSUER is missing'],
  ['with an issuer in the clear', { ...all, OIDC_ISSUER: 'http://sso.example.de' }, 'OIDC_ISSUER must be the https:// address'],
  ['with an issuer that only begins like this machine', { ...all, OIDC_ISSUER: 'http://localhost.example.de' }, 'OIDC_ISSUER must be the https:// address'],
  ['with an issuer that holds a password', { ...all, OIDC_ISSUER: 'https://geheim:geheim@sso.example.de' }, 'OIDC_ISSUER must be the https:// address'],
  ['with an issuer that has a query', { ...all, OIDC_ISSUER: 'https://sso.example.de/?realm=geheim' }, 'OIDC_ISSUER must be the https:// address'],
  ['with an issuer that is none', { ...all, OIDC_ISSUER: 'sso.example.de' }, 'OIDC_ISSUER must be the https:// address'],
  ['with a name too long for a button', { ...all, OIDC_NAME: 'S'.repeat(41) }, 'OIDC_NAME must be a name of at most 40 characters'],
  ['with a word for yes', { ...all, OIDC_TRUST_MFA: 'true' }, 'OIDC_TRUST_MFA must be 0 or 1'],
])('%s the start is refused in one sentence that shows nothing of the secret', (_, environment, start) => {
  const sentences = sentencesOf(environment)
  expect(sentences).toEqual([expect.stringContaining(start)])
  expect(sentences[0]).not.toContain('geheim')
})
