import { EventInput } from '@app/contracts'
import { planEditions } from './index.js'

describe('invented editions', () => {
  const plans = planEditions.map((plan) => plan(new Date('2026-11-25T09:00:00Z')))

  test('are what the form of the console would send', () => {
    for (const { event } of plans) expect(EventInput.safeParse(event).error?.issues ?? []).toEqual([])
  })

  test('are numbered in the order of their days', () => {
    const days = plans.flatMap(({ event }) => event.days?.[0]?.date ?? [])
    expect([...days].sort()).toEqual(days)
    expect(plans.map(({ editionNo }) => editionNo)).toEqual([1, 2, 3, 4, 5])
  })

  test('close before they begin and after today', () => {
    for (const { event, published } of plans) {
      if (!published) continue
      expect(event.closesOn! < event.days![0]!.date).toBe(true)
      expect(event.closesOn! > '2026-11-26').toBe(true)
    }
  })
})
