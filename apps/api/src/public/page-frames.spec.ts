import type { Transactions } from '@app/platform'
import { PageFrames } from './page-frames.js'

test('a page that finds no database does not spoil the pages after it', async () => {
  let asked = 0
  const existsBy = async () => {
    if (++asked === 1) throw new Error('connect ECONNREFUSED')
    return true
  }
  const frames = new PageFrames({ publicUrl: 'https://dialog.example' } as never, '/nowhere', { read: { existsBy } } as unknown as Transactions)
  await expect(frames.of('de', null)).rejects.toThrow('ECONNREFUSED')
  expect(await frames.of('de', null)).toMatchObject({ demo: true })
  expect(await frames.of('en', null)).toMatchObject({ demo: true })
  expect(asked).toBe(2)
})
