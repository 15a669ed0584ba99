import type { Tx } from '@app/platform'
import { newId } from '@app/platform'
import { type OpenProbe, Probe, probeIn } from '../platform/probe.js'
import { onEachDatabase } from '../support/databases.js'
import { failStatements } from './nth-call-database.js'
import { NthCall, type Way } from './nth-call.js'

onEachDatabase('when a statement of a transaction fails', (database) => {
  const probe = probeIn(database)
  const fault = new NthCall()
  beforeAll(() => failStatements(probe().sources, fault))

  const insert = (tx: Tx, note: string) => tx.insertBlind(Probe, { id: newId(), note })
  const notes = async ({ transactions }: OpenProbe) => (await transactions.read.find(Probe)).map(({ note }) => note)

  test.each<Way>(['refused', 'lost', 'unanswered'])('%s, it is there as a whole or not at all, and the next ones are taken back and kept as ever', async (way) => {
    const { transactions } = probe()
    const expected: string[] = []
    const hits: string[] = []
    for (let n = 1; ; n++) {
      fault.arm(n, way)
      const run = transactions.run(async (tx) => {
        await insert(tx, `${n} one`)
        await insert(tx, `${n} two`)
      })
      await run.catch(() => undefined)
      const hit = fault.disarm()
      // Committed, though nobody was told.
      if (hit === null || (way === 'unanswered' && hit.what === 'COMMIT')) expected.push(`${n} one`, `${n} two`)
      const givenUp = transactions.run(async (tx) => {
        await insert(tx, `${n} taken back`)
        throw new Error('given up')
      })
      await expect(givenUp).rejects.toThrow('given up')
      await transactions.run((tx) => insert(tx, `${n} kept`))
      expected.push(`${n} kept`)
      expect((await notes(probe())).sort()).toEqual([...expected].sort())
      if (hit === null) break
      hits.push(hit.what)
    }
    const verbs = hits.map((what) => what.split(' ')[0])
    expect([verbs[0], verbs.at(-1)]).toEqual([database.dialect === 'sqlite' ? 'BEGIN' : 'START', 'COMMIT'])
    expect(hits.filter((what) => /INSERT INTO .probe/.test(what))).toHaveLength(2)
  })
})
