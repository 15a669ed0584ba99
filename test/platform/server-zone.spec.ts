import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { onEachDatabase } from '../support/databases.js'

const ZONES = ['UTC', 'America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati']

onEachDatabase('the zone of the server', (database) => {
  test('moves no calendar day and no instant, whichever server wrote and whichever reads', async () => {
    const { databaseUrl, dataDir } = await database.place()
    const program = [join(__dirname, 'run-typescript.mjs'), join(__dirname, 'days-of-a-server.ts'), databaseUrl ?? '', dataDir]
    for (const [index, TZ] of ZONES.entries()) {
      const rows = JSON.parse(execFileSync(process.execPath, program, { env: { ...process.env, TZ }, encoding: 'utf8' })) as unknown[]
      expect(rows).toEqual(Array.from({ length: index + 1 }, () => ['2027-03-28', '2027-03-28T00:30:00.250Z']))
    }
  }, 60_000)
})
