import { describeWith } from '../services/index.js'
import { type Installation, type InstallationOptions, startEmbedded, startProduction } from '../support/installation.js'
import { LoopLag } from './loop-lag.js'
import { expanded } from './notation.js'
import { rows } from './rows.js'
import { rowsOfPeople } from './runs-of-people.js'
import { Stage } from './stage.js'
import { type BadInput, badInputs, collected } from './table.js'

const LONGEST_LAG = 200

describe('the table of bad inputs', () => {
  const ids = badInputs.map(({ id }) => id)

  it('names every case once, and every row has a case where the collection is there', () => {
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(ids.filter((id) => !Object.hasOwn(rows, id))).toEqual([])
    const known = new Set(ids)
    expect(Object.keys(rows).filter((id) => !known.has(id) && (collected.length > 0 || id.startsWith('O')))).toEqual([])
  })

  it('says of every case that is not played which work it waits for', () => {
    for (const row of Object.values(rows)) if ('missing' in row) expect(row.missing).toMatch(/\w+ \w+/)
  })
})

const played = badInputs.filter(({ id }) => rows[id] && 'run' in rows[id])
// What is stored and given out is tried on both databases; the rest never reaches one.
const people = new Set(Object.keys(rowsOfPeople))

describe('bad input to the built product, embedded', () => isAnswered(played, startEmbedded))
describeWith(['mariadb', 'redis'], 'bad input about people to the built product, production', () => isAnswered(played.filter(({ id }) => people.has(id)), startProduction))

function isAnswered(inputs: readonly BadInput[], start: (options: InstallationOptions) => Promise<Installation>): void {
  let stage: Stage

  beforeAll(async () => { stage = await Stage.open(start) }, 90_000)
  afterAll(() => stage?.installation.kill())

  it.each(inputs.map((input) => [input.id, input.title, input] as const))('%s %s', async (id, _title, input) => {
    const row = rows[id]!
    if (!('run' in row)) throw new Error(`${id} is not played`)
    const lag = new LoopLag(stage.url, stage.installation.api.pid)
    try {
      await row.run({ ...input, set: expanded(input.set) as Record<string, unknown>, stage })
    } finally {
      await lag.stop()
    }
    expect(lag.longest).toBeLessThan(LONGEST_LAG)
    expect((await stage.ask('/health/ready')).status).toBe(200)
  }, 60_000)

  it('was never answered with a fault or a stack trace, and none is in the log', () => {
    expect(stage.seen.length).toBeGreaterThan(inputs.length)
    expect(stage.seen.filter(({ status }) => status >= 500).map(({ what, status }) => `${status} ${what}`)).toEqual([])
    expect(stage.seen.filter(({ text }) => /\n\s+at \S+ \(|node_modules|TypeError|QueryFailed/.test(text)).map(({ what }) => what)).toEqual([])
    expect(stage.installation.api.output).not.toMatch(/"level":(50|60)/)
  })

  it('left no password in the log, and one line for each request', async () => {
    const { api } = stage.installation
    // What Node.js itself turns away has no number and no line. The line of the last request may still be on its way.
    const answered = stage.seen.flatMap(({ headers }) => headers['x-request-id'] ?? [])
    await api.printed(new RegExp(`"request":"${answered.at(-1)}"[^\\n]*\\n`))
    const lines = api.output.split('\n').filter((line) => line.includes('"msg":"request"'))
    const numbers = lines.map((line) => (JSON.parse(line) as { request: string }).request)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(answered.length).toBeGreaterThan(inputs.length)
    const logged = new Set(numbers)
    expect(answered.filter((number) => !logged.has(number))).toEqual([])
    expect(api.output).not.toMatch(/Ein langes Passwort|falsch \d/)
  })
}
