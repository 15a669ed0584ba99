import { SystemClock } from '@app/platform'
import { schema } from '../../../assembly.js'
import { backUp } from '../archive/backup.js'
import type { Command } from '../command.js'

/** Database, keys, kept mails and files in one new file, while the installation runs. */
export const backup: Command = {
  usage: 'FILE           database, keys and files into one new file; it holds secrets and personal data',
  arguments: 1,
  async run([file = ''], { readConfig, say }) {
    const { rows, files } = await backUp(readConfig(), schema, file, new SystemClock().now())
    say(`${rows} rows, the keys and ${files} files are in ${file}. It holds secrets and personal data: keep it as carefully as the database.`)
    return 0
  },
}
