import { outboxReason } from './outbox-reason.js'

test('a refusal for good names its code and says what helps', () => {
  expect(outboxReason('de', 'failed', 'smtp_550')).toEqual({
    text: 'Der Mailserver hat die E-Mail endgültig abgelehnt (550).', advice: 'Prüfen Sie die Adresse; stimmt sie, senden Sie noch einmal.',
  })
})

test('a mail that only waits asks nobody to act, whatever the digits are', () => {
  expect(outboxReason('en', 'pending', 'smtp_451')).toEqual({ text: 'The mail server does not take the mail yet (451).', advice: null })
  expect(outboxReason('en', 'pending', 'smtp_535')).toEqual({ text: 'The mail server does not take the mail yet (535).', advice: null })
})

test('what is no longer due needs nothing, what is blocked can be settled', () => {
  expect(outboxReason('de', 'withheld', 'event_over')).toEqual({ text: 'Die Veranstaltung war schon vorbei.', advice: null })
  expect(outboxReason('de', 'withheld', 'blocked').advice).toBe('Ist das geklärt, senden Sie noch einmal.')
})

test('a code that nobody knows, or that every object has, becomes a general sentence', () => {
  for (const code of ['record', 'toString', '__proto__']) expect(outboxReason('de', 'failed', code).text).toBe('Auf unserer Seite ist ein Fehler aufgetreten.')
})
