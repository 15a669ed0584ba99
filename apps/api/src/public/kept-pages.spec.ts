import { Moment } from '@app/platform'
import { KeptPages } from './kept-pages.js'

const at = new Moment(new Date(0))
const page = (bytes: number) => ({ page: { html: Buffer.alloc(bytes), etag: '"x"' }, revision: '1', at })

test('however many pages are made, memory stays within the limit, and what is asked for stays', () => {
  const pages = new KeptPages(100_000)
  pages.set('popular', page(10_000))
  for (let n = 0; n < 1_000; n++) {
    pages.set(`event ${n}`, page(5_000))
    expect(pages.bytes).toBeLessThanOrEqual(100_000)
    expect(pages.get('popular')).toBeDefined()
  }
  expect(pages.get('event 999')).toBeDefined()
  expect(pages.get('event 1')).toBeUndefined()
})

test('a page made anew takes the place of the former one', () => {
  const pages = new KeptPages(100_000)
  pages.set('event', page(50_000))
  const { bytes } = pages
  pages.set('event', page(50_000))
  expect(pages.bytes).toBe(bytes)
})

test('a page larger than the limit is not kept', () => {
  const pages = new KeptPages(10_000)
  pages.set('event', page(20_000))
  expect([pages.get('event'), pages.bytes]).toEqual([undefined, 0])
})
