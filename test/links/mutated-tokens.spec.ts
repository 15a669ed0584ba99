import { FixedClock, KeyRing, type LinkPurpose, PersonalLinks, type Transactions, randomToken } from '@app/platform'

const MUTATIONS = 200_000
const PURPOSES: LinkPurpose[] = ['confirm', 'respond', 'manage', 'offer', 'nominate', 'unsubscribe', 'feed', 'files', 'checkin', 'undo', 'signin']
const keys = KeyRing.parse(`2:${Buffer.alloc(32, 9).toString('base64')},1:${Buffer.alloc(32, 7).toString('base64')}`)

/** A ring that decodes before it compares, as it is often done: the last letter of a MAC then has several spellings. */
const lax = Object.create(keys, {
  verify: {
    value: (purpose: string, text: string, candidate: string) => keys.everySign(purpose, text).some((mac) => Buffer.from(mac, 'base64url').equals(Buffer.from(candidate, 'base64url'))),
  },
}) as KeyRing

/** Links whose row is found whatever the selector says: nothing but the MAC stands between a guess and a person. */
function linksOn(ring: KeyRing, purpose: LinkPurpose): PersonalLinks {
  const row = { id: 'link', subjectId: 'person', purpose, epoch: 1, revokedAt: null, expiresAt: null }
  const transactions = { pick: async () => row } as unknown as Transactions
  return new PersonalLinks(transactions, ring, new FixedClock(new Date('2026-11-25T09:00:00Z')))
}

const tokenOf = (purpose: LinkPurpose, selector: string) => `${selector}.${keys.sign(`link:${purpose}`, `${selector}.1`)}`

/** Every text that differs from a token in one bit of one byte. */
function* mutationsOf(token: string): Generator<string> {
  const bytes = Buffer.from(token, 'latin1')
  for (let at = 0; at < bytes.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1 << bit
      yield changed.toString('latin1')
    }
  }
}

async function accepted(ring: KeyRing, wanted: number): Promise<{ tried: number; accepted: string[] }> {
  const found: string[] = []
  let tried = 0
  for (let n = 0; tried < wanted; n++) {
    const purpose = PURPOSES[n % PURPOSES.length]!
    const links = linksOn(ring, purpose)
    const token = tokenOf(purpose, randomToken(16))
    if ((await links.find(purpose, token)).kind !== 'valid') throw new Error(`the token itself is not accepted: ${purpose}`)
    for (const mutation of mutationsOf(token)) {
      tried += 1
      if ((await links.find(purpose, mutation)).kind !== 'unknown') found.push(`${purpose}: ${token} → ${mutation}`)
    }
  }
  return { tried, accepted: found }
}

test(`none of ${MUTATIONS} one-bit mutations of tokens is accepted`, async () => {
  const result = await accepted(keys, MUTATIONS)
  expect(result.tried).toBeGreaterThanOrEqual(MUTATIONS)
  expect(result.accepted).toEqual([])
}, 120_000)

test('a comparison after decoding would be found: it accepts some of them', async () => {
  expect((await accepted(lax, 5_000)).accepted.length).toBeGreaterThan(0)
})

test('a token of one purpose is unknown for every other', async () => {
  for (const made of PURPOSES) {
    const token = tokenOf(made, randomToken(16))
    for (const asked of PURPOSES) expect([made, asked, (await linksOn(keys, asked).find(asked, token)).kind]).toEqual([made, asked, made === asked ? 'valid' : 'unknown'])
  }
})
