import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { composeMessage } from '../libs/mailing/src/compose/index.js'
import type { MailEvent } from '../libs/mailing/src/domain/index.js'
import { sampleEnvelope, sampleFacts, sampleMails } from './golden/mail-samples.js'
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
    const { status, report } = judged(name, renderedMail(mail))
    expect(report).toContain('5/5 read it')
    expect(report).not.toMatch(/\bERROR\b/)
    expect(status).toBe(0)
  }, 60_000)

  it.each(['Jürgen "Jo" Müller', 'Eve":mailto:evil@attacker.test', 'a, b; c: d', '{manageLink}', '🎉👩‍👩‍👧', 'محمد عبد الرحمن', 'K̄oller, Ǧāzī'])('agree on the name %s', async (displayName) => {
    const facts = sampleFacts('de')
    const person = { ...facts.person, displayName, familyName: displayName }
    const { status, report } = judged('name', renderedMail(composeMessage('place_confirmed', { ...facts, person }, sampleEnvelope('place_confirmed'))))
    expect(report).toContain('5/5 read it')
    expect(report).not.toContain('diff.')
    expect(status).toBe(0)
  }, 60_000)

  it.each<[string, Partial<MailEvent>]>([
    ['whole days', { days: [{ date: '2027-01-14' }, { date: '2027-01-15' }] }],
    ['the night the clock goes back', { days: [{ date: '2026-10-24', startsAt: '18:00' }, { date: '2026-10-25', endsAt: '12:00' }] }],
    ['the day the clock goes forward', { days: [{ date: '2026-03-29', startsAt: '01:30', endsAt: '03:30' }] }],
    ['another zone', { zone: 'Europe/Paris', days: [{ date: '2027-06-14', startsAt: '10:00', endsAt: '12:00' }] }],
    ['a zone across the ocean', { zone: 'America/New_York', days: [{ date: '2027-03-14', startsAt: '01:30', endsAt: '03:30' }] }],
    ['a zone without summer time', { zone: 'Asia/Kolkata', days: [{ date: '2027-06-14', startsAt: '10:00', endsAt: '12:00' }] }],
  ])('agree on %s', async (_, part) => {
    const facts = sampleFacts('de')
    const mail = composeMessage('place_confirmed', { ...facts, event: { ...facts.event, ...part } }, sampleEnvelope('place_confirmed'))
    const { status, report } = judged('event', renderedMail(mail))
    expect(report).toContain('5/5 read it')
    expect(report).not.toMatch(/\bERROR\b/)
    expect(status).toBe(0)
  }, 60_000)

  it('object to a method in the header that differs from the one in the calendar', async () => {
    const sample = sampleMails().find(({ name }) => name === 'place_confirmed.de')!
    const raw = renderedMail({ ...sample.mail, icalEvent: { ...sample.mail.icalEvent!, method: 'CANCEL' } })
    expect(judged('spoiled', raw).status).toBe(1)
  }, 60_000)
})
