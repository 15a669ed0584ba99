import { type Rule, Throttle } from '@app/platform'
import type { Redis as Client } from 'ioredis'
import { connectCounter } from '../../libs/platform/src/throttle/counter-connection.js'
import { type Redis, describeWith, startRedis } from '../services/index.js'

const rule = (name: string, points = 3, windowSeconds = 600): Rule => ({ name, points, windowSeconds })

async function takes(throttle: Throttle, given: Rule, key: string, times: number): Promise<(number | null)[]> {
  const answers: (number | null)[] = []
  for (let at = 0; at < times; at++) answers.push(await throttle.take(given, key))
  return answers
}

function throttleSuite(make: () => Throttle): void {
  test('allows as many calls per key as the rule has points, then names the seconds to wait', async () => {
    const throttle = make()
    const signups = rule('signups')
    expect(await takes(throttle, signups, 'a', 3)).toEqual([null, null, null])
    const wait = await throttle.take(signups, 'a')
    expect(wait).toBeGreaterThan(590)
    expect(wait).toBeLessThanOrEqual(600)
    expect(await throttle.take(signups, 'b')).toBeNull()
    expect(await throttle.take(rule('others'), 'a')).toBeNull()
  })

  test('is off with 0 points', async () => {
    expect(await takes(make(), rule('off', 0), 'a', 50)).toEqual(Array(50).fill(null))
  })

  test('allows 3 of 50 calls at once', async () => {
    const throttle = make()
    const answers = await Promise.all(Array.from({ length: 50 }, () => throttle.take(rule('burst'), 'a')))
    expect(answers.filter((answer) => answer === null)).toHaveLength(3)
  })
}

describe('limits counted in memory', () => {
  throttleSuite(() => new Throttle(null))

  test('begin anew when the window is over', async () => {
    jest.useFakeTimers()
    try {
      const throttle = new Throttle(null)
      const short = rule('short', 1, 60)
      expect(await throttle.take(short, 'a')).toBeNull()
      jest.advanceTimersByTime(59_000)
      expect(await throttle.take(short, 'a')).toBe(1)
      jest.advanceTimersByTime(1_001)
      expect(await throttle.take(short, 'a')).toBeNull()
    } finally {
      jest.useRealTimers()
    }
  })
})

describeWith('redis', 'limits counted in Redis', () => {
  let redis: Redis
  const clients: Client[] = []
  const ready = async () => {
    const made = connectCounter(redis.url, () => undefined)
    clients.push(made)
    await new Promise((resolve) => made.once('ready', resolve))
    return made
  }

  beforeAll(async () => {
    redis = await startRedis()
  })
  let connected: Client
  beforeEach(async () => {
    connected = await ready()
    await connected.flushall()
  })
  afterEach(() => {
    for (const made of clients.splice(0)) made.disconnect()
  })
  afterAll(() => redis.stop())

  throttleSuite(() => new Throttle(connected))

  test('are shared by several processes', async () => {
    const [one, other] = [new Throttle(connected), new Throttle(await ready())]
    expect(await takes(one, rule('shared'), 'a', 2)).toEqual([null, null])
    expect(await other.take(rule('shared'), 'a')).toBeNull()
    expect(await one.take(rule('shared'), 'a')).not.toBeNull()
    expect(await other.take(rule('shared'), 'a')).not.toBeNull()
  })

  test('leave Redis with their window and name no address there', async () => {
    await new Throttle(connected).take(rule('mails', 1, 600), 'erika.mustermann@example.org')
    const keys = await connected.keys('*')
    expect(keys).toHaveLength(1)
    expect(keys[0]).not.toMatch(/erika|mustermann|example/)
    const left = await connected.pttl(keys[0]!)
    expect(left).toBeGreaterThan(590_000)
    expect(left).toBeLessThanOrEqual(600_000)
    await connected.pexpire(keys[0]!, 0)
    expect(await new Throttle(connected).take(rule('mails', 1, 600), 'erika.mustermann@example.org')).toBeNull()
  })

  test('go on in memory when Redis is gone, and in Redis when it is back', async () => {
    const own = await startRedis()
    const lost = connectCounter(own.url, () => undefined)
    await new Promise((resolve) => lost.once('ready', resolve))
    const throttle = new Throttle(lost)
    const limit = rule('gone', 2)
    expect(await throttle.take(limit, 'a')).toBeNull()
    await own.kill()
    expect(await takes(throttle, limit, 'a', 2)).toEqual([null, null])
    expect(await throttle.take(limit, 'a')).toBeGreaterThan(0)
    expect(await throttle.take(limit, 'b')).toBeNull()
    const back = new Promise((resolve) => lost.once('ready', resolve))
    await own.restart()
    await back
    expect(await throttle.take(limit, 'a')).toBeNull()
    expect(await lost.keys('*')).toHaveLength(1)
    lost.disconnect()
    await own.stop()
  })

  test('go on in memory within two seconds when Redis stops answering', async () => {
    const own = await startRedis()
    const silent = connectCounter(own.url, () => undefined)
    await new Promise((resolve) => silent.once('ready', resolve))
    const pid = Number(/process_id:(\d+)/.exec(await silent.info('server'))![1])
    try {
      process.kill(pid, 'SIGSTOP')
      const throttle = new Throttle(silent)
      const before = performance.now()
      expect(await takes(throttle, rule('silent', 1), 'a', 1)).toEqual([null])
      expect(performance.now() - before).toBeLessThan(2_000)
      expect(await throttle.take(rule('silent', 1), 'a')).toBeGreaterThan(0)
    } finally {
      process.kill(pid, 'SIGCONT')
      silent.disconnect()
      await own.stop()
    }
  })
})
