import { readdirSync } from 'node:fs'
import { Accounts, AccountEntity, AuditEntryEntity, RoleGrantEntity, Sessions, Totp } from '@app/staff'
import { type Config, ConfigError, DataDirLock, SystemClock, readConfig } from '@app/platform'
import type { Command } from '../../apps/cli/src/command.js'
import { account } from '../../apps/cli/src/commands/account.js'
import { secondFactorReset } from '../../apps/cli/src/commands/second-factor-reset.js'
import { signInLink } from '../../apps/cli/src/commands/sign-in-link.js'
import { onEachDatabase, temporaryFolder } from '../support/databases.js'
import { type Rooms, openRooms, testConfig } from '../support/rooms.js'
import { TotpApp } from '../support/totp-app.js'

onEachDatabase('accounts by the command line', (database) => {
  const lock = new DataDirLock()
  let rooms: Rooms
  let config: Config

  beforeAll(async () => {
    rooms = await openRooms(database)
    rooms.clock.set(new SystemClock().now())
    config = { ...(await testConfig(database)), publicUrl: 'https://dialog.example' }
    // As a running server does: the commands work beside it.
    lock.take(config.dataDir)
  }, 60_000)
  afterAll(async () => {
    lock.onApplicationShutdown()
    await rooms.close()
  })

  const run = async (command: Command, ...args: string[]) => {
    const lines: string[] = []
    const code = await command.run(args, { readConfig: () => config, say: (line) => void lines.push(line) })
    return { code, lines, token: /^https:\/\/dialog\.example\/anmelden\/(\S+)$/.exec(lines.at(-1)!)![1]! }
  }
  const refusal = (command: Command, ...args: string[]) => run(command, ...args).then(() => null, (error: unknown) => (error instanceof ConfigError ? error.sentences.join(' ') : error))
  const rolesOf = async (id: string) => (await rooms.transactions.read.findBy(RoleGrantEntity, { accountId: id })).map(({ role, nodeId }) => [role, nodeId])
  const accounts = () => rooms.get(Accounts)

  test('a second one is an organiser, with a link that works once and lets a password be chosen', async () => {
    const { code, token } = await run(account, 'add', '--email', 'Ada@Stiftung.example', '--name', 'Ada Muster')
    expect(code).toBe(0)
    const holder = (await accounts().holderOf(token))!
    expect(holder).toMatchObject({ email: 'Ada@Stiftung.example', name: 'Ada Muster', state: 'active', passwordHash: null })
    expect(await rolesOf(holder.id)).toEqual([['organiser', null]])
    expect(await accounts().signInByLink(token)).not.toBeNull()
    expect(await accounts().signInByLink(token)).toBeNull()
    await accounts().setPassword(holder.id, 'ein langes Passwort')
    expect(await accounts().signIn('ada@stiftung.example', 'ein langes Passwort')).toMatchObject({ kind: 'signed_in' })
  })

  test('an administrator is one when that is said', async () => {
    const { token, lines } = await run(account, 'add', '--email=chef@stiftung.example', '--name=Eva', '--role', 'admin')
    expect(lines[0]).toContain('as admin')
    expect(await rolesOf((await accounts().holderOf(token))!.id)).toEqual([['admin', null]])
  })

  test('a new link ends the former one and is written down', async () => {
    const first = await run(signInLink, '--email', 'chef@stiftung.example')
    const second = await run(signInLink, '--email', 'CHEF@stiftung.example')
    expect(await accounts().holderOf(first.token)).toBeNull()
    const holder = (await accounts().holderOf(second.token))!
    expect(holder.name).toBe('Eva')
    expect(await rooms.transactions.read.countBy(AuditEntryEntity, { action: 'account.link', subjectId: holder.id })).toBe(2)
  })

  test('a second factor that was lost is taken away with every session, and that is written down', async () => {
    const id = (await accounts().idOf('chef@stiftung.example'))!
    const session = (await accounts().signInByLink((await run(signInLink, '--email', 'chef@stiftung.example')).token))!
    const { sessionId, account: holder } = (await rooms.get(Sessions).find(session))!
    const { address, pending } = rooms.get(Totp).offer(holder, sessionId, 'Dialogwerk')
    await rooms.get(Totp).confirm(id, sessionId, pending, new TotpApp(address, () => rooms.clock.now()).code())
    const lines: string[] = []
    expect(await secondFactorReset.run(['--email', 'chef@stiftung.example'], { readConfig: () => config, say: (line) => void lines.push(line) })).toBe(0)
    expect(lines).toEqual([expect.stringContaining('no second factor any more')])
    expect((await rooms.transactions.read.findOneByOrFail(AccountEntity, { id })).totpSealed).toBeNull()
    expect(await rooms.get(Sessions).ofAccount(id)).toEqual([])
    expect(await rooms.transactions.read.countBy(AuditEntryEntity, { action: 'factor.reset', subjectId: id })).toBe(1)
  })

  test('what cannot be done is said in a sentence, and nothing is made', async () => {
    const before = await rooms.transactions.read.count(AccountEntity)
    const add = (...args: string[]) => refusal(account, 'add', ...args)
    expect(await add('--email', 'ADA@stiftung.example', '--name', 'Ada')).toMatch(/^An account with this address is there already/)
    expect(await add('--email', 'x@stiftung.example', '--name', 'X', '--role', 'king')).toMatch(/^There is no role "king"/)
    expect(await add('--email', 'keine Adresse', '--name', 'X')).toBe('--email is no e-mail address.')
    for (const args of [['--email', 'x@stiftung.example'], ['--name', 'X'], ['--email', 'x@stiftung.example', '--name', 'X', '--password', 'p'], ['--email', 'x@stiftung.example', '--name', ' ']]) {
      expect(await add(...args)).toMatch(/^Usage: .* account add --email ADDRESS --name NAME/)
    }
    expect(await refusal(account, 'remove', '--email', 'x@stiftung.example', '--name', 'X')).toMatch(/^Usage: /)
    expect(await refusal(signInLink, '--email', 'nobody@stiftung.example')).toMatch(/^There is no active account/)
    expect(await refusal(secondFactorReset, '--email', 'nobody@stiftung.example')).toMatch(/^There is no active account/)
    expect(await refusal(signInLink)).toMatch(/^Usage: .* sign-in-link --email ADDRESS/)
    expect(await rooms.transactions.read.count(AccountEntity)).toBe(before)
  })
})

describe('accounts by the command line in a folder without an installation', () => {
  const folder = temporaryFolder()

  test('are refused, and the folder stays empty', async () => {
    const readFolder = () => readConfig({ DATA_DIR: folder(), LOG_LEVEL: 'silent' })
    await expect(signInLink.run(['--email', 'a@b.example'], { readConfig: readFolder, say: () => undefined })).rejects.toThrow('There is no database in DATA_DIR')
    expect(readdirSync(folder())).toEqual([])
  })
})
