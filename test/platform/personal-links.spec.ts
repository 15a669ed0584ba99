import { FixedClock, KeyRing, type LinkPurpose, PersonalLinkEntity, PersonalLinks, newId } from '@app/platform'
import { onEachDatabase } from '../support/databases.js'
import { probeIn } from './probe.js'

const start = new Date('2026-03-02T09:00:00.250Z')
const purposes: LinkPurpose[] = ['confirm', 'respond', 'manage', 'offer', 'nominate', 'unsubscribe', 'feed', 'files', 'checkin', 'undo', 'signin']

onEachDatabase('a personal link', (database) => {
  const probe = probeIn(database)
  const keys = KeyRing.parse(`1:${Buffer.alloc(32, 7).toString('base64')}`)
  let clock: FixedClock
  let links: PersonalLinks

  beforeEach(() => {
    clock = new FixedClock(start)
    links = new PersonalLinks(probe().transactions, keys, clock)
  })
  const create = (purpose: LinkPurpose, subjectId: string, expiresAt?: Date) =>
    probe().transactions.run((tx) => links.create(tx, purpose, subjectId, expiresAt))
  const rows = () => probe().transactions.read.find(PersonalLinkEntity, { order: { id: 'ASC' } })

  test('of every purpose is valid for this purpose and unknown for every other', async () => {
    const subjectId = newId()
    for (const purpose of purposes) {
      const token = await create(purpose, subjectId)
      for (const asked of purposes) {
        expect(await links.find(asked, token)).toMatchObject(asked === purpose ? { kind: 'valid', subjectId } : { kind: 'unknown' })
      }
    }
  })

  test('does not serve another purpose even when its row is found: the purpose is part of what is signed', async () => {
    const token = await create('confirm', newId())
    await probe().transactions.run((tx) => tx.db.update(PersonalLinkEntity, { purpose: 'confirm' }, { purpose: 'manage' }))
    expect(await links.find('manage', token)).toEqual({ kind: 'unknown' })
  })

  test('is gone from the millisecond in which it expires, and says for whom', async () => {
    const subjectId = newId()
    const token = await create('confirm', subjectId, new Date(start.getTime() + 1_000))
    clock.advance(999)
    expect(await links.find('confirm', token)).toMatchObject({ kind: 'valid', subjectId })
    clock.advance(1)
    expect(await links.find('confirm', token)).toEqual({ kind: 'gone', subjectId })
  })

  test('is gone once revoked, with all links of the same purpose and subject, and no others', async () => {
    const [subject, other] = [newId(), newId()]
    const revoked = [await create('manage', subject), await create('manage', subject)]
    const kept = [await create('feed', subject), await create('manage', other)]
    const revoke = () => probe().transactions.run((tx) => links.revoke(tx, 'manage', subject))
    expect(await revoke()).toBe(2)
    expect(await revoke()).toBe(0)
    for (const token of revoked) expect(await links.find('manage', token)).toEqual({ kind: 'gone', subjectId: subject })
    expect(await links.find('feed', kept[0]!)).toMatchObject({ kind: 'valid' })
    expect(await links.find('manage', kept[1]!)).toMatchObject({ kind: 'valid' })
  })

  test('is used by one of 20 who revoke it at once', async () => {
    const subject = newId()
    await create('confirm', subject)
    const counts = await Promise.all(Array.from({ length: 20 }, () => probe().transactions.run((tx) => links.revoke(tx, 'confirm', subject))))
    expect(counts.sort()).toEqual([...Array(19).fill(0), 1])
  })

  test('is not there when the transaction that made it rolled back', async () => {
    let token!: string
    const failing = probe().transactions.run(async (tx) => {
      token = await links.create(tx, 'confirm', newId())
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await links.find('confirm', token)).toEqual({ kind: 'unknown' })
  })

  test('is not changed by looking, however often mail scanners do', async () => {
    const token = await create('confirm', newId())
    const before = await rows()
    clock.advance(1_000)
    for (let at = 0; at < 20; at++) await links.find('confirm', token)
    expect(await rows()).toEqual(before)
  })

  test('is computed from its row again, the newest that is not revoked, and its token lies nowhere', async () => {
    const subject = newId()
    expect(await links.tokenFor('manage', subject)).toBeNull()
    await create('manage', subject)
    const newest = await create('manage', subject)
    expect(await links.tokenFor('manage', subject)).toBe(newest)
    expect(newest).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
    const mac = newest.split('.')[1]!
    for (const row of await rows()) expect(Object.values(row).map(String).join(' ')).not.toContain(mac)
    await probe().transactions.run((tx) => links.revoke(tx, 'manage', subject))
    expect(await links.tokenFor('manage', subject)).toBeNull()
  })

  test('stays valid when a new key signs, and is unknown to another installation', async () => {
    const token = await create('manage', newId())
    const ring = (text: string) => new PersonalLinks(probe().transactions, KeyRing.parse(text), clock)
    const fresh = `2:${Buffer.alloc(32, 8).toString('base64')}`
    expect(await ring(`${fresh},1:${Buffer.alloc(32, 7).toString('base64')}`).find('manage', token)).toMatchObject({ kind: 'valid' })
    expect(await ring(fresh).find('manage', token)).toEqual({ kind: 'unknown' })
  })

  test('is unknown with any single bit changed, in 2,000 tries', async () => {
    let tries = 0
    for (let made = 0; made < 4; made++) {
      const token = await create('manage', newId())
      expect(await links.find('manage', token)).toMatchObject({ kind: 'valid' })
      for (let bit = 0; bit < token.length * 8; bit++) {
        const at = bit >> 3
        const changed = token.slice(0, at) + String.fromCharCode(token.charCodeAt(at) ^ (1 << (bit & 7))) + token.slice(at + 1)
        tries += 1
        if ((await links.find('manage', changed)).kind !== 'unknown') throw new Error(`Bit ${bit} of ${token} does not count.`)
      }
    }
    expect(tries).toBeGreaterThan(2_000)
  })

  test('of no proper form is unknown', async () => {
    const token = await create('manage', newId())
    const [selector, mac] = token.split('.')
    for (const wrong of ['', '.', selector!, `${selector}.`, `.${mac}`, `${token}.`, `${token}=`, ` ${token}`, `${token}\0`, `${selector} .${mac}`, token.toUpperCase(), token + token, 'x'.repeat(100_000)]) {
      expect(await links.find('manage', wrong)).toEqual({ kind: 'unknown' })
    }
  })
})
