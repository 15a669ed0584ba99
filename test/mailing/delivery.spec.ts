import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { StoredMails } from '@app/mailing'
import { FixedClock } from '@app/platform'
import { readOwnMail } from '../../libs/mailing/src/delivery/eml-reader.js'
import { MailDirectory } from '../../libs/mailing/src/delivery/mail-directory.js'
import { SmtpDelivery } from '../../libs/mailing/src/delivery/smtp-delivery.js'
import { sampleMails } from '../golden/mail-samples.js'
import { renderedMail } from '../golden/rendered-mail.js'
import { type SmtpSink, freePort, startSmtpSink } from '../services/index.js'
import { temporaryFolder } from '../support/databases.js'
import { deliveryContract, mailTo } from './delivery-contract.js'

const clock = () => new FixedClock(new Date('2026-11-25T09:00:00.000Z'))
const quick = { connection: 400, greeting: 400, socket: 400, whole: 5_000 }
const parent = temporaryFolder()
const freshFolder = () => join(mkdtempSync(join(parent(), 'box-')), 'mail')

deliveryContract('the built-in mailbox', async () => {
  const folder = freshFolder()
  return {
    delivery: new MailDirectory(folder, clock()),
    received: () => Promise.all(readdirSync(folder).map(async (name) => simpleParser(await readFile(join(folder, name))))),
  }
})

describe('delivery over SMTP', () => {
  let sink: SmtpSink
  beforeEach(async () => {
    sink = await startSmtpSink()
  })
  afterEach(() => sink.stop())

  deliveryContract('a mail server', async () => ({ delivery: new SmtpDelivery(sink.url, clock()), received: async () => sink.mails.map(({ parsed }) => parsed) }))

  test('goes out under a return path of its own, which names the message', async () => {
    const delivery = new SmtpDelivery(sink.url, clock())
    await delivery.deliver(mailTo('a@land.example'))
    expect(sink.mails[0]).toMatchObject({ from: 'zurueck+7f3a9c@dialog.example', to: ['a@land.example'] })
    await delivery.close()
  })

  test.each<[string, () => void, object]>([
    ['a recipient that does not exist', () => { sink.rules.recipient = () => ({ code: 550, text: 'No such user' }) }, { kind: 'refused', reply: expect.stringContaining('550 No such user') }],
    ['a mail that is refused for good', () => { sink.rules.mail = () => ({ code: 554, text: `Spam ${'x'.repeat(400)}` }) }, { kind: 'refused', reply: expect.stringMatching(/^554 Spam x{291}$/) }],
    ['greylisting', () => { sink.rules.recipient = () => ({ code: 451, text: 'Try again' }) }, { kind: 'later', reason: 'smtp_451' }],
    ['a full disk', () => { sink.rules.mail = () => ({ code: 452, text: 'Full' }) }, { kind: 'later', reason: 'smtp_452' }],
    ['silence', () => { sink.rules.mail = () => 'hang' }, { kind: 'later', reason: 'smtp_timeout' }],
    ['a line cut before the answer', () => { sink.rules.mail = () => 'cut' }, { kind: 'later', reason: 'smtp_connection' }],
  ])('answers %s with the right outcome, and the next mail goes out', async (_, arrange, outcome) => {
    const delivery = new SmtpDelivery(sink.url, clock(), quick)
    arrange()
    expect(await delivery.deliver(mailTo('a@land.example'))).toEqual(outcome)
    sink.rules.mail = () => undefined
    sink.rules.recipient = () => undefined
    expect(await delivery.deliver(mailTo('b@land.example'))).toEqual({ kind: 'sent' })
    expect(sink.mails.map(({ to }) => to)).toEqual([['b@land.example']])
    await delivery.close()
  })

  test('waits for a server that is not there, and for one that hangs for longer than a mail may take', async () => {
    const absent = new SmtpDelivery(`smtp://127.0.0.1:${await freePort()}`, clock(), quick)
    expect(await absent.deliver(mailTo('a@land.example'))).toEqual({ kind: 'later', reason: 'smtp_connection' })
    sink.rules.mail = () => 'hang'
    const patient = new SmtpDelivery(sink.url, clock(), { ...quick, socket: 60_000, whole: 300 })
    expect(await patient.deliver(mailTo('a@land.example'))).toEqual({ kind: 'later', reason: 'smtp_timeout' })
    await patient.close()
    expect(await patient.deliver(mailTo('a@land.example'))).toEqual({ kind: 'later', reason: 'closing' })
  })

  test('gives neither password nor mail to a server that takes no STARTTLS', async () => {
    const delivery = new SmtpDelivery(sink.url.replace('smtp://', 'smtp://user:word@'), clock(), quick)
    expect(await delivery.deliver(mailTo('a@land.example'))).toMatchObject({ kind: 'later', reason: expect.stringMatching(/^smtp_/) })
    expect(sink.mails).toEqual([])
    await delivery.close()
  })

  test('lets others pass while one mail hangs', async () => {
    const delivery = new SmtpDelivery(sink.url, clock())
    sink.rules.recipient = (address) => (address.startsWith('slow') ? 'hang' : undefined)
    const hanging = delivery.deliver(mailTo('slow@land.example'))
    const others = await Promise.all(Array.from({ length: 20 }, (_, at) => delivery.deliver(mailTo(`p${at}@land.example`))))
    expect(others.every(({ kind }) => kind === 'sent')).toBe(true)
    await sink.stop()
    expect((await hanging).kind).toBe('later')
    await delivery.close()
  })
})

describe('the built-in mailbox', () => {
  test('shows what it holds, the newest first, and folds a mail that was sent twice', async () => {
    const folder = freshFolder()
    const [time, stored] = [clock(), new StoredMails(folder)]
    const delivery = new MailDirectory(folder, time)
    expect(await stored.list()).toEqual([])
    await delivery.deliver(mailTo('a@land.example', 'aaaaaaaaaaaaaaaa@dialog.example'))
    time.advance(1_000)
    await delivery.deliver(mailTo('b@land.example', 'bbbbbbbbbbbbbbbb@dialog.example'))
    time.advance(1_000)
    await delivery.deliver(mailTo('a@land.example', 'aaaaaaaaaaaaaaaa@dialog.example'))
    writeFileSync(join(folder, '.20261125T090000000Z-cccccccccccccccc.eml.part'), 'half')
    const lines = await stored.list()
    expect(lines.map(({ to, sentAt, method }) => [to, sentAt.toISOString(), method])).toEqual([
      ['b@land.example', '2026-11-25T09:00:01.000Z', 'REQUEST'], ['a@land.example', '2026-11-25T09:00:00.000Z', 'REQUEST'],
    ])
    expect(lines[0]!.subject).toBe('Platz bestätigt: Teilhabe vor Ort verankern')
    expect(await stored.list(1)).toHaveLength(1)
    const mail = (await stored.read(lines[0]!.name))!
    expect(mail.text).toContain('Sehr geehrte Frau Dr. Öztürk,')
    expect(mail.calendar).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
    expect(mail.raw).toContain('Content-Type: multipart/mixed')
    expect(statSync(join(folder, lines[0]!.name)).mode & 0o777).toBe(0o600)
  })

  test.each(['../secret.keys', '..%2fsecret.keys', '/etc/hostname', '20261125T090000000Z-aaaaaaaa.eml/../x', '20261125T090000000Z-../../../x.eml', '', '20261399T090000000Z-aaaaaaaa.eml'])(
    'finds nothing under the name %s', async (name) => {
      const folder = freshFolder()
      await new MailDirectory(folder, clock()).deliver(mailTo('a@land.example'))
      expect(await new StoredMails(folder).read(name)).toBeNull()
    })

  test('finds nothing under a name that could be one but is none', async () => {
    expect(await new StoredMails(freshFolder()).read('20261125T090000000Z-aaaaaaaa.eml')).toBeNull()
  })

  test.each(sampleMails())('reads $name as another parser does', async ({ mail }) => {
    const raw = Buffer.from(renderedMail(mail))
    const [ours, theirs] = [readOwnMail(raw), await simpleParser(raw)]
    expect(ours.subject).toBe(mail.subject)
    expect(ours.text.replaceAll('\r\n', '\n').trim()).toBe(theirs.text!.trim())
    expect(ours.to).toBe(mail.to.address)
    expect(ours.method).toBe(mail.icalEvent?.method ?? null)
    expect(ours.calendar).toBe(mail.icalEvent?.content ?? null)
  })
})
