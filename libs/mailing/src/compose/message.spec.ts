import ICAL from 'ical.js'
import { simpleParser, type AddressObject } from 'mailparser'
import { sampleEnvelope, sampleFacts } from '../../../../test/golden/mail-samples.js'
import { renderedMail } from '../../../../test/golden/rendered-mail.js'
import type { MailFacts } from '../domain/mail-facts.js'
import { MAIL_KINDS } from '../domain/mail-kinds.js'
import { calendarDraft, composeMessage } from './message.js'

const named = (displayName: string): Partial<MailFacts> => ({ person: { ...sampleFacts('de').person, salutation: 'none', title: null, givenNames: '', familyName: displayName, displayName } })
const HOSTILE = [
  '{manageLink}', '{{event.__init__}}', '<script>alert(1)</script>', 'Eva\r\nBcc: evil@attacker.test', 'Jürgen "Jo" Müller', 'http://evil.example', 'Eve":mailto:evil@attacker.test',
  '<a href="https://evil.example">klick</a>', 'a, b <evil@attacker.test>', 'eva@evil.example, x', '-->', '<![endif]-->', "O'Neil D’Angelo", '🎉👩‍👩‍👧', 'محمد عبد الرحمن',
]

describe('a mail to somebody with the name', () => {
  it.each(HOSTILE)('%j has one recipient, one attendee and no new markup', async (name) => {
    const mail = composeMessage('place_confirmed', sampleFacts('de', named(name)), sampleEnvelope('place_confirmed'))
    const plain = composeMessage('place_confirmed', sampleFacts('de', named('Muster')), sampleEnvelope('place_confirmed'))
    const count = (html: string, sign: RegExp): number => html.match(sign)?.length ?? 0
    for (const sign of [/</g, /<a /g, /-->/g, /href="/g]) expect(count(mail.html, sign)).toBe(count(plain.html, sign))
    expect(mail.text.replaceAll('\u200b', '')).toContain(name.replace('\r\n', ' '))
    expect(mail.text).not.toMatch(/https?:\/\/evil/)

    const raw = renderedMail(mail)
    const read = await simpleParser(raw)
    const to = read.to as AddressObject
    expect(to.value).toEqual([{ address: 's.oeztuerk@stadt.example', name: name.replace('\r\n', ' ') }])
    expect(read.headers.has('bcc')).toBe(false)
    expect(mail.envelope.to).toBe('s.oeztuerk@stadt.example')
    const attendees = new ICAL.Component(ICAL.parse(mail.icalEvent!.content)).getFirstSubcomponent('vevent')!.getAllProperties('attendee')
    expect(attendees.map((attendee) => attendee.getFirstValue())).toEqual(['mailto:s.oeztuerk@stadt.example'])
  })
})

const recipientOf = (kind: 'promoted') => {
  const { person, host } = sampleFacts('de')
  return { ...sampleEnvelope(kind).calendar!, organiserName: host.senderName, attendeeAddress: person.email, attendeeName: person.displayName }
}

describe('a composed mail', () => {
  const facts = sampleFacts('de')

  it('carries the headers of an automatic mail and a sender for bounces', async () => {
    const read = await simpleParser(renderedMail(composeMessage('waiting', facts, sampleEnvelope('waiting'))))
    expect(read.headers.get('auto-submitted')).toBe('auto-generated')
    expect(read.headers.get('x-auto-response-suppress')).toBe('OOF, AutoReply')
    expect(read.messageId).toBe('<waiting.7f3a9c@dialog.example>')
    expect(read.replyTo?.value).toEqual([{ address: 'antwort+7f3a9c@dialog.example', name: 'Organisationsteam Zukunftsdialog' }])
    expect(composeMessage('waiting', facts, sampleEnvelope('waiting')).envelope).toEqual({ from: 'zurueck+7f3a9c@dialog.example', to: 's.oeztuerk@stadt.example' })
  })

  it.each(['a@example.org,evil@example.org', 'Eva <evil@example.org>', 'a@example.org\r\nBcc: evil@example.org', '', 'jörg@example.org'])('is never addressed to %j', (email) => {
    expect(() => composeMessage('waiting', { ...facts, person: { ...facts.person, email } }, sampleEnvelope('waiting'))).toThrow(RangeError)
  })

  it('writes domains with other letters as A-labels everywhere', () => {
    const mail = composeMessage('place_confirmed', { ...facts, person: { ...facts.person, email: 'Eva@Bücher.example' } }, sampleEnvelope('place_confirmed'))
    expect(mail.to.address).toBe('Eva@xn--bcher-kva.example')
    expect(mail.icalEvent!.content.replaceAll('\r\n ', '')).toContain(':mailto:Eva@xn--bcher-kva.example')
  })

  it('refuses a missing link, a link that is none, and a calendar that does not fit', () => {
    expect(() => composeMessage('confirm_request', { ...facts, links: {} }, sampleEnvelope('confirm_request'))).toThrow('confirm')
    expect(() => composeMessage('waiting', { ...facts, links: { manage: 'javascript:alert(1)' } }, sampleEnvelope('waiting'))).toThrow(RangeError)
    expect(() => composeMessage('waiting', facts, sampleEnvelope('place_confirmed'))).toThrow(RangeError)
    expect(() => composeMessage('place_confirmed', facts, sampleEnvelope('withdrawn'))).toThrow(RangeError)
    expect(() => composeMessage('place_confirmed', { ...facts, event: { ...facts.event, days: [] } }, sampleEnvelope('place_confirmed'))).toThrow('without a date')
  })

  it('says that date and place are open, and then carries no calendar', () => {
    const { calendar: _none, ...envelope } = sampleEnvelope('place_confirmed')
    const mail = composeMessage('place_confirmed', { ...facts, event: { ...facts.event, days: [], mode: 'onsite', venue: null } }, envelope)
    expect(mail.text).toContain('Der Termin steht noch nicht fest.\nOrt: Der Ort steht noch nicht fest.')
    expect(mail.text).not.toContain('Kalender')
    expect(mail.icalEvent).toBeUndefined()
    expect(calendarDraft('place_confirmed', { ...facts, event: { ...facts.event, days: [] } })).toBeNull()
  })

  it('leaves out the sentence whose fact is missing', () => {
    expect(composeMessage('waiting', facts, sampleEnvelope('waiting')).text).toContain('an 3. Stelle')
    expect(composeMessage('waiting', { ...facts, waitingPosition: null }, sampleEnvelope('waiting')).text).not.toContain('Stelle')
    const { calendar: _entry, ...plain } = sampleEnvelope('withdrawn')
    const withdrawn = composeMessage('withdrawn', { ...facts, links: {} }, plain)
    expect(withdrawn.text).not.toMatch(/erneut anmelden|Im Anhang/)
    expect(withdrawn.html).not.toContain('class="b"')
  })

  it.each(['de', 'en'] as const)('names no page where the public sees none, and keeps the personal link (%s)', (language) => {
    const hidden = { ...sampleFacts(language), event: { ...sampleFacts(language).event, pageUrl: null }, links: { confirm: 'https://dialog.example/t/a', manage: 'https://dialog.example/t/b' } }
    for (const kind of MAIL_KINDS) {
      const mail = composeMessage(kind, hidden, sampleEnvelope(kind))
      const said = [mail.text, mail.html, mail.icalEvent?.content.replaceAll('\r\n ', '') ?? ''].join('\n')
      expect([kind, /zukunftsdialog\/luebeck|Seite der Veranstaltung|page of the event|event page|: \.|null/i.exec(said)?.[0]]).toEqual([kind, undefined])
      expect(said).toContain(kind === 'confirm_request' ? 'https://dialog.example/t/a' : 'https://dialog.example/t/b')
    }
  })

  it('makes the calendar of an event once, and the same for the second reader as for the first', () => {
    const again = (language: 'de' | 'en' = 'de', kind: 'promoted' | 'withdrawn' = 'promoted') =>
      composeMessage(kind, { ...sampleFacts(language), event: facts.event }, sampleEnvelope(kind)).icalEvent!.content
    const first = again()
    expect([again('en'), again('de', 'withdrawn')]).not.toContain(first)
    expect(again()).toBe(first)
    expect(calendarDraft('promoted', facts)!.fill({ ...recipientOf('promoted'), personalText: 'Ihre persönliche Seite: https://dialog.example/t/k7Qm4x.mac' })).toBe(first)
  })
})
