import crypto, { KeyObject, generateKeyPairSync } from 'node:crypto'
import { FixedClock, readConfig } from '@app/platform'
import { checkDkim as examineDns } from '../../apps/cli/src/doctor/dkim-check.js'
import { dkimSigner } from '../../libs/mailing/src/delivery/dkim.js'
import { SmtpDelivery } from '../../libs/mailing/src/delivery/smtp-delivery.js'
import { sampleMails } from '../golden/mail-samples.js'
import { type SmtpSink, startSmtpSink } from '../services/index.js'
import { mailTo } from './delivery-contract.js'
import { checkDkim, keyRecord } from './dkim-check.js'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
const record = keyRecord(publicKey)
const stranger = keyRecord(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)
const holds = { result: 'pass', comment: null }

describe('signing mails', () => {
  let sink: SmtpSink
  let delivery: SmtpDelivery
  const { dkim } = readConfig({ DKIM_DOMAIN: 'dialog.example', DKIM_SELECTOR: 'mail2026', DKIM_KEY: pem })
  beforeEach(async () => {
    sink = await startSmtpSink()
    delivery = new SmtpDelivery(sink.url, new FixedClock(new Date('2026-11-25T09:00:00.000Z')), undefined, dkimSigner(dkim))
  })
  afterEach(async () => {
    await delivery.close()
    await sink.stop()
  })

  test.each(sampleMails())('$name arrives with a signature that holds, for the domain that its reader sees', async ({ mail }) => {
    expect(await delivery.deliver(mail)).toEqual({ kind: 'sent' })
    const { signed, ...verdict } = await checkDkim(sink.mails[0]!.raw, record)
    expect(verdict).toEqual({ ...holds, asked: 'mail2026._domainkey.dialog.example', aligned: 'dialog.example', algorithm: 'rsa-sha256' })
    expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'mime-version', 'content-type', 'auto-submitted', 'x-auto-response-suppress']))
  })

  test('a signature breaks with a letter of the text, with each field that a reader or a program sees, and with another key', async () => {
    await delivery.deliver(mailTo('a@land.example'))
    const { raw } = sink.mails[0]!
    const changed = (from: string, to: string) => {
      const text = raw.toString('latin1')
      expect(text).toContain(from)
      return checkDkim(Buffer.from(text.replace(from, to), 'latin1'), record)
    }
    const badBody = { result: 'neutral', comment: 'body hash did not verify' }
    const badSignature = { result: 'fail', comment: 'bad signature' }
    expect(await checkDkim(raw, record)).toMatchObject(holds)
    expect(await changed('DTSTART', 'DTSTARt')).toMatchObject(badBody)
    const fields: [string, string][] = [
      ['Subject: ', 'Subject: [x] '], ['a@land.example', 'b@land.example'], ['From: ', 'From: x '], ['Reply-To: ', 'Reply-To: x '], ['Date: Wed', 'Date: Thu'],
      ['Message-ID: <', 'Message-ID: <0'], ['Auto-Submitted: auto-generated', 'Auto-Submitted: no'], ['Content-Type: multipart/mixed', 'Content-Type: text/plain'],
    ]
    for (const [from, to] of fields) expect({ from, ...(await changed(from, to)) }).toMatchObject({ from, ...badSignature })
    expect(await checkDkim(raw, stranger)).toMatchObject(badSignature)
  })

  test('the record that the doctor asks for is the one that receivers check by', async () => {
    const [finding] = await examineDns(dkim!, () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })))
    await delivery.deliver(mailTo('a@land.example'))
    expect(await checkDkim(sink.mails[0]!.raw, /v=DKIM1;.*$/.exec(finding!.remedy!)![0])).toMatchObject(holds)
  })

  test('parses the key once, however many mails it signs at once', async () => {
    const signing = jest.spyOn(crypto, 'sign')
    await Promise.all(Array.from({ length: 20 }, (_, at) => delivery.deliver(mailTo(`p${at}@land.example`, `${String(at).padStart(16, '0')}@dialog.example`))))
    const keys = signing.mock.calls.map(([, , key]) => key as unknown)
    signing.mockRestore()
    // Text would be parsed by every signature; the one object of the configuration was parsed when that was read.
    expect([keys.length, new Set(keys).size]).toEqual([20, 1])
    expect(keys[0]).toBeInstanceOf(KeyObject)
    expect(keys[0]).toBe(dkim!.key)
    expect(await Promise.all(sink.mails.map(async ({ raw }) => (await checkDkim(raw, record)).result))).toEqual(Array(20).fill('pass'))
  })

  test('without a key a mail goes out unsigned', async () => {
    const plain = new SmtpDelivery(sink.url, new FixedClock(new Date('2026-11-25T09:00:00.000Z')))
    await plain.deliver(mailTo('a@land.example'))
    await plain.close()
    expect(await checkDkim(sink.mails[0]!.raw, record)).toMatchObject({ result: 'none', signed: [] })
  })
})
