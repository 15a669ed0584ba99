import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Confirmations, ParticipationEntity } from '@app/participants'
import { type Config, ConfigError, RetentionRunEntity } from '@app/platform'
import { AuditEntryEntity } from '@app/staff'
import type { Command } from '../../apps/cli/src/command.js'
import { papers } from '../../apps/cli/src/commands/papers.js'
import { person as personCommand } from '../../apps/cli/src/commands/person.js'
import { retention } from '../../apps/cli/src/commands/retention.js'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { testConfig } from '../support/rooms.js'
import { type DemoRooms, openDemoRooms } from '../scenarios/demo-rooms.js'

onEachDatabase('privacy by the command line', (database) => {
  let rooms: DemoRooms
  let config: Config
  const EMAIL = 'person1@stadt.example'

  beforeAll(async () => {
    rooms = await openDemoRooms(database)
    config = { ...(await testConfig(database)), publicUrl: 'https://dialog.example' }
    await rooms.loader.load()
    for (const token of await registerPeople(rooms, await plantEvent(rooms), [person(1)])) await rooms.get(Confirmations).confirm(token)
  }, 120_000)
  afterAll(() => rooms.close())

  const run = async (command: Command, ...args: string[]) => {
    const lines: string[] = []
    const code = await command.run(args, { readConfig: () => config, say: (line) => void lines.push(line) })
    return { code, said: lines.join('\n') }
  }
  const refusal = (command: Command, ...args: string[]) => run(command, ...args).then(() => null, (error: unknown) => (error instanceof ConfigError ? error.sentences.join(' ') : error))

  test('writes what is stored about a person into a file that only its owner may read', async () => {
    for (const [name, mark] of [['ada.json', '"email": "person1@stadt.example"'], ['ada.html', '<h1>Auskunft über gespeicherte Daten</h1>']] as const) {
      const file = join(config.dataDir, name)
      const { code, said } = await run(personCommand, 'export', '--email', EMAIL.toUpperCase(), '--to', file)
      expect(code).toBe(0)
      expect(readFileSync(file, 'utf8')).toContain(mark)
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
      expect(said).toMatch(/^Written: \d+ rows of \d+ tables\.$/)
    }
    expect(await rooms.transactions.read.countBy(AuditEntryEntity, { action: 'person.export', actorKind: 'system' })).toBe(2)
  })

  test('forgets a person, saying neither name nor address', async () => {
    const { said } = await run(personCommand, 'erase', '--email', EMAIL, '--reason', 'Antrag vom 24. November')
    expect(said).toMatch(/^[0-9a-f-]{36}: withdrawn and erased\nAddress book: 0 erased\.$/)
    expect(await rooms.transactions.read.countBy(ParticipationEntity, { emailNormalised: EMAIL })).toBe(0)
    expect(await refusal(personCommand, 'erase', '--email', EMAIL, '--reason', 'noch einmal')).toBe('Nothing is stored under this address.')
  })

  test.each([
    [['export', '--email', EMAIL, '--to', 'ada.txt'], 'FILE.json|FILE.html'],
    [['export', '--email', EMAIL], 'FILE.json|FILE.html'],
    [['erase', '--email', EMAIL], '--reason TEXT'],
    [['forget'], 'erase --email ADDRESS'],
  ])('says how it is meant: %j', async (args, usage) => {
    expect(await refusal(personCommand, ...args)).toContain(usage)
  })

  test('deletes at once what the night would delete', async () => {
    const { code, said } = await run(retention)
    expect(code).toBe(0)
    expect(said).toMatch(/\d+ rules applied\.$/)
    expect(await rooms.transactions.read.count(RetentionRunEntity)).toBeGreaterThan(10)
  })

  test('makes the papers of data protection from what is really set', async () => {
    const record = (await run(papers, 'record')).said
    for (const part of ['# Verzeichnis von Verarbeitungstätigkeiten', 'https://dialog.example', '| A | 6 Monate | nach dem Ende der Veranstaltung |', '`participation`', 'Landesbüro Dialog (Demo)']) expect(record).toContain(part)
    expect(record).not.toMatch(/undefined|null/)
    const measures = (await run(papers, 'measures')).said
    for (const part of ['argon2id', 'Die Seiten werden über HTTPS ausgeliefert.', '30 Minuten', 'Verwaltung']) expect(measures).toContain(part)
    config = { ...config, publicUrl: 'http://127.0.0.1:3000', retention: { ...config.retention, A: 'P1Y' } }
    expect((await run(papers, 'measures')).said).toContain('HTTPS einrichten')
    expect((await run(papers, 'record')).said).toContain('| A | 1 Jahr |')
    expect(await refusal(papers, 'recipe')).toContain('choose record or measures')
  })
})
