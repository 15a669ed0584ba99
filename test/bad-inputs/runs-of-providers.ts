import { operations } from '@app/contracts'
import type { IdToken } from '../support/identity-provider.js'
import { Staff } from '../support/staff.js'
import type { Rows, Run } from './row.js'
import type { Stage } from './stage.js'

const SUBJECT = 'nummer-1'

/** Goes to the provider and back; `change` bends the address on the way. Tells where in the console it ended. */
async function goAndReturn(stage: Stage, subject: string, change: (back: URL) => void = () => undefined): Promise<unknown> {
  const staff = new Staff(stage.url)
  const back = await stage.provider.letIn((await staff.call(operations.beginOidc, { body: {} })).address, subject)
  change(back)
  const cookie = [...staff.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await stage.ask(back.pathname + back.search, { headers: { cookie } })
  expect(answer.status).toBe(303)
  const isIn = [answer.headers['set-cookie']].flat().some((line) => /^dialogwerk=./.test(line ?? ''))
  expect(isIn).toBe(answer.headers.location === '/console')
  return answer.headers.location
}

async function bind(stage: Stage): Promise<void> {
  const back = await stage.provider.letIn((await stage.staff.call(operations.beginOidcBinding, { body: {} })).address, SUBJECT)
  expect((await stage.staff.visitor.raw(back.href)).headers.get('location')).toBe('/console?oidc=bound')
}

/** Each of six ways in which an answer may be false; the right one opens before and after. */
const bent: Run = async ({ stage }) => {
  await bind(stage)
  const { provider } = stage
  const opens = async () => expect(await goAndReturn(stage, SUBJECT)).toBe('/console')
  await opens()
  expect(await goAndReturn(stage, SUBJECT, (back) => back.searchParams.set('state', 'x'.repeat(43)))).toBe('/console?oidc=failed')
  let used = ''
  await goAndReturn(stage, SUBJECT, (back) => (used = back.searchParams.get('code')!))
  expect(await goAndReturn(stage, SUBJECT, (back) => back.searchParams.set('code', used))).toBe('/console?oidc=failed')
  const tokens: ((token: IdToken) => { key: null } | void)[] = [
    ({ claims }) => void (claims.nonce = 'x'.repeat(43)), ({ claims }) => void (claims.aud = 'somebody-else'), ({ claims }) => void (claims.iss = 'https://evil.example'),
    ({ header }) => ((header.alg = 'none'), { key: null }),
  ]
  for (const bend of tokens) {
    provider.bend = bend
    expect(await goAndReturn(stage, SUBJECT)).toBe('/console?oidc=failed')
  }
  provider.bend = null
  await opens()
}

/** An address that the provider names opens nothing, even as the subject, be it verified or not. */
const sameAddress: Run = async ({ stage }) => {
  const { email } = stage.staff.session!.account
  for (const verified of [false, true]) {
    stage.provider.bend = ({ claims }) => void Object.assign(claims, { email, email_verified: verified })
    const kept = async () => {
      const { account, credential, session } = await stage.installation.tables()
      return { account, credential, session }
    }
    const before = await kept()
    expect(await goAndReturn(stage, 'fremd')).toBe('/console?oidc=unknown')
    expect(await kept()).toEqual(before)
  }
  stage.provider.bend = null
  expect(await goAndReturn(stage, email)).toBe('/console?oidc=unknown')
}

export const rowsOfProviders: Rows = { A08: { run: bent }, A09: { run: sameAddress } }
