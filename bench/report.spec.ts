import { availableParallelism } from 'node:os'
import { type Line, cells, markdown, plainTable } from './report.js'
import { sizesOf } from './sizes.js'

const line = (part: Partial<Line>): Line => ({
  work: 'confirming', ceiling: '400/s', ours: '300/s', ratio: { median: 0.75, min: 0.7, max: 0.8 }, figure: '≥ 0.6', isReached: true, cpu: 2.5, load: { before: 0.5, after: 1 }, ...part,
})
const busy = { before: availableParallelism() + 0.5, after: 1 }

describe('the table', () => {
  it('shows ratio, verdict, CPU and load of each row', () => {
    expect(cells([line({})])[1]).toEqual(['confirming', '400/s', '300/s', '0.75 (0.70 – 0.80)', '≥ 0.6', 'reached', '2.50 ms', '0.5 → 1.0'])
  })

  it('does not judge a row whose machine was busy, whatever the numbers', () => {
    expect(cells([line({ load: busy }), line({ load: busy, isReached: false })]).slice(1).map((row) => row[5])).toEqual(['not judged', 'not judged'])
  })

  it('puts the columns of a terminal one below the other', () => {
    const rows = plainTable(cells([line({ work: 'a' }), line({ work: 'a longer one' })])).split('\n')
    expect(new Set(rows.slice(1).map((row) => row.indexOf('400/s'))).size).toBe(1)
  })
})

describe('the document', () => {
  it('names machine, date and sizes', () => {
    const text = markdown([line({})], [], [], sizesOf(['--quick']), '2026-11-25')
    expect(text).toContain('`npm run bench -- --quick --write` on 2026-11-25')
    expect(text).toContain(`Machine: ${availableParallelism()} cores`)
    expect(text).toContain('| confirming | 400/s | 300/s |')
  })

  it('says in words how many rows are not judged, and nothing when all are', () => {
    expect(markdown([line({}), line({ load: busy })], [], [], sizesOf([]), '2026-11-25')).toContain('**1 of 2 rows are not judged**')
    expect(markdown([line({})], [], [], sizesOf([]), '2026-11-25')).not.toContain('rows are not judged')
  })
  it('names what failed', () => {
    expect(markdown([line({})], ['mail: 99 of 100\nat …'], [], sizesOf([]), '2026-11-25')).toContain('## Failed\n\n- mail: 99 of 100\n\n')
    expect(markdown([line({})], [], [], sizesOf([]), '2026-11-25')).not.toContain('Failed')
  })
})
