import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lintCalendar } from '../../libs/mailing/src/domain/index.js'
import { sampleColleagueMails, sampleFacts, sampleMails } from './mail-samples.js'
import { renderedMail } from './rendered-mail.js'

const folder = join(process.cwd(), 'test/golden/mail')
const refresh = process.env.UPDATE_GOLDEN === '1'

/** Compares with the stored text; writes it only when UPDATE_GOLDEN=1 asks for it. */
function expectGolden(file: string, text: string): void {
  const path = join(folder, file)
  if (refresh) writeFileSync(path, text)
  expect(existsSync(path) ? readFileSync(path, 'utf8') : `no golden file ${file}`).toBe(text)
}

describe('the mails, byte by byte', () => {
  it.each(sampleMails())('$name is as it was agreed', async ({ name, mail }) => {
    expectGolden(`${name}.eml`, renderedMail(mail))
    if (mail.icalEvent) expectGolden(`${name}.ics`, mail.icalEvent.content)
  })

  it('has no golden file that belongs to no mail', () => {
    const names = sampleMails().flatMap(({ name, mail }) => (mail.icalEvent ? [`${name}.eml`, `${name}.ics`] : [`${name}.eml`]))
    expect(readdirSync(folder).sort()).toEqual(names.sort())
  })
})

describe('every mail', () => {
  it.each(sampleMails())('$name says the same in text and HTML', ({ mail, language }) => {
    const html = mail.html.replaceAll('&amp;', '&')
    const shared = language === 'de'
      ? ['Sehr geehrte Frau Dr. Öztürk,', 'Donnerstag, 14. Januar 2027, 11:00 bis 18:30 Uhr', 'Freitag, 15. Januar 2027, 09:00 bis 13:30 Uhr', '14.–15. Januar 2027', 'Kaistraße 12', 'Mit freundlichen Grüßen']
      : ['Dear Dr Öztürk,', 'Thursday, 14 January 2027, 11:00 to 18:30', 'Friday, 15 January 2027, 09:00 to 13:30', 'Europe/Berlin time', '14 – 15 January 2027', 'Kaistraße 12', 'Kind regards']
    for (const words of [...shared, 'Gefördert von der', 'https://dialog.example/impressum', 'https://dialog.example/datenschutz']) {
      expect(mail.text).toContain(words)
      expect(html).toContain(words)
    }
  })

  // § 5 DDG and the duties of the host: who writes, where the whole imprint, the privacy text and the statement stand.
  it.each([...sampleMails(), ...sampleColleagueMails()])('$name names the host and its imprint in text and HTML', ({ mail }) => {
    const { host } = sampleFacts('de')
    const lacks = (part: string) => [host.name, ...host.imprintLines, host.imprintUrl, host.privacyUrl, host.accessibilityUrl].filter((words) => !part.includes(words))
    expect([lacks(mail.text), lacks(mail.html)]).toEqual([[], []])
    expect(lacks(mail.text.replace(host.imprintLines[1]!, ''))).toEqual([host.imprintLines[1]])
  })

  it.each(sampleMails())('$name carries the personal link written out in both parts', ({ mail, kind }) => {
    const link = kind === 'confirm_request' ? 'https://dialog.example/t/c0nf1rm.mac' : 'https://dialog.example/t/k7Qm4x.mac'
    expect(mail.text).toContain(link)
    expect(mail.html).toContain(`>${link}</a>`)
  })

  it.each(sampleMails())('$name loads nothing and shouts nothing', ({ mail }) => {
    expect(mail.html).not.toMatch(/<img|<script|<link|url\(|@import|src=/)
    expect(mail.text.replace(/https?:\S+/g, '')).not.toContain('!')
    expect(mail.subject).not.toContain('!')
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/\{[a-zA-Z]+\}(?![^<]*<\/style>)/)
    expect(mail.html).not.toMatch(/undefined|null|NaN/)
    expect(mail.html.length).toBeLessThan(100_000)
  })

  it.each(sampleMails())('$name tells the online link only to people with a place', ({ mail, kind }) => {
    const told = `${mail.text}${mail.html}${mail.icalEvent?.content ?? ''}`.includes('konferenz.example')
    expect(told).toBe(kind === 'place_confirmed' || kind === 'promoted' || kind === 'event_changed' || kind === 'date_set')
  })

  it.each(sampleMails().filter(({ mail }) => mail.icalEvent))('$name has the MIME shape that calendars need', async ({ mail }) => {
    const raw = renderedMail(mail)
    expect(raw.match(/^Content-Type: [^;\r]+/gm)).toEqual([
      'Content-Type: multipart/mixed', 'Content-Type: multipart/alternative', 'Content-Type: text/plain', 'Content-Type: text/html', 'Content-Type: text/calendar', 'Content-Type: application/ics',
    ])
    expect(raw).toContain(`Content-Type: text/calendar; charset=utf-8; method=${mail.icalEvent?.method}`)
    expect(lintCalendar(mail.icalEvent?.content ?? '')).toEqual([])
  })

  it.each(sampleMails().filter(({ mail }) => !mail.icalEvent))('$name is text and HTML only', async ({ mail }) => {
    expect(renderedMail(mail).match(/^Content-Type: [^;\r]+/gm)).toEqual(['Content-Type: multipart/alternative', 'Content-Type: text/plain', 'Content-Type: text/html'])
  })
})
