import { existsSync, mkdtempSync, readFileSync, rmdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Config, ConfigError, KeyRing } from '@app/platform'
import { type Finding, fault, note, ok } from './finding.js'

const MEGABYTE = 1024 * 1024
const LITTLE = 500 * MEGABYTE
const NEARLY_NONE = 50 * MEGABYTE

/** What the environment says about itself, and what is allowed but should be known. */
export function checkConfiguration(config: Config): Finding[] {
  const findings = [ok(`configuration: ${config.mode} mode`)]
  if (config.mode === 'production') {
    if (!config.publicUrl.startsWith('https:')) findings.push(note('PUBLIC_URL is not https', 'put a reverse proxy with TLS in front and set PUBLIC_URL to its address'))
    for (const [name, value] of [['LIMIT_SIGNUPS_PER_IP', config.limits.signupsPerIp], ['LIMIT_MAIL_PER_ADDRESS', config.limits.mailsPerAddress], ['FORM_MIN_SECONDS', config.limits.formMinSeconds]] as const) {
      if (value === 0) findings.push(note(`${name} is 0: this limit is off`, `remove ${name} unless this is meant`))
    }
  }
  return findings
}

/** Keys can be loaded and open what they seal; a key file is for its owner alone. Makes no keys. */
export function checkKeys(config: Config): Finding[] {
  const file = join(config.dataDir, 'secret.keys')
  if (config.secretKeys === null && !existsSync(file)) return [note('keys: none yet', 'the first start makes them')]
  try {
    const text = config.secretKeys ?? readFileSync(file, 'utf8').trim()
    const keys = KeyRing.parse(text)
    if (keys.open('doctor', keys.seal('doctor', 'probe')) !== 'probe') return [fault('keys: what they seal they do not open', 'set other keys')]
    const findings = [ok(`keys: ${text.split(',').length} loaded from ${config.secretKeys === null ? 'DATA_DIR/secret.keys' : 'SECRET_KEYS'}`)]
    if (config.secretKeys === null && process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) findings.push(fault('keys: others on this machine may read DATA_DIR/secret.keys', `chmod 600 ${file}`))
    return findings
  } catch (error) {
    return [fault(`keys: ${error instanceof ConfigError ? error.sentences.join(' ') : 'DATA_DIR/secret.keys cannot be read'}`, 'restore the keys from a backup; new ones would break every link that lies in a mailbox')]
  }
}

/** The data folder, or the folder in which it will be made, takes a new entry; there is room on its disk. */
export async function checkDataDir(config: Config): Promise<Finding[]> {
  let folder = config.dataDir
  while (!existsSync(folder)) folder = dirname(folder)
  try {
    rmdirSync(mkdtempSync(join(folder, '.doctor-')))
  } catch {
    return [fault(`data folder: ${folder} cannot be written`, 'set DATA_DIR to a folder that this user may write to')]
  }
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const said = `data folder: ${Math.floor(free / MEGABYTE)} MB free`
  if (free < NEARLY_NONE) return [fault(said, 'make room on this disk now')]
  return [free < LITTLE ? note(said, 'make room on this disk soon') : ok(`data folder: can be written, ${Math.floor(free / MEGABYTE)} MB free`)]
}
