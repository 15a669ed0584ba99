import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { ConfigError } from '@app/platform'
import type { Entry } from './archive.js'

const FOLDER = 'files/'
/** What has an entry of its own in a backup, or is half written. */
const LEFT_OUT = /^(dialogwerk\.sqlite(-wal|-shm|-journal)?|secret\.keys)$|(^|\/)\.[^/]*$|\.part$/

/** Everything that lies in the data folder beside the database and the keys: kept mails and files. */
export async function* readDataFiles(dataDir: string, leftOut: readonly string[]): AsyncGenerator<Entry> {
  const known = new Set(leftOut.map((file) => resolve(file)))
  for (const entry of entriesIn(dataDir)) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(dataDir, path).split(sep).join('/')
    if (!entry.isFile() || LEFT_OUT.test(name) || known.has(path)) continue
    try {
      yield { name: FOLDER + name, content: await readFile(path) }
    } catch (error) {
      // Deleted since the folder was listed.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/**
 * Puts one file of a backup back; other entries are passed over.
 * @throws ConfigError when its name leads out of the data folder
 */
export function writeDataFile(dataDir: string, { name, content }: Entry): boolean {
  if (!name.startsWith(FOLDER)) return false
  const path = resolve(dataDir, name.slice(FOLDER.length))
  if (!path.startsWith(resolve(dataDir) + sep)) throw new ConfigError(['The backup holds a file whose name leads out of DATA_DIR: it was tampered with.'])
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(path, content, { mode: 0o600 })
  return true
}
