// `node run-typescript.mjs FILE.ts …`: runs TypeScript of this repository in a process of its own, for tests that end processes.
import { readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'

const root = fileURLToPath(new URL('../..', import.meta.url))
const resolveFilename = Module._resolveFilename

Module._resolveFilename = function (request, ...rest) {
  const library = /^@app\/(\w+)$/.exec(request)
  if (library) return join(root, 'libs', library[1], 'src/index.ts')
  try {
    return resolveFilename.call(this, request, ...rest)
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error
    return resolveFilename.call(this, request.replace(/\.js$/, '.ts'), ...rest)
  }
}

Module._extensions['.ts'] = function (module, filename) {
  const options = { filename, configFile: join(root, '.swcrc'), module: { type: 'commonjs' }, sourceMaps: false }
  module._compile(transformSync(readFileSync(filename, 'utf8'), options).code, filename)
}

createRequire(import.meta.url)(resolve(process.argv[2]))
