import type { Queue } from '../queue/queue.js'
import { Relay } from './relay.js'

/** A queue whose `add` is answered by the test. */
function queueThat(add: Queue['add']): Queue {
  return { add, consume: async () => undefined, close: async () => undefined }
}

test('hands over together what is offered in one turn of the loop, 500 at a time', async () => {
  const batches: string[][] = []
  const relay = new Relay(queueThat(async (ids) => void batches.push([...ids])), () => undefined)
  relay.offer('a')
  relay.offer('b', 'c')
  await relay.settled()
  expect(batches).toEqual([['a', 'b', 'c']])
  batches.length = 0
  relay.offer(...Array.from({ length: 1_001 }, (_, at) => `id-${at}`))
  await relay.settled()
  expect(batches.map((batch) => batch.length)).toEqual([500, 500, 1])
})

test('reports a queue that refuses and hands over what comes next', async () => {
  const reports: unknown[] = []
  const handed: string[] = []
  const relay = new Relay(
    queueThat(async (ids) => {
      if (ids.includes('lost')) throw new Error('queue gone')
      handed.push(...ids)
    }),
    (error) => reports.push(error),
  )
  relay.offer('lost')
  await relay.settled()
  relay.offer('next')
  await relay.settled()
  expect(reports).toEqual([new Error('queue gone')])
  expect(handed).toEqual(['next'])
})

test('lets go of what waits when the queue refuses, so that nothing piles up while it is gone', async () => {
  const sizes: number[] = []
  const relay = new Relay(
    queueThat(async (ids) => {
      sizes.push(ids.length)
      throw new Error('queue gone')
    }),
    () => undefined,
  )
  for (let round = 0; round < 3; round++) {
    relay.offer(...Array.from({ length: 2_000 }, (_, at) => `id-${at}`))
    await relay.settled()
  }
  expect(sizes).toEqual([500, 500, 500])
})

test('forgets nothing that is offered at the very moment in which it finishes', async () => {
  const handed: string[] = []
  const relay: Relay = new Relay(
    queueThat((ids) => {
      handed.push(...ids)
      const answer = Promise.resolve()
      // Runs right after the relay has seen that nothing is left.
      if (ids.includes('first')) queueMicrotask(() => void answer.then(() => relay.offer('second')))
      return answer
    }),
    () => undefined,
  )
  relay.offer('first')
  await relay.settled()
  await relay.settled()
  expect(handed).toEqual(['first', 'second'])
})
