import { accessSync, constants, existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'

/** What a suite may need beyond Node.js. */
export type Requirement = 'mariadb' | 'redis' | 'chromium' | 'docker-compose' | 'reverse-proxies' | 'systemd' | 'prlimit' | 'mail-judge'

/** Names under which distributions install the programs; every entry must be found, by one of its names. */
const programs: Record<Exclude<Requirement, 'mail-judge'>, readonly (readonly string[])[]> = {
  mariadb: [['mariadbd'], ['mariadb-install-db']],
  redis: [['redis-server']],
  chromium: [['chromium', 'chromium-browser', 'google-chrome']],
  'docker-compose': [['docker-compose']],
  'reverse-proxies': [['nginx'], ['caddy'], ['openssl']],
  systemd: [['systemd-analyze']],
  prlimit: [['prlimit']],
}

/** The judge of calendar mails is a tool beside the repository, not part of it: no package manager brings it. */
export const mailJudge = resolve(__dirname, '../../../shared/tools/mail-judge/judge.py')
/** The system's Python: another one on the PATH may lack the distribution's modules. */
export const systemPython = '/usr/bin/python3'

/**
 * Finds a program on the PATH and in the folders where daemons live but users do not look.
 * TEST_PROGRAM_PATH replaces all of these folders, to try a machine without the programs.
 * @returns the absolute path, or undefined
 */
export function findProgram(name: string): string | undefined {
  const folders = process.env.TEST_PROGRAM_PATH?.split(delimiter)
    ?? [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

/** The absolute path of a program a suite runs with; throws when it is missing, so ask inside describeWith. */
export function programOf(requirement: 'mariadb' | 'redis' | 'chromium' | 'prlimit', name?: string): string {
  const names = name ? [name] : programs[requirement][0] ?? []
  const path = names.map(findProgram).find((found) => found !== undefined)
  if (!path) throw new Error(`${names.join(' or ')} not found`)
  return path
}

/** @returns what is missing for a requirement, by the name a reader would install, or undefined when all is there */
export function missingFor(requirement: Requirement): string | undefined {
  if (requirement === 'mail-judge') return missingForMailJudge()
  const missing = programs[requirement].find((names) => !names.some((name) => findProgram(name)))
  return missing?.[0]
}

function missingForMailJudge(): string | undefined {
  if (process.env.TEST_PROGRAM_PATH || !existsSync(mailJudge)) return 'mail-judge'
  const python = spawnSync(systemPython, ['-c', 'import gi, icalendar, vobject; gi.require_version("ICalGLib", "3.0")'])
  if (python.status !== 0) return 'a Python module of mail-judge'
  return spawnSync('perl', ['-MData::ICal', '-e', '1']).status === 0 ? undefined : 'Perl module Data::ICal'
}

/**
 * What becomes of a suite: it runs when nothing is missing; otherwise it is listed as not run, or fails under REQUIRE_ALL=1,
 * so that the build server can never pass without it. Only the mail judge may be absent there, because nothing can install it.
 */
export function planFor(missing: string | undefined, requireAll: boolean): 'run' | 'list' | 'fail' {
  if (missing === undefined) return 'run'
  return requireAll && missing !== 'mail-judge' ? 'fail' : 'list'
}

/**
 * `describe` for a suite that needs programs beyond Node.js.
 * @example describeWith('mariadb', 'admission on MariaDB', () => { it('…', …) })
 */
export function describeWith(needs: Requirement | readonly Requirement[], name: string, suite: () => void): void {
  const missing = [needs].flat().map((need) => missingFor(need)).find((found) => found !== undefined)
  const plan = planFor(missing, process.env.REQUIRE_ALL === '1')
  if (plan === 'run') return describe(name, suite)
  const title = `not run: ${missing} not found`
  describe(name, () => {
    if (plan === 'list') return it.skip(title, () => undefined)
    it(title, () => {
      throw new Error(`${missing} not found, and REQUIRE_ALL=1 asks for every suite`)
    })
  })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
