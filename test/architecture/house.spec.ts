import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { line } from './house.js'
import { plants } from './plants.js'
import { rules } from './rules.js'
import { type Source, parse } from './source.js'

const root = resolve(__dirname, '../..')

/** Reads and parses every TypeScript file under libs and apps of a tree. */
function sourcesOf(tree: string): Source[] {
  return ['libs', 'apps'].flatMap((top) => readdirSync(join(tree, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => parse(file.slice(tree.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8'))))
}

const breaksOf = (sources: Source[]) => rules.flatMap((rule) =>
  sources.flatMap((source) => rule.check(source)).map(({ path, line: at, what }) => `${path}:${at} ${what} (the house ${rule.name})`))

describe('the house', () => {
  const sources = sourcesOf(root)

  it('has every library in the line, and only those', () => {
    expect(readdirSync(join(root, 'libs')).toSorted()).toEqual([...line].toSorted())
  })

  it.each(rules)('$name', (rule) => {
    expect(sources.flatMap((source) => rule.check(source)).map(({ path, line: at, what }) => `${path}:${at} ${what}`)).toEqual([])
  })
})

describe('a break of a rule', () => {
  let tree: string
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }

  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'dw-house-'))
    write('apps/api/src/main.ts', "import { events } from '@app/events'\nevents()\n")
    for (const library of line) write(`libs/${library}/src/index.ts`, 'export const events = () => undefined\n')
  })
  afterEach(() => rmSync(tree, { recursive: true }))

  it.each(plants)('is found: the house $breaks … (plant $# in $path)', ({ breaks, path, text, allowed }) => {
    if (allowed) write(allowed.path, allowed.text)
    expect(breaksOf(sourcesOf(tree))).toEqual([])
    write(path, text)
    const found = breaksOf(sourcesOf(tree))
    expect(found.filter((sentence) => sentence.startsWith(`${path}:`) && sentence.includes(`(the house ${breaks}`))).toHaveLength(1)
    expect(found.filter((sentence) => !sentence.startsWith(`${path}:`))).toEqual([])
    rmSync(join(tree, path))
    expect(breaksOf(sourcesOf(tree))).toEqual([])
  })

  it('is planted for every rule', () => {
    expect(rules.filter(({ name }) => !plants.some(({ breaks }) => name.startsWith(breaks))).map(({ name }) => name)).toEqual([])
  })
})
