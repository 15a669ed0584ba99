import { KeyObject, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { FixedClock, readConfig } from '@app/platform'
import { dkimSigner } from '../../libs/mailing/src/delivery/dkim.js'
import { SmtpDelivery } from '../../libs/mailing/src/delivery/smtp-delivery.js'
import { sampleMails } from '../golden/mail-samples.js'
import { type SmtpSink, startSmtpSink } from '../services/index.js'
import { mailTo } from './delivery-contract.js'
import { checkDkim } from './dkim-check.js'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
const stranger = createPublicKey(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)

describe('signing mails', () => {
  let sink: SmtpSink
  let delivery: SmtpDelivery
  beforeEach(async () => {
    sink = await startSmtpSink()
    const { dkim } = readConfig({ DKIM_DOMAIN: 'dialog.example', DKIM_SELECTOR: 'mail2026', DKIM_KEY: pem })
    delivery = new SmtpDelivery(sink.url, new FixedClock(new Date('2026-11-25T09:00:00.000Z')), undefined, dkimSigner(dkim))
  })
  afterEach(async () => {
    await delivery.close()
    await sink.stop()
  })

  test.each(sampleMails())('$name arrives with a signature that holds', async ({ mail }) => {
    expect(await delivery.deliver(mail)).toEqual({ kind: 'sent' })
    const { bodyHash, signature, tags } = checkDkim(sink.mails[0]!.raw, publicKey)
    expect({ bodyHash, signature }).toEqual({ bodyHash: true, signature: true })
    expect(tags).toMatchObject({ d: 'dialog.example', s: 'mail2026' })
    expect(tags.h!.split(':')).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'mime-version', 'content-type', 'auto-submitted']))
  })

  test('a signature breaks with a letter of the text, with the subject, and with another key', async () => {
    await delivery.deliver(mailTo('a@land.example'))
    const { raw } = sink.mails[0]!
    const changed = (from: string, to: string) => {
      const text = raw.toString('latin1')
      expect(text).toContain(from)
      return checkDkim(Buffer.from(text.replace(from, to), 'latin1'), publicKey)
    }
    expect(changed('DTSTART', 'DTSTARt')).toMatchObject({ bodyHash: false, signature: true })
    expect(changed('a@land.example', 'b@land.example')).toMatchObject({ bodyHash: true, signature: false })
    expect(changed('Subject: ', 'Subject: [x] ')).toMatchObject({ bodyHash: true, signature: false })
    expect(checkDkim(raw, stranger)).toMatchObject({ bodyHash: true, signature: false })
  })

  test('hands over a parsed key, not its text, and signs many mails at once', async () => {
    const { dkim } = readConfig({ DKIM_DOMAIN: 'dialog.example', DKIM_SELECTOR: 'mail2026', DKIM_KEY: pem })
    expect(dkimSigner(dkim)!.privateKey).toBeInstanceOf(KeyObject)
    expect(dkimSigner(dkim)!.privateKey.equals(privateKey)).toBe(true)
    await Promise.all(Array.from({ length: 20 }, (_, at) => delivery.deliver(mailTo(`p${at}@land.example`, `${String(at).padStart(16, '0')}@dialog.example`))))
    expect(sink.mails.map(({ raw }) => checkDkim(raw, publicKey).signature)).toEqual(Array(20).fill(true))
  })

  test('without a key a mail goes out unsigned', async () => {
    const plain = new SmtpDelivery(sink.url, new FixedClock(new Date('2026-11-25T09:00:00.000Z')))
    await plain.deliver(mailTo('a@land.example'))
    await plain.close()
    expect(() => checkDkim(sink.mails[0]!.raw, publicKey)).toThrow('no DKIM signature')
  })
})
