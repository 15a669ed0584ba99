import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWith, findProgram } from '../services/index.js'
import { removeFolder } from '../services/guarded-process.js'
import { root } from './compose-file.js'

const [api = '', workerLines = '', backup = ''] = [...readFileSync(join(root, 'docs/operations/systemd.md'), 'utf8').matchAll(/```ini\n([^]*?)```/g)].map(([, block = '']) => block)

/** The worker is the api's unit "with these lines instead"; a line that the api has not is added to the service. */
const worker = workerLines.trim().split('\n').reduce((unit, line) => {
  const same = new RegExp(`^${line.split('=')[0]}=.*$`, 'm')
  return same.test(unit) ? unit.replace(same, line) : unit.replace('[Service]', `[Service]\n${line}`)
}, api)

describeWith('systemd', 'the units of the instructions', () => {
  let folder: string
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'dw-units-')) })
  afterAll(() => removeFolder(folder))

  /** What systemd finds wrong with a unit, in its words. */
  const verify = (name: string, unit: string) => {
    writeFileSync(join(folder, name), unit.replaceAll('/usr/bin/node', process.execPath))
    const { status, stdout, stderr } = spawnSync(findProgram('systemd-analyze')!, ['verify', '--man=no', `./${name}`], { cwd: folder, encoding: 'utf8', env: { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` } })
    return { status, words: stdout + stderr }
  }

  it.each([['dialogwerk-api.service', api], ['dialogwerk-worker@1.service', worker], ['dialogwerk-backup.service', backup]])('%s is one that systemd understands', (name, unit) => {
    expect(unit).toContain('ExecStart=/')
    expect(verify(name, unit)).toEqual({ status: 0, words: '' })
  })

  it('are judged by eyes that see: a wrong word and a program that is not there are named', () => {
    expect(verify('a.service', api.replace('Restart=always', 'Restartt=always')).words).toContain('Restartt')
    expect(verify('b.service', api.replace('/usr/bin/node', '/usr/bin/nobody-has-this')).status).not.toBe(0)
  })

  it('start programs that the build makes, and leave a worker the time that a slow mail takes', () => {
    for (const [unit, main] of [[api, 'api'], [worker, 'worker'], [backup, 'cli']] as const) expect(unit).toContain(`dist/apps/${main}/src/main.js`)
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(worker)![1])).toBeGreaterThan(90)
  })
})
