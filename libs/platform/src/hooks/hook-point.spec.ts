import type { EntityManager } from 'typeorm'
import { Tx } from '../database/transactions.js'
import { HookPoint, Nothing } from './hook-point.js'

interface Hooks {
  withdrawn(tx: Tx, event: { id: string }): Promise<void>
  moved(tx: Tx, event: { id: string }): Promise<void>
}

const tx = () => new Tx({} as EntityManager)

/** Notes its name, the method and the event. */
function noting(name: string, noted: string[], more: Partial<Hooks> = {}): Hooks {
  return {
    withdrawn: async (_tx, { id }) => void noted.push(`${name} withdrawn ${id}`),
    moved: async (_tx, { id }) => void noted.push(`${name} moved ${id}`),
    ...more,
  }
}

test('hooks run one after the other in the order in which they are joined, and Nothing is skipped', async () => {
  const noted: string[] = []
  const point = new HookPoint<Hooks>('participants')
  const slow: Hooks['withdrawn'] = async () => {
    noted.push('first begins')
    await new Promise(setImmediate)
    noted.push('first ends')
  }
  point.join([noting('first', noted, { withdrawn: slow }), new Nothing('has no seats'), noting('third', noted)])
  await point.call('withdrawn', tx(), { id: 'p1' })
  await point.call('moved', tx(), { id: 'p2' })
  expect(noted).toEqual(['first begins', 'first ends', 'third withdrawn p1', 'first moved p2', 'third moved p2'])
})

test('hooks get the transaction of the caller', async () => {
  const got: Tx[] = []
  const point = new HookPoint<Pick<Hooks, 'moved'>>('participants')
  point.join([{ moved: async (given) => void got.push(given) }])
  const mine = tx()
  await point.call('moved', mine, { id: 'p' })
  expect(got).toEqual([mine])
  expect(got[0]).toBe(mine)
})

test('a point that no app has joined says so, at start and at a call', async () => {
  const point = new HookPoint<Hooks>('participants')
  const sentence = 'Hook point "participants" is not wired: the app must join it in its assembly.'
  expect(() => point.assertJoined()).toThrow(sentence)
  await expect(point.call('moved', tx(), { id: 'p' })).rejects.toThrow(sentence)
  point.join([])
  expect(() => point.assertJoined()).not.toThrow()
})

test('a hook never runs inside itself, but inside another one, again afterwards, and in other transactions meanwhile', async () => {
  const noted: string[] = []
  const point = new HookPoint<Hooks>('participants')
  let inside: 'withdrawn' | 'moved' = 'moved'
  point.join([noting('only', noted, { withdrawn: (given, event) => point.call(inside, given, event) })])
  const mine = tx()
  await point.call('withdrawn', mine, { id: 'a' })
  inside = 'withdrawn'
  await expect(point.call('withdrawn', mine, { id: 'b' })).rejects.toThrow('Hook participants.withdrawn was called inside itself.')
  inside = 'moved'
  await point.call('withdrawn', mine, { id: 'c' })
  await Promise.all([point.call('withdrawn', tx(), { id: 'd' }), point.call('withdrawn', tx(), { id: 'e' })])
  expect(noted).toEqual(['only moved a', 'only moved c', 'only moved d', 'only moved e'])
})
