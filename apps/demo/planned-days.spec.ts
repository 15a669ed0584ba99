import { plannedTuesday, shiftedDay } from './planned-days.js'

const DAY = 86_400_000

describe('days of the demo', () => {
  test('are Tuesdays far enough ahead, whatever today is, and neither they nor the next day are fixed holidays', () => {
    for (let at = 0; at < 2 * 366; at++) {
      const now = new Date(Date.UTC(2026, 0, 1, 12) + at * DAY)
      const day = plannedTuesday(now, 1)
      expect(new Date(`${day}T12:00:00Z`).getUTCDay()).toBe(2)
      const ahead = (Date.parse(`${day}T12:00:00Z`) - now.getTime()) / DAY
      expect(ahead).toBeGreaterThanOrEqual(28)
      expect(ahead).toBeLessThanOrEqual(28 + 35)
      expect([day, shiftedDay(day, 1)].filter((date) => /-(12-2[0-9]|12-3[01]|01-0[1-6]|10-03|10-31|11-01|05-01)$/.test(date))).toEqual([])
    }
  })

  test('are one week apart or more', () => {
    const now = new Date('2026-11-25T09:00:00Z')
    expect([1, 2, 3, 4, 5].map((number) => plannedTuesday(now, number))).toEqual(['2027-01-12', '2027-01-19', '2027-01-26', '2027-02-02', '2027-02-09'])
  })

  test('are shifted over the change of the clocks without losing one', () => {
    expect(shiftedDay('2027-03-27', 2)).toBe('2027-03-29')
    expect(shiftedDay('2027-10-31', 1)).toBe('2027-11-01')
  })
})
