import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, openSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { ConfigError } from '@app/platform'
import { TarWriter, readTar } from './tar.js'

/**
 * A backup is a gzipped tar with these entries in this order:
 *
 *     backup.json            what it is: format, product version, migrations
 *     rows/TABLE/000001      rows as JSON lines, in the order of their keys
 *     keys/secret.keys       the keys of the installation
 *     files/…                what lies in DATA_DIR: kept mails and files
 *     checksums.json         SHA-256 of every entry before it; without this entry an archive is not whole
 */
export interface BackupHead {
  format: 1
  product: 'dialogwerk'
  /** Names of the migrations that the database had, in their order. */
  migrations: string[]
  /** Tables in the order in which they are filled. */
  tables: string[]
  madeAt: string
}

export interface Entry {
  name: string
  content: Buffer
}

const CHECKSUMS = 'checksums.json'

/**
 * Writes all entries into a new file with mode 0600. The file has its name only when it is whole and on the disk.
 * @throws ConfigError when the file is there already
 */
export async function writeArchive(file: string, entries: AsyncIterable<Entry>): Promise<void> {
  const beside = `${file}.part`
  const place = openNew(beside)
  const packed = createGzip()
  const written = pipeline(packed, createWriteStream(beside, { fd: place, flush: true }))
  let broken: unknown = null
  // Awaited below; a disk that is full must not end the process before. What follows from it says less than it does.
  written.catch((error: unknown) => { broken = error })
  try {
    const tar = new TarWriter(packed)
    const sums: Record<string, string> = {}
    for await (const { name, content } of entries) {
      await tar.add(name, content)
      sums[name] = sha256(content)
    }
    await tar.add(CHECKSUMS, Buffer.from(JSON.stringify(sums, null, 1)))
    await tar.end()
    packed.end()
    await written
    await rename(beside, file)
  } catch (error) {
    const cause = broken ?? error
    packed.destroy()
    await written.catch(() => undefined)
    await rm(beside, { force: true })
    throw cause
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new ConfigError([`${path} is there already: another backup runs, or one was interrupted and this file can be deleted.`])
    throw error
  }
}

/** Every entry but the checksums, in order. */
export async function* readArchive(file: string): AsyncGenerator<Entry> {
  for await (const entry of entriesOf(file)) if (entry.name !== CHECKSUMS) yield entry
}

/**
 * Reads the whole archive once and believes it only then.
 * @throws ConfigError when it is no backup, damaged or not whole
 */
export async function verifyArchive(file: string): Promise<BackupHead> {
  let head: BackupHead | null = null
  const found: Record<string, string> = {}
  let said: Record<string, string> | null = null
  for await (const { name, content } of entriesOf(file)) {
    if (name === CHECKSUMS) {
      said = JSON.parse(content.toString('utf8')) as Record<string, string>
      break
    }
    head ??= headOf(name, content)
    found[name] = sha256(content)
  }
  if (head === null || said === null) throw new ConfigError([`${file} is not whole: its end is missing.`])
  const names = new Set([...Object.keys(found), ...Object.keys(said)])
  const wrong = [...names].filter((name) => found[name] !== said[name])
  if (wrong.length > 0) throw new ConfigError([`${file} is damaged: ${wrong.length} of ${names.size} entries do not have their checksum.`])
  return head
}

async function* entriesOf(file: string): AsyncGenerator<Entry> {
  const source = createReadStream(file)
  const unpacked = createGunzip()
  // Awaited at the end: a file that cannot be read ends the reading of its contents, too.
  const fed = pipeline(source, unpacked)
  fed.catch(() => undefined)
  try {
    yield* readTar(unpacked)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw new ConfigError([`${file} cannot be read.`])
    if (code === 'Z_DATA_ERROR' || message === 'damaged') throw new ConfigError([`${file} is damaged, or no backup.`])
    if (code === 'Z_BUF_ERROR' || message === 'ends in the middle') throw new ConfigError([`${file} is not whole: its end is missing.`])
    throw error
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}

function headOf(name: string, content: Buffer): BackupHead {
  const head = (name === 'backup.json' ? JSON.parse(content.toString('utf8')) : {}) as Partial<BackupHead>
  if (head.product !== 'dialogwerk') throw new ConfigError(['This file is no backup of Dialogwerk.'])
  if (head.format !== 1) throw new ConfigError(['This backup was made by a newer version: install that version first.'])
  return head as BackupHead
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
