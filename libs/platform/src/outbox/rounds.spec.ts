import { Rounds } from './rounds.js'

describe('rounds', () => {
  /** Answers each item with itself; notes the rounds. */
  const noting = (most = 10, work: (items: string[]) => Promise<void> = async () => undefined) => {
    const seen: string[][] = []
    const rounds = new Rounds<string, string>(async (items) => {
      seen.push(items)
      await work(items)
      return items.map((item) => item.toUpperCase())
    }, most)
    return { seen, rounds }
  }

  it('do at once what is asked for alone, and together what is asked for in one turn', async () => {
    const { seen, rounds } = noting()
    expect(await rounds.ask('a')).toBe('A')
    expect(await Promise.all(['b', 'c'].map((item) => rounds.ask(item)))).toEqual(['B', 'C'])
    expect(seen).toEqual([['a'], ['b', 'c']])
  })

  it('gather while one runs, as many as fit', async () => {
    let end: () => void = () => undefined
    const { seen, rounds } = noting(2, async ([first]) => {
      if (first === 'a') await new Promise<void>((resolve) => (end = resolve))
    })
    const first = rounds.ask('a')
    await new Promise((resolve) => setTimeout(resolve, 5))
    const others = ['b', 'c', 'd'].map((item) => rounds.ask(item))
    await new Promise(setImmediate)
    expect(seen).toEqual([['a']])
    end()
    expect(await Promise.all([first, ...others])).toEqual(['A', 'B', 'C', 'D'])
    expect(seen).toEqual([['a'], ['b', 'c'], ['d']])
  })

  it('do each alone when it does not go together, and refuse only who cannot be done', async () => {
    const { seen, rounds } = noting(10, async (items) => {
      if (items.includes('bad')) throw new Error('bad')
    })
    const answers = await Promise.allSettled(['a', 'bad', 'c'].map((item) => rounds.ask(item)))
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual(['A', 'Error: bad', 'C'])
    expect(seen).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']])
    expect(await rounds.ask('d')).toBe('D')
  })

  it('wait until they may begin, and take what has come by then', async () => {
    let open: () => void = () => undefined
    const mayBegin = new Promise<void>((resolve) => (open = resolve))
    const seen: string[][] = []
    const rounds = new Rounds<string, null>(async (items) => {
      seen.push(items)
      return items.map(() => null)
    }, 10, () => mayBegin)
    const asked = [rounds.ask('a')]
    await new Promise((resolve) => setTimeout(resolve, 5))
    asked.push(rounds.ask('b'))
    open()
    await Promise.all(asked)
    expect(seen).toEqual([['a', 'b']])
  })
})
