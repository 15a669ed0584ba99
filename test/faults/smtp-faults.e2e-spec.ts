import { createConnection } from 'mysql2/promise'
import { operations } from '@app/contracts'
import { type SinkMail, type SinkRules, type SmtpSink, describeWith } from '../services/index.js'
import { type Installation, startProduction } from '../support/installation.js'
import { outboxSettled } from '../support/installation-tables.js'
import { Crowd } from './crowd.js'
import { brokenInvariants } from './invariants.js'
import { tellFigures } from './sizes.js'

const MINUTE = 60_000
const idOf = ({ parsed }: SinkMail) => parsed.messageId ?? ''
const domainOf = (address: string) => address.split('@').pop()!
const people = (domain: string, count: number) => Array.from({ length: count }, (_, n) => `person${n}@${domain}`)

describeWith(['mariadb', 'redis'], 'mail servers as they are, and two workers', () => {
  let installation: Installation
  let sink: SmtpSink
  let crowd: Crowd
  /** Every mail that a server had got when it answered, cut or fell silent, one that it was not heard to take included. */
  const got: SinkMail[] = []
  /** How many of them were cut off before the server answered, so that they may come once more. */
  let cutOff = 0
  beforeAll(async () => {
    installation = await startProduction({ workers: 2, environment: { LIMIT_SIGNUPS_PER_IP: '0' } })
    sink = installation.services!.sink
    crowd = await Crowd.before(installation, 500)
  }, 90_000)
  afterAll(() => installation?.kill())

  /** What servers do from here on; mails that arrive are noted whatever becomes of them. */
  const servers = ({ recipient, mail }: SinkRules) => {
    sink.rules.recipient = recipient
    sink.rules.mail = (one) => {
      got.push(one)
      return mail?.(one)
    }
  }
  const mailsTo = (domain: string) => got.filter(({ to }) => domainOf(to[0]!) === domain)
  const taken = (domain: string) => sink.mails.filter(({ to }) => domainOf(to[0]!) === domain).length
  const takenBy = (domain: string, count: number) => sink.waitForMail(() => taken(domain) >= count, 4 * MINUTE)
  const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => {
    const connection = await createConnection({ uri: installation.databaseUrl!.replace(/^mariadb:/, 'mysql:') })
    try {
      return (await connection.query(sql, values))[0] as T[]
    } finally {
      await connection.end()
    }
  }
  const lane = (domain: string) => rows<{ state: string; reason: string | null; attempts: number; wait: number }>(
    'SELECT state, reason, attempts, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), run_after) AS wait FROM outbox WHERE lane = ?', [domain])
  /** Resolves once every row of a lane is so. */
  const laneIs = async (domain: string, matches: (row: Awaited<ReturnType<typeof lane>>[number]) => boolean) => {
    const deadline = AbortSignal.timeout(4 * MINUTE)
    for (let now = await lane(domain); now.length === 0 || !now.every(matches); now = await lane(domain)) {
      if (deadline.aborted) throw new Error(`Not as expected after four minutes: ${JSON.stringify(now)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  /** Lets the wait of a lane be over now. */
  const bringForward = (domain: string) => rows("UPDATE outbox SET run_after = UTC_TIMESTAMP(3) WHERE lane = ? AND state = 'pending'", [domain])

  /** Nothing is lost, nothing is there twice but what is explained, and staff is told what failed. */
  const judge = async () => {
    await outboxSettled(installation, 4 * MINUTE)
    const mails = got.map((mail) => ({ messageId: idOf(mail), to: mail.to }))
    expect(await brokenInvariants(installation, { mails, repeats: cutOff, acknowledged: crowd.acknowledged, shown: await crowd.shown() })).toEqual([])
  }
  const copiesIn = (domain: string) => mailsTo(domain).length - new Set(mailsTo(domain).map(idOf)).size

  test('451, greylisting and 550: the first two arrive late, the last is given up with the reason, and everybody else is served meanwhile', async () => {
    const asked = new Map<string, number>()
    servers({
      recipient: (address) => {
        const times = (asked.get(address) ?? 0) + 1
        asked.set(address, times)
        if (address === 'person0@nobody.example') return { code: 550, text: '5.1.1 No such user here' }
        if (address.endsWith('@busy.example') && times === 1) return { code: 451, text: '4.3.0 Try again' }
        return address.endsWith('@grey.example') && times <= 3 ? { code: 451, text: '4.7.1 Greylisted' } : undefined
      },
    })
    await crowd.register([...people('busy.example', 3), ...people('grey.example', 3), ...people('nobody.example', 2), ...people('town.example', 6)])
    await takenBy('town.example', 6)
    await takenBy('nobody.example', 1)
    for (const [domain, times, minutes] of [['busy.example', 1, 1], ['grey.example', 3, 1]] as const) {
      for (const [at, waited] of [minutes, 5, 15].slice(0, times).entries()) {
        await laneIs(domain, ({ state, reason, attempts }) => state === 'pending' && reason === 'smtp_451' && attempts === at + 1)
        for (const { wait } of await lane(domain)) expect(wait).toBeLessThanOrEqual(waited * 60)
        for (const { wait } of await lane(domain)) expect(wait).toBeGreaterThan(waited * 60 - 60)
        expect(mailsTo(domain)).toEqual([])
        await bringForward(domain)
      }
      await takenBy(domain, 3)
    }
    await judge()
    expect([asked.get('person0@busy.example'), asked.get('person0@grey.example'), asked.get('person0@nobody.example')]).toEqual([2, 4, 1])
    const { items } = await crowd.staff.call(operations.listOutbox, { params: { id: crowd.event.id }, query: { state: 'failed' } })
    expect(items).toMatchObject([{
      state: 'failed', reason: 'smtp_550', reasonText: 'Der Mailserver hat die E-Mail endgültig abgelehnt (550).', smtpReply: expect.stringContaining('No such user here'), mayBeSentAgain: true, attempts: 1,
    }])
  }, 8 * MINUTE)

  test('a server that takes eight seconds for each mail gets each once, two at a time, and keeps nobody else waiting', async () => {
    const [slow, others] = [people('slow.example', 4), people('village.example', 6)]
    let began!: (at: number) => void
    const inHand = new Promise<number>((resolve) => { began = resolve })
    servers({
      mail: ({ to }) => {
        if (domainOf(to[0]!) !== 'slow.example') return undefined
        began(performance.now())
        return { slow: 8_000 }
      },
    })
    await crowd.register(slow)
    // When the first of them began: the rest may register long after it on a busy machine.
    const since = await inHand
    await crowd.register(others)
    await takenBy('village.example', others.length)
    // Two after the other is what it takes four of them: the others were not behind all of these.
    expect(taken('slow.example')).toBeLessThan(4)
    await takenBy('slow.example', 4)
    expect(performance.now() - since).toBeGreaterThan(15_000)
    expect(sink.mostAtOnce('slow.example')).toBe(2)
    await judge()
    expect((await lane('slow.example')).every(({ attempts }) => attempts === 1)).toBe(true)
  }, 4 * MINUTE)

  test('a server that cuts the line before it answers gets the same mail again; one that cuts right after gets nothing twice', async () => {
    const cut = new Set<string>()
    servers({
      mail: (mail) => {
        const domain = domainOf(mail.to[0]!)
        if (domain === 'after.example') return 'take-and-cut'
        if (domain !== 'before.example' || cut.has(idOf(mail))) return undefined
        cut.add(idOf(mail))
        return 'cut'
      },
    })
    await crowd.register([...people('before.example', 4), ...people('after.example', 4), ...people('city.example', 4)])
    // On a busy machine the first may have come again, in its own time, before the last came once.
    await laneIs('before.example', ({ state, reason, attempts }) => (state === 'done' && attempts > 1) || (state === 'pending' && reason === 'smtp_connection' && attempts === 1))
    await bringForward('before.example')
    await Promise.all([takenBy('before.example', 4), takenBy('after.example', 4), takenBy('city.example', 4)])
    cutOff = cut.size
    await judge()
    expect(cutOff).toBe(4)
    expect([copiesIn('before.example'), copiesIn('after.example'), copiesIn('city.example')]).toEqual([4, 0, 0])
  }, 4 * MINUTE)

  test('a server that says nothing holds two mails of all workers, for half a minute; when it speaks again, all arrive', async () => {
    let isSilent = true
    let asked = 0
    servers({
      recipient: (address) => {
        if (domainOf(address) !== 'silent.example') return undefined
        asked += 1
        return isSilent ? 'hang' : undefined
      },
    })
    await crowd.register(people('silent.example', 6))
    await laneIs('silent.example', ({ state }) => state === 'running' || state === 'pending')
    await crowd.register(Array.from({ length: 12 }, (_, n) => `person@parish${n}.example`))
    await Promise.all(Array.from({ length: 12 }, (_, n) => takenBy(`parish${n}.example`, 1)))
    expect(mailsTo('silent.example')).toEqual([])
    expect(sink.mostAtOnce('silent.example')).toBe(2)
    // Nobody waits for it for longer than a conversation may be silent, and then it is left alone.
    const until = async (what: string, holds: (rows: Awaited<ReturnType<typeof lane>>) => boolean) => {
      const deadline = AbortSignal.timeout(4 * MINUTE)
      while (!holds(await lane('silent.example'))) {
        if (deadline.aborted) throw new Error(`${what} after four minutes`)
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }
    // Either end of the line may be the first to hang up.
    await until('still in hand', (all) => all.some(({ reason }) => reason === 'smtp_timeout' || reason === 'smtp_connection'))
    isSilent = false
    // A conversation that hangs already goes on hanging, and would have its worker leave the server alone for longer.
    await until('still hanging', (all) => all.every(({ state }) => state !== 'running'))
    await bringForward('silent.example')
    await takenBy('silent.example', 6)
    tellFigures(`a silent mail server: asked ${asked} times for 6 mails, 12 other domains served meanwhile`)
    await judge()
  }, 8 * MINUTE)

  test('workers that are asked to end finish the mail in hand, and nobody sends it again', async () => {
    let began!: () => void
    const inHand = new Promise<void>((resolve) => { began = resolve })
    servers({
      mail: () => {
        began()
        return { slow: 8_000 }
      },
    })
    await crowd.register(people('last.example', 1))
    await inHand
    expect(await Promise.all(installation.workers.map((worker) => worker.stop()))).toEqual([0, 0])
    expect(taken('last.example')).toBe(1)
    await judge()
    expect(copiesIn('last.example')).toBe(0)
  }, 4 * MINUTE)
})
