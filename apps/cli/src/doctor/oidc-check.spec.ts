import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { lineOf } from './finding.js'
import { checkOidc } from './oidc-check.js'

let server: Server
let issuer: string
let answer: { status: number; body: string }

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    if (url !== '/realms/haus/.well-known/openid-configuration') response.writeHead(404).end()
    else response.writeHead(answer.status, { 'content-type': 'application/json', location: '/elsewhere' }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/haus`
})
afterAll(() => server.close())

const told = (more: object = {}) => JSON.stringify({ issuer, id_token_signing_alg_values_supported: ['HS256', 'RS256'], code_challenge_methods_supported: ['plain', 'S256'], ...more })

test.each<[string, number, () => string, RegExp[]]>([
  ['does what is asked of it', 200, told, [/^ok {5}OpenID Connect: the provider answers/]],
  ['lists nothing', 200, () => JSON.stringify({ issuer }), [/^ok/]],
  ['calls itself otherwise', 200, () => told({ issuer: `${issuer}/andere` }), [/^fault {2}.*calls itself otherwise than OIDC_ISSUER/]],
  ['signs with the secret alone', 200, () => told({ id_token_signing_alg_values_supported: ['HS256', 'none'] }), [/^fault {2}.*no key that others can check/]],
  ['knows no PKCE, and calls itself nothing', 200, () => told({ issuer: null, code_challenge_methods_supported: [] }), [/^fault {2}.*calls itself/, /^fault {2}.*does not know PKCE/]],
  ['sends elsewhere', 302, told, [/^fault {2}.*does not tell of itself/]],
  ['has no such page', 404, () => '', [/^fault {2}.*does not tell of itself/]],
  ['answers with something else', 200, () => '<html>', [/^fault {2}.*does not tell of itself/]],
  ['answers with nothing', 200, () => 'null', [/^fault {2}.*does not tell of itself/]],
])('a provider that %s is told', async (_what, status, body, expected) => {
  answer = { status, body: body() }
  const lines = (await checkOidc({ issuer })).map(lineOf)
  expect(lines).toEqual(expected.map((line) => expect.stringMatching(line)))
})

test('a provider that is not there is told', async () => {
  expect((await checkOidc({ issuer: 'http://127.0.0.1:1/' })).map(lineOf)).toEqual([expect.stringMatching(/^fault {2}.*does not tell of itself → check OIDC_ISSUER/)])
})
