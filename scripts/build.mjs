import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StepFailed, runStep } from './step.mjs'

const stampFile = join('dist', '.built.json')

/** What is built separately: a part is built again only when the content of one of its inputs has changed. */
const parts = [
  {
    key: 'server',
    name: 'Building the server',
    inputs: ['apps', 'libs', 'bench', 'test/services/guarded-process.ts', 'nest-cli.json', 'tsconfig.json', '.swcrc', 'package-lock.json'],
    ignores: (path) => path.startsWith('apps/console/'),
    outputs: ['dist/apps', 'dist/libs', 'dist/bench', 'dist/test'],
    command: ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api'],
  },
  {
    key: 'styles',
    name: 'Building the stylesheets',
    // The stylesheets hold only what these screens use.
    inputs: ['libs/ui', 'apps/api/src/public', 'apps/console', 'package-lock.json'],
    ignores: () => false,
    outputs: ['dist/public/assets'],
    command: ['libs/ui/build-styles.mjs'],
    exists: () => existsSync('libs/ui/build-styles.mjs'),
  },
  {
    key: 'console',
    name: 'Building the console',
    inputs: ['apps/console', 'libs/contracts', 'libs/i18n', 'libs/ui', 'package-lock.json'],
    ignores: () => false,
    outputs: ['dist/console'],
    command: ['node_modules/vite/bin/vite.js', 'build', 'apps/console', '--config', 'apps/console/vite.config.ts', '--outDir', resolve('dist/console'), '--emptyOutDir'],
    exists: () => existsSync('apps/console/vite.config.ts'),
  },
]

/** Builds into dist/ what has changed since the last successful build and nothing else. */
export async function build() {
  for (const part of parts.filter(({ exists }) => exists?.() ?? true)) {
    const fingerprint = fingerprintOf(part)
    const stamps = readStamps()
    if (stamps[part.key] === fingerprint && part.outputs.some((path) => existsSync(path))) continue
    writeStamps({ ...stamps, [part.key]: undefined })
    for (const path of part.outputs) rmSync(path, { recursive: true, force: true })
    const { ok } = await runStep(part.name, part.command, { env: { NODE_ENV: 'production' } })
    if (!ok) throw new StepFailed(`${part.name} failed.`, 'The lines above name the place.')
    writeStamps({ ...readStamps(), [part.key]: fingerprint })
  }
}

/** SHA-256 over paths and contents of all inputs but tests; the time of a file says nothing after a clone or a checkout. */
function fingerprintOf(part) {
  const hash = createHash('sha256').update(part.command.join(' '))
  for (const path of part.inputs.flatMap(filesUnder).sort()) {
    if (part.ignores(path) || /\.spec\.tsx?$/.test(path)) continue
    hash.update(`\0${path}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`])
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {}
  }
}

function writeStamps(stamps) {
  try {
    mkdirSync('dist', { recursive: true })
    writeFileSync(stampFile, JSON.stringify(stamps, null, 2))
  } catch (error) {
    throw new StepFailed(`The folder dist cannot be written (${error.code}).`, 'Make it writable for the user that runs this command.')
  }
}
