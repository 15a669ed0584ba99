import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { type ComposedMail, composeMessage } from '../../libs/mailing/src/compose/index.js'
import { wireText, writeMail } from '../../libs/mailing/src/delivery/mime.js'
import { sampleEnvelope, sampleFacts, sampleMails } from '../golden/mail-samples.js'

const date = new Date('2026-11-25T08:00:00Z')
const stream = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
const ours = (mail: ComposedMail) => wireText(writeMail(mail, date, 'same'))
const theirs = async (mail: ComposedMail) => {
  const { message } = await stream.sendMail({ ...mail, date, baseBoundary: 'same' } as object) as unknown as { message: Buffer }
  return message.toString('utf8')
}
const facts = sampleFacts('de')
const to = (displayName: string, title = facts.event.title) =>
  composeMessage('place_confirmed', { ...facts, event: { ...facts.event, title }, person: { ...facts.person, displayName } }, sampleEnvelope('place_confirmed'))

const ODD_NAMES = [
  '', 'Eva', 'Müller', 'Dr. Eva Müller', 'Müller, Eva', '"Jo" Müller', 'Eva\\', '=?UTF-8?Q?x?=', '=?x', 'Straße '.repeat(20), 'a'.repeat(90), 'Ψ'.repeat(60), '🎉👩‍👩‍👧', 'محمد عبد الرحمن', 'a@b.example', '(Eva)', "O'Neil",
]
const ODD_TITLES = ['Teilhabe', 'Über '.repeat(30), 'Καλημέρα κόσμε', '=?UTF-8?Q?x?=', 'Ein "Wort"', 'x'.repeat(200), 'a  b', '🎉'.repeat(40)]

describe('a mail is written byte for byte as nodemailer composes it', () => {
  test.each(sampleMails())('$name', async ({ mail }) => expect(ours(mail)).toBe(await theirs(mail)))
  test.each(ODD_NAMES)('to somebody called %j', async (name) => expect(ours(to(name))).toBe(await theirs(to(name))))
  test.each(ODD_TITLES)('about %j', async (title) => expect(ours(to('Eva', title))).toBe(await theirs(to('Eva', title))))
})

describe('a written mail', () => {
  const mail = to('Dr. Şükran Öztürk')

  test('is read by another parser as it was composed', async () => {
    const read = await simpleParser(ours(mail))
    expect(read.text!.trim()).toBe(mail.text.trim())
    expect((read.html as string).trim()).toBe(mail.html.trim())
    expect(read.attachments.map(({ contentType, filename, content }) => [contentType, filename, content.toString()])).toEqual([
      ['text/calendar', undefined, mail.icalEvent!.content], ['application/ics', 'invite.ics', mail.icalEvent!.content],
    ])
  })

  test('keeps blanks at the ends of lines, signs of the encoding and lines that look like a boundary', async () => {
    const text = ['blank ', 'tab\t', '=3D=', '--_NmP-same', '.', '..', 'From here', 'ü'.repeat(200), `${'x'.repeat(75)} `, ''].join('\n')
    const read = await simpleParser(ours({ ...mail, text }))
    expect(read.text).toBe(text)
  })

  test('has short lines of ASCII, ended by CRLF, and no boundary that was there before', () => {
    const [raw, again] = [wireText(writeMail(mail, date)), wireText(writeMail(mail, date))]
    expect(raw).not.toBe(again)
    // eslint-disable-next-line no-control-regex -- that nothing else is in it is the point
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  })
})
