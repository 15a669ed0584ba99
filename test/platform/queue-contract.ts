import type { Queue } from '@app/platform'
import { Tally, gate } from './gate.js'

/** A queue under test: what it reports is listed in `reports`. */
export interface TestQueue {
  queue: Queue
  reports: unknown[]
}

/** What both queues promise; `make` gives an empty queue for each test, which is closed after it. */
export function queueContract(make: () => Promise<TestQueue>): void {
  let queue: Queue
  let reports: unknown[]

  beforeEach(async () => {
    ({ queue, reports } = await make())
  })
  afterEach(() => queue.close())

  /** Notes ids as they come; resolves when `last` has come. */
  const noteUntil = async (last: string, concurrency = 1, work: (id: string) => Promise<void> = async () => undefined): Promise<string[]> => {
    const noted: string[] = []
    await new Promise<void>((resolve, reject) => {
      queue.consume(async (id) => {
        noted.push(id)
        if (id === last) resolve()
        await work(id)
      }, { concurrency }).catch(reject)
    })
    return noted
  }

  test('brings every id exactly once, whether it came before or after the consumer', async () => {
    const ids = Array.from({ length: 200 }, (_, at) => `id-${at}`)
    const noted: string[] = []
    const [handled, last] = [new Tally(), gate()]
    await queue.add(ids.slice(0, 100))
    await queue.consume(async (id) => {
      noted.push(id)
      handled.add()
      if (id === 'last') last.open()
    }, { concurrency: 5 })
    await Promise.all([queue.add(ids.slice(100, 150)), queue.add(ids.slice(150))])
    await handled.reaches(200)
    await queue.add(['last'])
    await last.opened
    expect(noted.sort()).toEqual([...ids, 'last'].sort())
    expect(reports).toEqual([])
  })

  test('does not queue an id twice while it waits', async () => {
    await queue.add(['x', 'y', 'x'])
    await queue.add(['x'])
    await queue.add(['end'])
    expect(await noteUntil('end')).toEqual(['x', 'y', 'end'])
  })

  test('brings an id again that was added again after it was handled', async () => {
    const noted: string[] = []
    const [betweens, twice] = [new Tally(), new Tally()]
    await queue.consume(async (id) => {
      noted.push(id)
      if (id === 'x') twice.add()
      else betweens.add()
    }, { concurrency: 1 })
    await queue.add(['x', 'between'])
    await betweens.reaches(1)
    await queue.add(['x'])
    await twice.reaches(2)
    expect(noted).toEqual(['x', 'between', 'x'])
  })

  test('has as many ids in hand as allowed, never more', async () => {
    const [started, finished, go] = [new Tally(), new Tally(), gate()]
    let running = 0
    let most = 0
    await queue.add(Array.from({ length: 30 }, (_, at) => `id-${at}`))
    await queue.consume(async () => {
      most = Math.max(most, ++running)
      started.add()
      await go.opened
      // What a fourth one would need to start: another round of the queue.
      await queue.add(['late'])
      running -= 1
      finished.add()
    }, { concurrency: 3 })
    await started.reaches(3)
    await queue.add(['later'])
    go.open()
    await finished.reaches(30)
    expect(most).toBe(3)
  })

  test('waits on close for the work in hand and takes no more', async () => {
    const order: string[] = []
    const [started, mayEnd] = [gate(), gate()]
    await queue.add(['a', 'b', 'c'])
    await queue.consume(async (id) => {
      order.push(`${id} starts`)
      started.open()
      await mayEnd.opened
      order.push(`${id} ends`)
    }, { concurrency: 1 })
    await started.opened
    const closing = queue.close().then(() => order.push('closed'))
    await new Promise(setImmediate)
    mayEnd.open()
    await closing
    expect(order).toEqual(['a starts', 'a ends', 'closed'])
    await expect(queue.add(['d'])).rejects.toThrow('The queue is closed.')
  })

  test('reports work that fails, does not repeat it, and goes on', async () => {
    await queue.add(['bad', 'good', 'end'])
    const noted = await noteUntil('end', 1, async (id) => {
      if (id === 'bad') throw new Error('the work failed')
    })
    expect(noted).toEqual(['bad', 'good', 'end'])
    expect(reports).toEqual([new Error('the work failed')])
  })
}
