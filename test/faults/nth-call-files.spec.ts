import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { KeyRing, closeDataSources, openDataSources } from '@app/platform'
import { schema } from '../../apps/assembly.js'
import { verifyArchive } from '../../apps/cli/src/archive/archive.js'
import { backUp } from '../../apps/cli/src/archive/backup.js'
import { onEachDatabase, temporaryFolder } from '../support/databases.js'
import { TEST_NOW } from '../support/rooms.js'
import { failFiles } from './nth-call-files.js'
import { type Stage, openStage } from './nth-call-stage.js'
import { steps } from './nth-call-steps.js'
import { Story } from './nth-call-story.js'
import { type Hit, NthCall, type Way, sweep } from './nth-call.js'
import { faultSuite, tellFigures } from './sizes.js'

const HOUR = 3_600_000
const WAYS: readonly Way[] = ['refused', 'lost', 'unanswered']

onEachDatabase(faultSuite('the n-th call to the files of the mailbox fails'), (database) => {
  const fault = new NthCall()
  let stage: Stage
  let story: Story
  let putBack: () => void
  beforeAll(async () => {
    stage = await openStage(database, fault)
    putBack = failFiles(join(stage.config.dataDir, 'mail'), fault)
    // The file was there when its writing was said to have failed: it is written once more.
    story = new Story(stage, fault, () => ({ refusals: 0, repeats: 1 }))
  }, 60_000)
  afterAll(async () => {
    putBack()
    await stage.close()
  })

  test.each(WAYS)('%s: every mail is there, whole', async (way) => {
    const { hits, faults } = await sweep(steps(5), (n) => story.play(n, way))
    tellFigures(`the n-th call to a file ${way} on ${database.dialect}: ${hits.length} of the first ${hits.at(-1)?.n}, ${faults.length} faults`)
    expect(faults).toEqual([])
    expect(hits.length).toBeGreaterThanOrEqual(10)
    expect(readdirSync(join(stage.config.dataDir, 'mail')).filter((name) => name.endsWith('.eml'))).toEqual([])
  }, HOUR)
})

describe('the n-th call to a file fails', () => {
  const parent = temporaryFolder()
  const contents = (folder: string) => readdirSync(folder).sort().join()
  /** Runs work with one call after the other failing, each time in a new folder. @returns the calls that failed */
  const eachCall = async (way: Way, work: (folder: string, hit: () => Hit | null) => Promise<void>): Promise<string[]> => {
    const hits: string[] = []
    for (let n = 1; ; n++) {
      const folder = mkdtempSync(join(parent(), 'files-'))
      const fault = new NthCall()
      const putBack = failFiles(folder, fault)
      fault.arm(n, way)
      const fell: { hit: Hit | null } = { hit: null }
      try {
        await work(folder, () => {
          putBack()
          return (fell.hit = fault.disarm())
        })
      } finally {
        putBack()
      }
      if (fell.hit === null) return hits
      hits.push(fell.hit.what)
    }
  }

  test.each(WAYS)('%s while keys are made: the next start has keys, whole and for nobody else, and they stay', async (way) => {
    const hits = await eachCall(way, async (folder, hit) => {
      const start = () => KeyRing.load(null, folder)
      const first = failure(start)
      const fell = hit()
      expect(first).toEqual(fell === null ? null : expect.objectContaining({ code: 'ENOSPC' }))
      const signed = start().sign('test', 'text')
      const file = join(folder, 'secret.keys')
      expect({ fell, contents: contents(folder).replace(',secret.keys.part', ''), mode: statSync(file).mode & 0o777 }).toEqual({ fell, contents: 'secret.keys', mode: 0o600 })
      expect(readFileSync(file, 'utf8')).toMatch(/^1:[A-Za-z0-9+/]{43}=\n$/)
      expect(start().verify('test', 'text', signed)).toBe(true)
    })
    expect(hits).toEqual(expect.arrayContaining(['writeFileSync', 'linkSync', 'readFileSync']))
  })

  test.each(WAYS)('%s while a backup is written: there is no half one, and the next one is whole', async (way) => {
    const place = { databaseUrl: null, dataDir: join(parent(), 'data'), secretKeys: `1:${Buffer.alloc(32, 7).toString('base64')}` }
    const sources = await openDataSources(place, schema)
    await sources.writer.runMigrations({ transaction: 'each' })
    await closeDataSources(sources)
    const hits = await eachCall(way, async (folder, hit) => {
      const file = join(folder, 'backup.tar.gz')
      const write = () => backUp(place, schema, file, new Date(TEST_NOW))
      const first = await write().then(() => null, (error: unknown) => error)
      const fell = hit()
      expect(first).toEqual(fell === null ? null : expect.objectContaining({ code: 'ENOSPC' }))
      if (fell?.what === 'openSync' && way === 'unanswered') {
        // Nobody knows whose it is.
        await expect(write()).rejects.toThrow('one was interrupted and this file can be deleted')
        rmSync(`${file}.part`)
      }
      // What stands under the name is whole, also where the last step was done and its answer lost.
      if (contents(folder) === '') await write()
      expect({ fell, contents: contents(folder) }).toEqual({ fell, contents: 'backup.tar.gz' })
      await verifyArchive(file)
    })
    expect(hits).toEqual(expect.arrayContaining(['openSync', 'rename']))
    expect(hits.length).toBeGreaterThanOrEqual(4)
  }, 120_000)
})

function failure(work: () => unknown): unknown {
  try {
    work()
    return null
  } catch (error) {
    return error
  }
}
