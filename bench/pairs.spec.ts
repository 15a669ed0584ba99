import { interleaved, oneAfterTheOther, percentile, ratios, spread, verdict } from './pairs.js'

describe('pairs of ceiling and ours', () => {
  it('are run by turns, the ceiling first', async () => {
    const order: string[] = []
    const pairs = await interleaved(
      3,
      async (pair) => (order.push(`ceiling ${pair}`), 100),
      async (pair) => (order.push(`ours ${pair}`), 60 + pair),
    )
    expect(order).toEqual(['ceiling 0', 'ours 0', 'ceiling 1', 'ours 1', 'ceiling 2', 'ours 2'])
    expect(pairs).toEqual([{ ceiling: 100, ours: 60 }, { ceiling: 100, ours: 61 }, { ceiling: 100, ours: 62 }])
  })

  it('give the median of their ratios, not the ratio of their medians', () => {
    const pairs = [{ ceiling: 100, ours: 50 }, { ceiling: 200, ours: 180 }, { ceiling: 1000, ours: 700 }]
    expect(ratios(pairs)).toEqual({ median: 0.7, min: 0.5, max: 0.9 })
  })

  it.each([{ ceiling: 0, ours: 1 }, { ceiling: Infinity, ours: 1 }, { ceiling: 1, ours: NaN }])('refuse a rate that is none: %j', (pair) => {
    expect(() => ratios([pair])).toThrow(RangeError)
  })
})

describe('percentiles', () => {
  it('sort by size and not by spelling', () => {
    expect(spread([10, 9, 100])).toEqual({ median: 10, min: 9, max: 100 })
  })

  it('lie between neighbours where no value stands', () => {
    expect(percentile([1, 2, 3, 4], 50)).toBe(2.5)
    expect(percentile(Array.from({ length: 101 }, (_, n) => n), 99)).toBe(99)
  })

  it('leave the values in their order', () => {
    const values = [3, 1, 2]
    percentile(values, 50)
    expect(values).toEqual([3, 1, 2])
  })

  it('of nothing are refused', () => {
    expect(() => percentile([], 50)).toThrow(RangeError)
    expect(() => percentile([1, NaN], 50)).toThrow(RangeError)
  })
})

it('adds the times of two things done one after the other', () => {
  expect(oneAfterTheOther(1000, 1000)).toBeCloseTo(500, 9)
  expect(oneAfterTheOther(2000, 500)).toBeCloseTo(400, 9)
})

describe('the verdict', () => {
  it.each([
    [true, { before: 1, after: 2 }, 'reached'],
    [false, { before: 1, after: 2 }, 'missed'],
    [true, { before: 2.1, after: 1 }, 'not judged'],
    [false, { before: 1, after: 2.1 }, 'not judged'],
  ] as const)('on 2 cores, figure reached %s at load %j: %s', (isReached, load, expected) => {
    expect(verdict(isReached, load, 2)).toBe(expected)
  })
})
