import { schema } from '../../../assembly.js'
import { restoreBackup } from '../archive/restore.js'
import type { Command } from '../command.js'

/** Puts a backup into an empty installation, on the same or the other kind of database. */
export const restore: Command = {
  usage: 'FILE          puts a backup into an empty installation, on either kind of database',
  arguments: 1,
  async run([file = ''], { readConfig, say }) {
    const { rows, files, madeAt } = await restoreBackup(readConfig(), schema, file)
    say(`${rows} rows and ${files} files of the backup of ${madeAt} are restored. What was waiting to be sent then will be sent at the next start.`)
    return 0
  },
}
