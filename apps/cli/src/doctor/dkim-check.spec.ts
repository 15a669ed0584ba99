import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { checkDkim } from './dkim-check.js'
import { lineOf } from './finding.js'

const key = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
const wanted = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
const other = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const failing = (code: string) => async () => { throw Object.assign(new Error(code), { code }) }

test.each<[string, (name: string) => Promise<string[][]>, RegExp]>([
  ['the right key in two pieces', async () => [['other record'], [`v=DKIM1; k=rsa; p=${wanted.slice(0, 90)}`, wanted.slice(90)]], /^ok {5}DKIM: mail\._domainkey\.stadt\.example holds the key that signs$/],
  ['another key', async () => [[`v=DKIM1; p=${other}`]], /^fault {2}DKIM: .* holds another key than the one that signs → publish .*p=MIGf/],
  ['a key taken back', async () => [['v=DKIM1; p=']], /^fault {2}DKIM: .* holds another key/],
  ['no record', failing('ENOTFOUND'), /^fault {2}DKIM: .* holds no key/],
  ['no answer', failing('ETIMEOUT'), /^note {3}DKIM: the DNS did not answer/],
])('a DNS with %s is told', async (_what, resolve, expected) => {
  const asked: string[] = []
  const [finding] = await checkDkim({ domain: 'stadt.example', selector: 'mail', key }, (name) => { asked.push(name); return resolve(name) })
  expect(asked).toEqual(['mail._domainkey.stadt.example'])
  expect(lineOf(finding!)).toMatch(expected)
  expect(lineOf(finding!)).not.toContain('PRIVATE')
})
