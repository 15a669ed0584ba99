import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../..')

function build(): { folder: string; read: (name: string) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'styles-'))
  execFileSync(process.execPath, [join(__dirname, 'build-styles.mjs'), folder])
  return { folder, read: (name) => readFileSync(join(folder, name), 'utf8') }
}

describe('build-styles', () => {
  const first = build()
  const second = build()
  afterAll(() => [first, second].forEach((one) => rmSync(one.folder, { recursive: true })))

  it('depends on its inputs alone', () => {
    for (const name of ['public.css', 'console.css', 'manifest.json']) expect(second.read(name)).toBe(first.read(name))
  })

  it('says the address of each bundle with a version in the manifest', () => {
    const manifest = JSON.parse(first.read('manifest.json')) as Record<string, string>
    expect(manifest['public.css']).toMatch(/^\/assets\/public\.css\?v=[0-9a-f]{10}$/)
    expect(Object.keys(manifest)).toEqual(['public.css', 'console.css'])
  })

  it('points only to files that it brings along', () => {
    for (const name of ['public.css', 'console.css']) {
      const urls = [...first.read(name).matchAll(/url\(([^)"']+)\)/g)].map((match) => match[1] ?? '')
      expect(urls.length).toBeGreaterThan(0)
      for (const url of urls) expect([url, existsSync(join(first.folder, url))]).toEqual([url, true])
    }
  })

  it('stays small', () => {
    expect(first.read('public.css').length).toBeLessThan(75_000)
  })

  it('defines every class that a public page writes', () => {
    const css = first.read('public.css')
    const folder = join(root, 'apps/api/src/public/views')
    const pages = readdirSync(folder).filter((file) => file.endsWith('.tsx') && !file.includes('.spec.'))
    const written = pages.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/className=(?:"([^"]+)"|\{([^}]+)\})/g)])
    const names = written.flatMap((match) => (match[1] ?? [...(match[2] ?? '').matchAll(/'([a-z][^']*)'/g)].map((one) => one[1]).join(' ')).split(/\s+/)).filter((name) => name !== '')
    const missing = [...new Set(names)].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(css))
    expect(missing).toEqual([])
  })
})
