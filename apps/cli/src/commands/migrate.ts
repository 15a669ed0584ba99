import { closeDataSources, openDataSources } from '@app/platform'
import { schema } from '../../../assembly.js'
import type { Command } from '../command.js'

/** Brings the database to this version; does nothing when it is already there. */
export const migrate: Command = {
  usage: '               brings the database to this version',
  arguments: 0,
  async run(_args, { readConfig, say }) {
    const sources = await openDataSources(readConfig(), schema)
    try {
      const applied = await sources.writer.runMigrations({ transaction: 'each' })
      for (const { name } of applied) say(`applied ${name}`)
      say(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migrations applied.`)
    } finally {
      await closeDataSources(sources)
    }
    return 0
  },
}
