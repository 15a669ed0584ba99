import { createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { BullmqQueue, newId } from '@app/platform'
import { Redis as Client } from 'ioredis'
import { type Redis, describeWith, startRedis } from '../services/index.js'
import { gate } from './gate.js'
import { queueContract } from './queue-contract.js'

describeWith('redis', 'the queue on Redis', () => {
  let redis: Redis
  const queues: BullmqQueue[] = []
  let reports: unknown[] = []

  const open = (url = redis.url, prefix?: string) => {
    const queue = new BullmqQueue(url, (error) => reports.push(error), prefix)
    queues.push(queue)
    return queue
  }
  beforeAll(async () => {
    redis = await startRedis()
  })
  beforeEach(() => {
    reports = []
  })
  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.close()))
  })
  afterAll(() => redis.stop())

  describe('keeps the contract:', () => {
    queueContract(async () => ({ queue: open(redis.url, `contract-${newId()}`), reports }))
  })

  test('hands ids from one process to another', async () => {
    const [sender, receiver] = [open(), open()]
    const arrived = new Promise<string>((resolve) => void receiver.consume(async (id) => resolve(id), { concurrency: 1 }))
    await sender.add(['from-api'])
    expect(await arrived).toBe('from-api')
  })

  test('keeps nothing in Redis but the id', async () => {
    const prefix = `look-${newId()}`
    const id = newId()
    await open(redis.url, prefix).add([id])
    const stored = await everything(redis.url, prefix)
    const job = stored[`${prefix}:outbox:row-${id}`] as Record<string, string>
    expect({ name: job.name, data: job.data }).toEqual({ name: 'settle', data: '{}' })
    expect(JSON.parse(job.opts!)).toEqual({ attempts: 1, jobId: `row-${id}`, removeOnComplete: true, removeOnFail: true })
    expect(Object.keys(job).sort()).toEqual(['data', 'delay', 'name', 'opts', 'priority', 'timestamp'])
    const rest = Object.keys(stored).filter((key) => !key.endsWith(id)).map((key) => key.slice(prefix.length))
    expect(rest.sort()).toEqual([':outbox:events', ':outbox:id', ':outbox:marker', ':outbox:meta', ':outbox:wait'].filter((key) => rest.includes(key)))
    expect(stored[`${prefix}:outbox:wait`]).toEqual([`row-${id}`])
  })

  test('keeps no job once it was taken', async () => {
    const prefix = `taken-${newId()}`
    const queue = open(redis.url, prefix)
    const last = gate()
    await queue.consume(async (id) => {
      if (id === 'last') last.open()
      if (id === 'bad') throw new Error('bad')
    }, { concurrency: 1 })
    await queue.add(['good', 'bad', 'last'])
    await last.opened
    await queue.close()
    expect(Object.keys(await everything(redis.url, prefix)).filter((key) => key.includes(':row-'))).toEqual([])
  })

  test('refuses within two seconds when Redis was never there', async () => {
    const gone = await startRedis()
    await gone.stop()
    const queue = open(gone.url)
    await expect(refusal(queue)).resolves.toBeLessThan(2_000)
    await expect(refusal(queue)).resolves.toBeLessThan(2_000)
  })

  test('refuses within two seconds when Redis takes the connection and says nothing', async () => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const queue = open(`redis://127.0.0.1:${(silent.address() as AddressInfo).port}`)
    await expect(refusal(queue)).resolves.toBeLessThan(2_000)
    await queue.close()
    for (const socket of sockets) socket.destroy()
    silent.close()
  })

  test('refuses within two seconds when Redis stops answering, and goes on when it answers again', async () => {
    const own = await startRedis()
    const pid = await processOf(own.url)
    try {
      const queue = open(own.url)
      const arrived = new Promise<string>((resolve) => void queue.consume(async (id) => { if (id === 'after') resolve(id) }, { concurrency: 1 }))
      await queue.add(['before'])
      process.kill(pid, 'SIGSTOP')
      await expect(refusal(queue)).resolves.toBeLessThan(2_000)
      process.kill(pid, 'SIGCONT')
      await untilTaken(queue, 'after')
      expect(await arrived).toBe('after')
      await queue.close()
    } finally {
      process.kill(pid, 'SIGCONT')
      await own.stop()
    }
  })

  test('refuses within two seconds when Redis is gone, and works again when it is back, with the work in hand finished', async () => {
    const own = await startRedis()
    const queue = open(own.url)
    const [started, mayEnd, after] = [gate(), gate(), gate()]
    const ended: string[] = []
    await queue.consume(async (id) => {
      if (id === 'in-hand') {
        started.open()
        await mayEnd.opened
      }
      ended.push(id)
      if (id === 'after') after.open()
    }, { concurrency: 2 })
    await queue.add(['in-hand'])
    await started.opened
    await own.kill()
    await expect(refusal(queue)).resolves.toBeLessThan(2_000)
    mayEnd.open()
    await own.restart()
    await untilTaken(queue, 'after')
    await after.opened
    expect(ended).toEqual(['in-hand', 'after'])
    await queue.close()
    await own.stop()
  })

  test('closes while Redis is gone', async () => {
    const own = await startRedis()
    const queue = open(own.url)
    await queue.consume(async () => undefined, { concurrency: 1 })
    await queue.add(['x'])
    await own.kill()
    await expect(refusal(queue)).resolves.toBeLessThan(2_000)
    await queue.close()
    await own.stop()
  }, 10_000)
})

/** Milliseconds until `add` is refused. */
async function refusal(queue: BullmqQueue): Promise<number> {
  const start = performance.now()
  await expect(queue.add([newId()])).rejects.toThrow('The queue cannot be reached.')
  return performance.now() - start
}

/** Offers an id until the queue takes it, as the sweeper does. */
async function untilTaken(queue: BullmqQueue, id: string): Promise<void> {
  for (;;) {
    try {
      return await queue.add([id])
    } catch {
      await new Promise(setImmediate)
    }
  }
}

/** Every key with this prefix and what it holds. */
async function everything(url: string, prefix: string): Promise<Record<string, unknown>> {
  const client = new Client(url)
  const stored: Record<string, unknown> = {}
  for (const key of await client.keys(`${prefix}:*`)) {
    const type = await client.type(key)
    if (type === 'hash') stored[key] = await client.hgetall(key)
    else if (type === 'list') stored[key] = await client.lrange(key, 0, -1)
    else if (type === 'zset') stored[key] = await client.zrange(key, '0', '-1')
    else if (type === 'stream') stored[key] = await client.xrange(key, '-', '+')
    else stored[key] = await client.get(key)
  }
  client.disconnect()
  return stored
}

async function processOf(url: string): Promise<number> {
  const client = new Client(url)
  const info = await client.info('server')
  client.disconnect()
  return Number(/process_id:(\d+)/.exec(info)![1])
}
