import 'reflect-metadata'
import { ConfigError, readConfig } from '@app/platform'
import { exitWith } from '../../process-end.js'
import { account } from './commands/account.js'
import { backup } from './commands/backup.js'
import { doctor } from './commands/doctor.js'
import { keys } from './commands/keys.js'
import { migrate } from './commands/migrate.js'
import { papers } from './commands/papers.js'
import { person } from './commands/person.js'
import { restore } from './commands/restore.js'
import { retention } from './commands/retention.js'
import { secondFactorReset } from './commands/second-factor-reset.js'
import { signInLink } from './commands/sign-in-link.js'
import type { Command } from './command.js'

const COMMANDS: Record<string, Command> = { migrate, doctor, backup, restore, account, 'sign-in-link': signInLink, 'second-factor-reset': secondFactorReset, person, retention, papers, keys }

try {
  const [name = '', ...args] = process.argv.slice(2)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command || (command.arguments !== null && args.length !== command.arguments)) {
    const lines = Object.entries(COMMANDS).map(([each, { usage }]) => `  ${each} ${usage}`)
    throw new ConfigError(['Usage: node dist/apps/cli/src/main.js COMMAND', ...lines])
  }
  process.exitCode = await command.run(args, { readConfig: () => readConfig(), say: (line) => void process.stdout.write(`${line}\n`) })
} catch (error) {
  exitWith(error)
}
