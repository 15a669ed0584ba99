import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')

describe('npm run attack', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dw-scanners-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('names the scanners that are not there, and how to get them', () => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/run.cjs', 'attack'], { cwd: root, encoding: 'utf8', env: { PATH: folder } })
    expect(stdout.trim().split('\n')).toEqual(['sqlmap', 'wapiti'].map((name) => `${name}: not run, because it is not installed (Debian: apt-get install ${name})`))
    expect(status).toBe(0)
  })

  it('does not take a scanner that ended without a result for one that found nothing', () => {
    for (const name of ['sqlmap', 'wapiti']) {
      writeFileSync(join(folder, name), '#!/bin/sh\necho "no connection"\n', { mode: 0o755 })
      const run = `import('./scripts/attack/scanners.mjs').then((scanners) => scanners.${name}({ url: 'http://127.0.0.1:9/' }, ${JSON.stringify(folder)})).then(console.log, (error) => { console.error(error.message); process.exit(3) })`
      const { stderr, status } = spawnSync(process.execPath, ['-e', run], { cwd: root, encoding: 'utf8', env: { PATH: `${folder}:/usr/bin:/bin` } })
      expect([name, status, stderr]).toEqual([name, 3, expect.stringMatching(new RegExp(`^${name} .*\\nno connection`))])
    }
  })
})
