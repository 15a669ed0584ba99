import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ended } from '../step.mjs'

/**
 * @typedef {object} Target one request whose every parameter is tried
 * @property {string} url `*` marks a part of the path
 * @property {string} [data] body of a form
 * @property {Record<string, string>} [headers]
 */

/** @returns {string | undefined} the absolute path of a program */
export function programNamed(name) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * Tries SQL injection. Ways that measure times are left out: on a busy machine they find what is not there.
 * @param {Target} target
 * @param {string} folder for what sqlmap keeps
 * @returns {Promise<string[]>} one line for each injection point
 * @throws {Error} when sqlmap tried nothing
 */
export async function sqlmap({ url, data, headers = {} }, folder) {
  const output = await run('sqlmap', [
    '-u', url, ...(data ? ['--data', data] : []), ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]), '--batch', '--flush-session', '--disable-coloring',
    '--technique', 'BEU', '--ignore-code', '400,401,403,404,409,410,415,422', '--output-dir', join(folder, 'sqlmap'), '--timeout', '60',
  ], folder)
  if (output.includes('sqlmap identified the following injection point')) return [...output.matchAll(/^Parameter: .*/gm)].map(([line]) => `${url}: ${line}`)
  // Nothing found and nothing tried must not look alike.
  if (!output.includes('do not appear to be injectable')) throw new Error(`sqlmap did not get through ${url}:\n${output.slice(-2_000)}`)
  return []
}

/**
 * Crawls a site and tries SQL, scripts, redirects, header lines and paths at every link and form; nothing that calls other hosts or measures times.
 * @param {{ url: string, headers?: Record<string, string> }} site
 * @returns {Promise<string[]>} one line for each hole, and for each answer that was a fault of the server
 * @throws {Error} when wapiti left no report, or got no further than the first page
 */
export async function wapiti({ url, headers = {} }, folder) {
  const report = join(folder, 'wapiti.json')
  const output = await run('wapiti', [
    '-u', url, '--scope', 'folder', '-m', 'sql,xss,permanentxss,redirect,crlf,file', ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
    '--flush-session', '--store-session', join(folder, 'wapiti'), '--store-config', join(folder, 'wapiti-config'), '--max-scan-time', '90', '--max-attack-time', '90', '--max-files-per-dir', '8',
    '-t', '60', '--no-bugreport', '-v', '0', '-f', 'json', '-o', report,
  ], folder)
  if (!existsSync(report)) throw new Error(`wapiti left no report on ${url}:\n${output.slice(-2_000)}`)
  const addresses = Number(/found (\d+) URLs and forms/.exec(output)?.[1] ?? 0)
  console.log(`wapiti … ${addresses} addresses and forms found`)
  if (addresses < 2) throw new Error(`wapiti got no further than ${url}:\n${output.slice(-2_000)}`)
  const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, 'utf8'))
  const lines = (found) => Object.entries(found).flatMap(([kind, holes]) => holes.map(({ method, path, parameter, info }) => `${kind}: ${method} ${path} ${parameter ?? ''} (${info})`))
  // A slow answer is no hole.
  return lines({ ...vulnerabilities, 'Internal Server Error': anomalies['Internal Server Error'] ?? [] })
}

/** @returns {Promise<string>} what it printed */
async function run(name, args, folder) {
  const child = spawn(programNamed(name), args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder } })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  child.stderr.on('data', (chunk) => chunks.push(chunk))
  await ended(child)
  return Buffer.concat(chunks).toString('utf8')
}
