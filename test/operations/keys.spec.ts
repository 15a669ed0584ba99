import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EventEntity } from '@app/events'
import { Confirmations, NeedEntity, ParticipationEntity, QuestionAnswerEntity, QuestionEntity } from '@app/participants'
import { type Config, ConfigError, DATA_SOURCES, type DataSources, KeyRing, PersonalLinks, newId } from '@app/platform'
import { AuditChain, verifyChain } from '@app/staff'
import { keys } from '../../apps/cli/src/commands/keys.js'
import { SEALS } from '../../apps/privacy/seals.js'
import { person, plantEvent, registerPeople } from '../support/builders.js'
import { onEachDatabase } from '../support/databases.js'
import { testConfig } from '../support/rooms.js'
import { type DemoRooms, openDemoRooms } from '../scenarios/demo-rooms.js'

onEachDatabase('changing the keys', (database) => {
  let rooms: DemoRooms
  let config: Config
  let token: string
  let eventId: string
  const ring = () => readFileSync(join(config.dataDir, 'secret.keys'), 'utf8').trim()
  const run = async (verb: string) => {
    const lines: string[] = []
    await keys.run([verb], { readConfig: () => config, say: (line) => void lines.push(line) })
    return lines.join('\n')
  }

  beforeAll(async () => {
    rooms = await openDemoRooms(database)
    config = await testConfig(database)
    eventId = await plantEvent(rooms)
    ;[token] = (await registerPeople(rooms, eventId, [person(1)])) as [string]
    const { id: participationId } = await rooms.transactions.read.findOneByOrFail(ParticipationEntity, { eventId })
    const [first, questionId] = [rooms.get(KeyRing), newId()]
    await rooms.transactions.run(async (tx) => {
      await tx.db.update(EventEntity, { id: eventId }, { onlineUrlSealed: first.seal('online-url', 'https://video.example/raum') })
      await tx.db.insert(NeedEntity, { id: newId(), eventId, participationId, sealed: first.seal('need', 'Gebärdensprache') })
      await tx.db.insert(QuestionEntity, { id: questionId, eventId, key: 'essen', kind: 'text', label: 'Essen', position: 0, special: true })
      await tx.db.insert(QuestionAnswerEntity, { id: newId(), participationId, questionId, valueSealed: first.seal('question_answer', 'koscher') })
    })
    await rooms.get(AuditChain).seal()
  }, 60_000)
  afterAll(() => rooms.close())

  test('knows every sealed column', () => {
    const { reader } = rooms.get<DataSources>(DATA_SOURCES)
    const columns = reader.entityMetadatas.flatMap(({ tableName, columns: all }) => all.filter(({ propertyName }) => /sealed$/i.test(propertyName) && tableName !== 'file').map(({ propertyName }) => `${tableName}.${propertyName}`))
    expect(Object.entries(SEALS).flatMap(([table, sealed]) => Object.keys(sealed).map((property) => `${table}.${property}`)).sort()).toEqual(columns.sort())
  })

  test('puts a new key in front, seals everything with it, and says what the former one still seals', async () => {
    const former = ring()
    expect(await run('list')).toMatch(/^1: seals 3 values\n/)
    await run('add')
    expect(ring()).toMatch(new RegExp(`^2:[A-Za-z0-9+/=]{44},${former.replaceAll('+', '\\+')}$`))
    expect(await run('list')).toMatch(/^2: seals 0 values\n1: seals 3 values\n/)
    expect(await run('reseal')).toBe('3 values sealed with the first key.')
    expect(await run('reseal')).toBe('0 values sealed with the first key.')
    expect(await run('list')).toMatch(/^2: seals 3 values\n1: seals 0 values\n/)
    const alone = KeyRing.parse(ring().split(',')[0]!)
    const event = await rooms.transactions.read.findOneByOrFail(EventEntity, { id: eventId })
    expect(alone.open('online-url', event.onlineUrlSealed!)).toBe('https://video.example/raum')
    expect(alone.open('need', (await rooms.transactions.read.findOneByOrFail(NeedEntity, { eventId })).sealed)).toBe('Gebärdensprache')
  })

  test('breaks neither the links that lie in mailboxes nor the chain of the log', async () => {
    const both = KeyRing.parse(ring())
    expect(await new PersonalLinks(rooms.transactions, both, rooms.clock).find('confirm', token)).toMatchObject({ kind: 'valid' })
    expect(await verifyChain(rooms.transactions.read, both)).toMatchObject({ kind: 'whole' })
    expect(await rooms.get(Confirmations).confirm(token)).toMatchObject({ kind: 'confirmed' })
  })

  test('names no key that stands in the configuration, and changes none', async () => {
    config = { ...config, secretKeys: ring() }
    const said = await run('add')
    expect(said).toMatch(/SECRET_KEYS.*\n3:[A-Za-z0-9+/=]{44}$/)
    for (const key of ring().split(',')) expect(said).not.toContain(key.split(':')[1])
    await expect(run('forget')).rejects.toThrow(ConfigError)
  })

  test('refuses what no key of the ring opens, and leaves it as it is', async () => {
    writeFileSync(join(config.dataDir, 'secret.keys'), ring())
    config = { ...config, secretKeys: `9:${Buffer.alloc(32, 1).toString('base64')}` }
    await expect(run('reseal')).rejects.toThrow('No key opens this sealed value')
    const event = await rooms.transactions.read.findOneByOrFail(EventEntity, { id: eventId })
    expect(event.onlineUrlSealed).toMatch(/^v1\.2\./)
  })
})
