import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const { version, license, dependencies, scripts } = JSON.parse(read('package.json')) as { version: string; license: string; dependencies: Record<string, string>; scripts: Record<string, string> }

describe('the papers of a release', () => {
  it('list every dependency in CycloneDX', () => {
    const [program, ...args] = scripts.sbom!.split(' ')
    const { status, stdout, stderr } = spawnSync(program!, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...process.env, npm_config_loglevel: 'error' } })
    expect([status, stderr]).toEqual([0, ''])
    const sbom = JSON.parse(stdout) as { bomFormat: string; specVersion: string; components: { name: string; version: string; group?: string }[] }
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX' })
    const names = sbom.components.map(({ name, group }) => (group ? `${group}/${name}` : name))
    for (const name of Object.keys(dependencies)) expect(names).toContain(name)
  }, 60_000)

  it('have a text in LICENSES for every licence that REUSE.toml names, and no other', () => {
    const named = new Set([...read('REUSE.toml').matchAll(/^SPDX-License-Identifier = "([^"]+)"$/gm)].map(([, id = '']) => id))
    expect(readdirSync(join(root, 'LICENSES')).map((file) => file.replace(/\.txt$/, '')).sort()).toEqual([...named].sort())
    expect(named).toContain(license)
    expect(read('LICENSES/EUPL-1.2.txt')).toBe(read('LICENSE'))
  })

  it('name only paths in REUSE.toml that exist', () => {
    const paths = [...read('REUSE.toml').matchAll(/^path = (.+)$/gm)].flatMap(([, list = '']) => [...list.matchAll(/"([^"]+)"/g)].map(([, path = '']) => path))
    expect(paths.length).toBeGreaterThan(2)
    for (const path of paths) expect(readdirSync(join(root, path.replace(/\/?[^/]*\*.*$|\/[^/]+$|^[^/]+$/, '') || '.')).length).toBeGreaterThan(0)
    for (const path of paths.filter((each) => !each.includes('*'))) expect(read(path).length).toBeGreaterThan(0)
  })

  it('say the same version and licence everywhere', () => {
    const code = read('publiccode.yml')
    expect(code).toMatch(/^publiccodeYmlVersion: '0\.\d+'$/m)
    expect(/^softwareVersion: (.+)$/m.exec(code)![1]).toBe(version)
    expect(/^ {2}license: (.+)$/m.exec(code)![1]).toBe(license)
    expect(read('CHANGELOG.md')).toContain(`## [${version}]`)
    for (const key of ['name', 'platforms', 'developmentStatus', 'softwareType', 'description', 'legal', 'maintenance', 'localisation']) expect(code).toMatch(new RegExp(`^${key}:`, 'm'))
  })

  it('of operations are led to from the README of their folder, and lead nowhere that is not there', () => {
    const folder = 'docs/operations'
    const files = readdirSync(join(root, folder))
    const links = [...read(`${folder}/README.md`).matchAll(/\]\(([^)#]+)\)/g)].map(([, to = '']) => to)
    for (const file of files.filter((name) => name !== 'README.md')) expect(links).toContain(file)
    for (const to of links) expect(read(join(folder, to)).length).toBeGreaterThan(0)
  })
})
