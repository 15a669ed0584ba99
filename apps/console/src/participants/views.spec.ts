import { STANDINGS, type StandingCounts } from '@app/contracts'
import { countOf, standingsOf, viewOf, VIEWS } from './views.js'

const counts = Object.fromEntries(STANDINGS.map((key, index) => [key, index + 1])) as StandingCounts

describe('views', () => {
  it('put every standing into exactly one view, so that their counts add up to all', () => {
    const parts = VIEWS.filter(({ key }) => key !== 'all')
    expect(parts.flatMap(({ standings }) => standings).toSorted()).toEqual([...STANDINGS].toSorted())
    expect(parts.reduce((sum, { key }) => sum + countOf(counts, key), 0)).toBe(countOf(counts, 'all'))
  })

  it('are recognised by their standings in any order', () => {
    expect(viewOf([...standingsOf('gone')].toReversed())).toBe('gone')
    expect(viewOf([])).toBe('all')
    expect(viewOf(['waiting', 'requested'])).toBeNull()
  })
})
