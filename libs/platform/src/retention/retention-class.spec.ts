import { RETENTION_CLASSES, RETENTION_PRESETS, periodBefore, isPeriod } from './retention-class.js'

test.each([
  ['P6M', '2026-08-31T12:00:00Z', '2026-02-28T12:00:00Z'],
  ['P1D', '2026-03-29T01:30:00Z', '2026-03-28T01:30:00Z'],
  ['P28D', '2028-03-28T00:00:00Z', '2028-02-29T00:00:00Z'],
  ['P5Y', '2028-02-29T00:00:00Z', '2023-02-28T00:00:00Z'],
])('%s before %s is %s', (period, now, before) => {
  expect(periodBefore(new Date(now), period)).toEqual(new Date(before))
})

test('every class has a period that can be used', () => {
  for (const retention of RETENTION_CLASSES) expect(isPeriod(RETENTION_PRESETS[retention])).toBe(true)
})

test.each(['', 'P', 'P0D', 'PT6H', '6M', 'P6', 'P-6M', 'P1.5Y', 'P6M ', 'p6m', 'P99999999D'])('%p is no period', (text) => {
  expect(isPeriod(text)).toBe(false)
})
