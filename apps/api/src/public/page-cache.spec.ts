import { FixedClock, type Logger, type Moment, type Transactions } from '@app/platform'
import { PageCache } from './page-cache.js'

/** A cache over a page that says its facts, with the revision that the database has now. */
function cacheOf(unstamped: string[] = []) {
  const clock = new FixedClock(new Date('2027-01-10T09:00:00Z'))
  const error = jest.fn()
  const transactions = { watchReads: async (work: () => Promise<string>) => ({ result: await work(), unstamped }) } as unknown as Transactions
  const cache = new PageCache(clock, transactions, { error } as unknown as Logger)
  const facts = { revision: '1', words: 'one' }
  const make = jest.fn(async (_at: Moment) => facts.words)
  const read = async () => (await cache.page('/de', { revision: async () => facts.revision, make })).html.toString()
  return { clock, error, facts, make, read, cache }
}

test('a page is made once for one revision, and anew for the next', async () => {
  const { facts, make, read } = cacheOf()
  expect([await read(), await read()]).toEqual(['one', 'one'])
  expect(make).toHaveBeenCalledTimes(1)
  Object.assign(facts, { revision: '2', words: 'two' })
  expect(await read()).toBe('two')
})

test('its tag is that of its bytes', async () => {
  const { cache } = cacheOf()
  const recipe = (words: string) => ({ revision: async () => '1', make: async () => words })
  const [a, b, again] = [await cache.page('a', recipe('x')), await cache.page('b', recipe('y')), await cache.page('c', recipe('x'))]
  expect(a.etag).toMatch(/^"[\w-]{43}"$/)
  expect([b.etag === a.etag, again.etag === a.etag]).toEqual([false, true])
})

test('it is made anew when an instant has come that its words hang on, and when the clock is put back', async () => {
  const { clock, make, read } = cacheOf()
  const opens = new Date('2027-01-10T10:00:00Z')
  make.mockImplementation(async (at) => (at.hasCome(opens) ? 'open' : 'not yet'))
  expect(await read()).toBe('not yet')
  clock.set('2027-01-10T09:59:59.999Z')
  expect(await read()).toBe('not yet')
  expect(make).toHaveBeenCalledTimes(1)
  clock.set(opens)
  expect(await read()).toBe('open')
  clock.set('2027-01-10T09:00:00Z')
  expect(await read()).toBe('not yet')
})

test('a hundred readers of a page that is not there yet make it once', async () => {
  const { make, read } = cacheOf()
  expect(new Set(await Promise.all(Array.from({ length: 100 }, read)))).toEqual(new Set(['one']))
  expect(make).toHaveBeenCalledTimes(1)
})

test('what changes while a page is being made is in the page of whoever asks afterwards', async () => {
  const { facts, make, read } = cacheOf()
  let finish!: () => void
  make.mockImplementationOnce(async () => {
    const { words } = facts
    await new Promise<void>((resolve) => (finish = resolve))
    return words
  })
  const early = read()
  while (make.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve))
  Object.assign(facts, { revision: '2', words: 'two' })
  expect(await read()).toBe('two')
  finish()
  await early
  // The old page came last and must not stay.
  expect(await read()).toBe('two')
})

test('a page whose making failed is made again', async () => {
  const { make, read } = cacheOf()
  make.mockRejectedValueOnce(new Error('not found'))
  await expect(read()).rejects.toThrow('not found')
  expect(await read()).toBe('one')
})

test('a page that shows rows of a table whose writes are not told is never kept, and the log says so', async () => {
  const { error, facts, read } = cacheOf(['participation', 'outbox'])
  expect(await read()).toBe('one')
  facts.words = 'two'
  expect(await read()).toBe('two')
  expect(error).toHaveBeenCalledWith({ tables: ['outbox'] }, expect.any(String))
})
