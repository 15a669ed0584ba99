import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StepFailed, runStep } from './step.mjs'

/**
 * Installs the packages of package-lock.json with `npm ci` when they are missing or differ from the lock.
 * npm itself leaves the stamp: it writes node_modules/.package-lock.json as the last act of a successful installation.
 */
export async function install() {
  if (isInstalled()) return
  const { ok } = await runStep('Installing packages (npm ci, about a minute)', [
    npmProgram(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error',
  ])
  if (!ok) throw new StepFailed('The packages could not be installed.', 'Check the connection to the npm registry and that this folder is writable, then repeat the command.')
}

/**
 * @param {string} [root] folder that holds package-lock.json
 * @returns {boolean} whether node_modules holds exactly what the lock asks for; packages meant for other platforms may be missing
 */
export function isInstalled(root = '.') {
  const stamp = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(stamp)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(stamp)
  const same = (name) => wanted[name]?.version === present[name]?.version && wanted[name]?.integrity === present[name]?.integrity
  return Object.keys(present).every(same)
    && Object.keys(wanted).every((name) => name === '' || name in present || wanted[name].optional || wanted[name].devOptional)
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** The npm that runs this script, or the one that came with this Node.js when the script was started by hand. */
function npmProgram() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ]
  const program = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path))
  if (!program) throw new StepFailed('npm was not found.', 'Start this through npm, for example: npm start')
  return program
}
