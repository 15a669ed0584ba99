import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')
/** The scripts are plain JavaScript without types. */
const load = (file: string) => import(join(root, file))

describe('a Node.js that is too old', () => {
  const startWith = (version: string) => spawnSync(process.execPath, ['-e', `
    Object.defineProperty(process.versions, 'node', { value: '${version}' })
    require('./scripts/run.cjs')`, 'unused', 'nothing'], { cwd: root, encoding: 'utf8' })

  it.each(['12.22.12', '18.20.4', '20.18.3', '21.7.3', '22.11.0'])('%s is refused with one sentence that names the remedy', (version) => {
    const { status, stderr, stdout } = startWith(version)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(new RegExp(`^Dialogwerk needs Node\\.js 20\\.19 or later .*but this is ${version}: install .*\\.\n$`))
  })

  it.each(['20.19.0', '22.12.0', '23.1.0', '26.0.0'])('%s is accepted', (version) => {
    expect(startWith(version).stderr).not.toContain('needs Node.js')
  })

  it('is described by the same ranges in package.json', () => {
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines).toEqual({ node: '^20.19.0 || >=22.12.0' })
  })
})

describe('the installation', () => {
  let folder: string
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'dw-install-')) })
  afterEach(() => rmSync(folder, { recursive: true }))

  const isInstalled = async (wanted: object, present?: object): Promise<boolean> => {
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }))
    if (present) {
      mkdirSync(join(folder, 'node_modules'))
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }))
    }
    return (await load('scripts/install.mjs')).isInstalled(folder)
  }
  const a = { version: '1.0.0', integrity: 'sha512-a' }

  it('is needed in a fresh clone', async () => {
    expect(await isInstalled({ 'node_modules/a': a })).toBe(false)
  })

  it('is not repeated while the lock says the same, whatever other platforms would need', async () => {
    expect(await isInstalled({ 'node_modules/a': a, 'node_modules/a-darwin': { ...a, optional: true } }, { 'node_modules/a': a })).toBe(true)
  })

  it.each([
    ['a version changed', { 'node_modules/a': { ...a, version: '1.0.1' } }],
    ['a content changed', { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
    ['a package was added', { 'node_modules/a': a, 'node_modules/b': a }],
    ['a package was dropped', {}],
  ])('is repeated when %s in the lock', async (_what, wanted) => {
    expect(await isInstalled(wanted, { 'node_modules/a': a })).toBe(false)
  })
})

describe('npm start', () => {
  it('hands its process over to the server, so that signals sent to npm reach it', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const name of ['start', 'start:api', 'start:worker', 'migrate']) expect(scripts[name]).toMatch(/^node scripts\/run\.cjs prepare && exec node dist\//)
  })
})

describe('the count of a run', () => {
  it('takes a suite that could not be loaded for a failure and a suite that could not run here for skipped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dw-count-'))
    const file = join(folder, 'result.json')
    const given = process.env.TEST_RESULT_FILE
    process.env.TEST_RESULT_FILE = file
    const listed = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    try {
      const { default: Reporter } = await load('test/reporter.mjs')
      const missing = { title: 'not run: mariadbd not found', ancestorTitles: ['admission on MariaDB'] }
      new Reporter({ testNamePattern: '' }).onRunComplete(undefined, {
        testResults: [{ testResults: [missing, { title: 'counts', ancestorTitles: [], status: 'passed' }, { title: 'waits', ancestorTitles: ['it'], status: 'pending' }] }],
        numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 1, numPendingTests: 2, numTodoTests: 0,
      })
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ passed: 5, failed: 2, skipped: 2 })
      expect(listed.mock.calls.join('')).toBe('\nnot run: mariadbd not found (admission on MariaDB)\nskipped: it › waits\n')
    } finally {
      listed.mockRestore()
      if (given === undefined) delete process.env.TEST_RESULT_FILE
      else process.env.TEST_RESULT_FILE = given
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the order of suites', () => {
  const context = { config: { cache: false, id: 'x' }, hasteFS: { getSize: (path: string) => path.length } }
  const ordered = async (paths: string[], times: Record<string, number> = {}) => {
    const { default: Sequencer } = await load('test/sequencer.mjs')
    const sequencer = new Sequencer()
    sequencer.time = ({ path }: { path: string }) => times[path]
    return sequencer.sort(paths.map((path) => ({ path, context }))).map(({ path }: { path: string }) => path)
  }
  const paths = ['/r/libs/a-very-long-file.spec.ts', '/r/test/browser/b.e2e-spec.ts', '/r/test/access/c.spec.ts', '/r/test/faults/d.spec.ts', '/r/test/faults/e-longer.spec.ts']

  it('begins with what takes minutes where no times are known', async () => {
    expect(await ordered(paths)).toEqual([paths[4], paths[3], paths[2], paths[1], paths[0]])
  })

  it('is that of the last run where there was one', async () => {
    expect(await ordered(paths, { [paths[0]!]: 9, [paths[1]!]: 7, [paths[2]!]: 8, [paths[3]!]: 1, [paths[4]!]: 2 })).toEqual([paths[0], paths[2], paths[1], paths[4], paths[3]])
  })
})
