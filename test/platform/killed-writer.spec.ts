import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { closeDataSources, openDataSources } from '@app/platform'
import { onSqlite } from '../support/databases.js'
import { Probe, probeSchema } from './probe.js'

onSqlite('a process that is killed while it writes', (database) => {
  test('has left every row that it acknowledged, three times in a row', async () => {
    const place = await database.place()
    const first = await openDataSources(place, probeSchema)
    await first.writer.runMigrations({ transaction: 'each' })
    await closeDataSources(first)

    const acknowledged = new Set<string>()
    for (const rows of [50, 120, 200]) {
      for (const id of await acknowledgedUntilKilled(place.dataDir, rows)) acknowledged.add(id)
      const sources = await openDataSources(place, probeSchema)
      const there = await sources.writer.manager.find(Probe)
      const [{ integrity_check: integrity }] = await sources.writer.query('PRAGMA integrity_check')
      await closeDataSources(sources)
      expect(integrity).toBe('ok')
      const found = new Set(there.map(({ id }) => id))
      expect([...acknowledged].filter((id) => !found.has(id))).toEqual([])
      expect(found.size).toBeGreaterThanOrEqual(acknowledged.size)
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(370)
  }, 60_000)
})

/** Lets a writer run until it has acknowledged so many rows, kills it as `kill -9` does, and returns all it acknowledged. */
async function acknowledgedUntilKilled(dataDir: string, rows: number): Promise<string[]> {
  const writer = spawn(process.execPath, [join(__dirname, 'run-typescript.mjs'), join(__dirname, 'write-in-a-loop.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ids: string[] = []
  const lines = createInterface({ input: writer.stdout })
  lines.on('line', (id) => {
    ids.push(id)
    if (ids.length === rows) writer.kill('SIGKILL')
  })
  const [[, signal]] = await Promise.all([once(writer, 'exit'), once(lines, 'close')])
  expect(signal).toBe('SIGKILL')
  // The last line may have been cut by the kill.
  return ids.filter((id) => id.length === 36)
}
