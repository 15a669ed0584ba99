import type { ParsedMail } from 'mailparser'
import type { Delivery } from '@app/mailing'
import { composeMessage } from '../../libs/mailing/src/compose/message.js'
import { sampleEnvelope, sampleFacts } from '../golden/mail-samples.js'

export interface DeliveryUnderTest {
  delivery: Delivery
  /** Everything that has arrived, in any order. */
  received(): Promise<ParsedMail[]>
}

/** A mail with a calendar to one address. */
export function mailTo(email: string, messageId = '7f3a9c7f3a9c7f3a@dialog.example') {
  const facts = sampleFacts('de')
  return composeMessage('place_confirmed', { ...facts, person: { ...facts.person, email } }, { ...sampleEnvelope('place_confirmed'), messageId })
}

/** What holds whichever way a mail goes. */
export function deliveryContract(name: string, start: () => Promise<DeliveryUnderTest>): void {
  describe(`${name}, as every delivery`, () => {
    test('hands over the mail as it was composed, dated by the clock', async () => {
      const { delivery, received } = await start()
      const mail = mailTo('a@land.example')
      expect(await delivery.deliver(mail)).toEqual({ kind: 'sent' })
      const [arrived, ...more] = await received()
      expect(more).toEqual([])
      expect(arrived!.subject).toBe(mail.subject)
      expect(arrived!.text?.trim()).toBe(mail.text.trim())
      expect(arrived!.messageId).toBe(mail.messageId)
      expect(arrived!.date).toEqual(new Date('2026-11-25T09:00:00.000Z'))
      expect([arrived!.to].flat().map((to) => to?.text)).toEqual(['"Dr. Şükran Öztürk" <a@land.example>'])
      const calendar = arrived!.attachments.find(({ contentType }) => contentType === 'application/ics')
      expect(calendar?.content.toString('utf8')).toBe(mail.icalEvent?.content)
      expect(arrived!.headers.get('auto-submitted')).toBe('auto-generated')
      expect(arrived!.headers.has('bcc')).toBe(false)
      await delivery.close()
    })

    test('takes many at once and loses none', async () => {
      const { delivery, received } = await start()
      const ids = Array.from({ length: 30 }, (_, at) => `${String(at).padStart(16, '0')}@dialog.example`)
      const outcomes = await Promise.all(ids.map((id, at) => delivery.deliver(mailTo(`p${at}@land.example`, id))))
      expect(outcomes.every(({ kind }) => kind === 'sent')).toBe(true)
      expect((await received()).map(({ messageId }) => messageId).sort()).toEqual(ids.map((id) => `<${id}>`).sort())
      await delivery.close()
    })
  })
}
