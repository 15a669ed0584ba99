import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigError, KeyRing, writeKeyFile } from '@app/platform'

export const KEYS = 'keys/secret.keys'

type Place = Pick<Config, 'secretKeys' | 'dataDir'>

/** The keys of this installation as they are written down; null when it has none yet. */
export function readKeys({ secretKeys, dataDir }: Place): string | null {
  const file = join(dataDir, 'secret.keys')
  return secretKeys ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : null)
}

/**
 * Refuses keys that would leave the links of the backup in people's mailboxes dead.
 * @throws ConfigError with the way to the right keys
 */
export function assertKeysFit(place: Place, kept: string, file: string): void {
  KeyRing.parse(kept)
  const present = readKeys(place)
  if (present === null) return
  const known = new Set(present.split(',').map((part) => part.trim()))
  if (kept.split(',').every((part) => known.has(part.trim()))) return
  const where = place.secretKeys === null ? 'Move DATA_DIR/secret.keys away' : 'Add those of the backup to SECRET_KEYS'
  throw new ConfigError([`This installation has other keys than the backup, so that personal links in mailboxes would no longer work. ${where}; "tar -xzOf ${file} ${KEYS}" shows them.`])
}

/** Puts the keys back where none are: in DATA_DIR, unless SECRET_KEYS holds them. */
export function writeKeys(place: Place, kept: string): void {
  if (readKeys(place) !== null) return
  mkdirSync(place.dataDir, { recursive: true })
  writeKeyFile(join(place.dataDir, 'secret.keys'), kept)
}
