import 'reflect-metadata'
import { closeDataSources, ConfigError, openDataSources, readConfig } from '@app/platform'
import { schema } from '../../assembly.js'
import { exitWith } from '../../process-end.js'

const COMMANDS: Record<string, () => Promise<void>> = {
  /** Brings the database to this version; does nothing when it is already there. */
  async migrate() {
    const sources = await openDataSources(readConfig(), schema)
    try {
      const applied = await sources.writer.runMigrations({ transaction: 'each' })
      for (const { name } of applied) process.stdout.write(`applied ${name}\n`)
      process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `${applied.length} migrations applied.\n`)
    } finally {
      await closeDataSources(sources)
    }
  },
}

try {
  const name = process.argv[2] ?? ''
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw new ConfigError([`Usage: node dist/apps/cli/src/main.js ${Object.keys(COMMANDS).join('|')}`])
  await command()
} catch (error) {
  exitWith(error)
}
