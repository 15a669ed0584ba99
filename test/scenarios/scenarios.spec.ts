import { existsSync, readFileSync } from 'node:fs'
import { factSheets } from '../../apps/demo/index.js'
import { onEachDatabase } from '../support/databases.js'
import { type DemoRooms, openDemoRooms } from './demo-rooms.js'
import { type Pages, type Row, factTable } from './fact-table.js'
import { judge } from './judge.js'
import { leavesOf } from './leaves.js'
import { readPages } from './read-pages.js'

type Sheet = { key: string; event: { title: string } }

const file = new URL(`file://${__dirname}/../../../shared/data/scenarios.json`)
/** The published facts as they were collected, or the product's own copy where the collection is not at hand. */
const sheets: readonly Sheet[] = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sheet[]) : factSheets

onEachDatabase('the facts of five real events', (database) => {
  let rooms: DemoRooms
  let pages: Map<string, Pages>
  const pagesOf = ({ key }: { key: string }) => pages.get(key)!

  beforeAll(async () => {
    rooms = await openDemoRooms(database)
    await rooms.loader.load()
    pages = await readPages(rooms, sheets)
  }, 120_000)
  afterAll(() => rooms.close())

  test('are all read back from the public pages of the loaded demo, each under its label', () => {
    const { problems, found } = judge(sheets, pagesOf)
    expect(problems).toEqual([])
    expect(found).toBe(leavesOf(sheets).length - sheets.length)
    expect(found).toBeGreaterThanOrEqual(225)
  })

  test('are missed when the file holds one that the table does not know', () => {
    const planted = [{ ...sheets[0]!, planted: { fact: 'new' } }, ...sheets.slice(1)]
    expect(judge(planted, pagesOf).problems).toEqual([`${sheets[0]!.key}: planted.fact = "new" has no row in the table`])
  })

  test('are missed when the product shows another value', () => {
    const planted = sheets.map((sheet, index) => (index === 0 ? { ...sheet, event: { ...sheet.event, countApprox: 201 } } : sheet))
    expect(judge(planted, pagesOf).problems).toEqual([expect.stringContaining('event.countApprox = 201 is not what the API says')])
  })

  test('are missed when the page does not show what the API says', () => {
    const silent = (sheet: { key: string }) => {
      const whole = pagesOf(sheet)
      return { ...whole, text: { ...whole.text, event: whole.text.event.replaceAll('Sprachförderung', '') } }
    }
    expect(judge(sheets, silent).problems).toEqual([expect.stringContaining('"Sprachförderung" is not read on the page of the event: Sprachförderung')])
  })

  test('need no row that finds nothing', () => {
    const planted: Row = { path: 'planted.row', on: 'api', labels: [], find: () => [] }
    expect(judge(sheets, pagesOf, [...factTable, planted]).problems).toEqual(['the row planted.row finds nothing in the file'])
  })
})

test('the product ships the facts as they were collected', () => {
  expect(factSheets).toEqual(sheets)
})
