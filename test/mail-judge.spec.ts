import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sampleMails } from './golden/mail-samples.js'
import { renderedMail } from './golden/rendered-mail.js'

const PYTHON = '/usr/bin/python3'
const judge = resolve(process.cwd(), '../shared/tools/mail-judge/judge.py')
const found = existsSync(judge) && spawnSync(PYTHON, ['-c', 'import icalendar, vobject, gi']).status === 0
const describeJudged = found ? describe : describe.skip

describeJudged(found ? 'five calendar parsers' : 'not run: mail-judge not found', () => {
  const folder = found ? mkdtempSync(join(tmpdir(), 'mail-judge-')) : ''
  afterAll(() => folder && rmSync(folder, { recursive: true }))

  /** Runs the judge on one mail; the exit code is 1 on any error. */
  function judged(name: string, raw: string): { status: number | null, report: string } {
    const file = join(folder, `${name}.eml`)
    writeFileSync(file, raw)
    const { status, stdout, stderr } = spawnSync(PYTHON, [judge, file], { encoding: 'utf8', timeout: 60_000 })
    return { status, report: `${stdout}${stderr}` }
  }

  it.each(sampleMails().filter(({ mail }) => mail.icalEvent))('agree on $name', async ({ name, mail }) => {
    const { status, report } = judged(name, await renderedMail(mail))
    expect(report).toContain('5/5 read it')
    expect(report).not.toMatch(/\bERROR\b/)
    expect(status).toBe(0)
  }, 60_000)

  it('object to a method in the header that differs from the one in the calendar', async () => {
    const sample = sampleMails().find(({ name }) => name === 'place_confirmed.de')!
    const raw = await renderedMail({ ...sample.mail, icalEvent: { ...sample.mail.icalEvent!, method: 'CANCEL' } })
    expect(judged('spoiled', raw).status).toBe(1)
  }, 60_000)
})
