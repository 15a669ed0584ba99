/**
 * Builds the stylesheets: `node libs/ui/build-styles.mjs [out]`, out is dist/public/assets unless told.
 *
 * A bundle is KERN native, cut to the classes that its screens write, followed by our own layers. The result depends on the inputs alone.
 * `manifest.json` maps a file to its address with a query that changes with the content, so the files may be cached for ever.
 */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { purge, squeeze } from './build/purge.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const out = process.argv[2] ?? join(root, 'dist/public/assets')

const BUNDLES = {
  'public.css': { layers: ['fonts', 'tokens', 'base', 'forms', 'public', 'public-pages'], screens: ['libs/ui/src', 'apps/api/src/public'] },
  'console.css': { layers: ['fonts', 'tokens', 'base', 'forms', 'console'], screens: ['libs/ui/src', 'apps/console'] },
}

const kern = readFileSync(join(dirname(createRequire(import.meta.url).resolve('@kern-ux/native/package.json')), 'dist/kern.css'), 'utf8')
const styles = join(here, 'styles')
const version = (text) => createHash('sha256').update(text).digest('hex').slice(0, 10)

mkdirSync(out, { recursive: true })
rmSync(join(out, 'fonts'), { recursive: true, force: true })
cpSync(join(here, 'fonts'), join(out, 'fonts'), { recursive: true })

const manifest = {}
for (const [name, bundle] of Object.entries(BUNDLES)) {
  const layers = bundle.layers.map((layer) => squeeze(readFileSync(join(styles, `${layer}.css`), 'utf8'))).join('\n')
  const sources = bundle.screens.flatMap(filesOf).map((file) => readFileSync(file, 'utf8')).join('\n')
  const css = `${purge(kern, sources, layers)}\n${layers}\n`
  writeFileSync(join(out, name), css)
  manifest[name] = `/assets/${name}?v=${version(css)}`
}
writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)

/** All TSX files below a folder in a fixed order; a folder that is not there has none. */
function filesOf(folder) {
  const path = join(root, folder)
  if (!statSync(path, { throwIfNoEntry: false })) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.spec.tsx') && !file.includes('node_modules'))
    .sort()
    .map((file) => join(path, file))
}
