import { Transactions, newId, openDataSources } from '@app/platform'
import { Probe, probeSchema } from './probe.js'

/** Writes rows from several sides at once, each acknowledged on standard output once it is committed, until the process is killed. */
async function writeInALoop(dataDir: string): Promise<unknown> {
  const sources = await openDataSources({ databaseUrl: null, dataDir }, probeSchema)
  const transactions = new Transactions(sources)
  const side = async (): Promise<never> => {
    for (;;) {
      const id = newId()
      await transactions.run((tx) => tx.db.insert(Probe, { id, note: 'acknowledged' }))
      process.stdout.write(`${id}\n`)
    }
  }
  return Promise.all([side(), side(), side()])
}

void writeInALoop(process.argv[3]!)
