import type { OutboxMail, OutboxState } from '@app/contracts'

const mails: Record<OutboxMail, string> = {
  confirm_request: 'Bitte um Bestätigung', already_registered: 'Hinweis auf die bestehende Anmeldung', requested: 'Eingang der Anmeldung',
  place_confirmed: 'Platz bestätigt', waiting: 'Platz auf der Warteliste', promoted: 'Nachgerückt', withdrawn: 'Abmeldung', refused: 'Kein Platz',
  event_changed: 'Änderung der Veranstaltung', date_set: 'Termin der Veranstaltung', event_cancelled: 'Absage der Veranstaltung',
}

const states: Record<OutboxState, string> = { pending: 'Wartet', running: 'Wird gesendet', done: 'Gesendet', withheld: 'Zurückgehalten', failed: 'Gescheitert' }

/** Why a mail waits, was withheld or failed, by the code that the outbox keeps. */
const reasons = {
  gone: 'Die Anmeldung gibt es nicht mehr.',
  no_address: 'Von der Person ist keine E-Mail-Adresse bekannt.',
  blocked: 'Die Adresse ist für E-Mails gesperrt.',
  already_confirmed: 'Die Anmeldung war schon bestätigt.',
  state_changed: 'Der Stand der Person war inzwischen ein anderer.',
  nothing_new: 'Im Kalender der Person stand schon alles richtig.',
  event_cancelled: 'Die Veranstaltung war inzwischen abgesagt.',
  event_over: 'Die Veranstaltung war schon vorbei.',
  event_not_cancelled: 'Die Veranstaltung ist nicht abgesagt.',
  facts_in_motion: 'Die Veranstaltung wurde gerade geändert.',
  not_composable: 'Die E-Mail ließ sich nicht zusammenstellen: Eine Adresse oder ein Link passt nicht.',
  attempts: 'Auch nach vielen Versuchen hat es nicht geklappt.',
  smtp_timeout: 'Der Mailserver hat nicht rechtzeitig geantwortet.',
  smtp_connection: 'Die Verbindung zum Mailserver ist abgebrochen oder kam nicht zustande.',
  smtp_no_such_host: 'Den Namen des Mailservers gibt es nicht.',
  smtp_tls: 'Die verschlüsselte Verbindung zum Mailserver kam nicht zustande.',
  smtp_sign_in: 'Der Mailserver hat unsere Anmeldung nicht angenommen.',
  smtp_refused: 'Der Mailserver hat die E-Mail endgültig abgelehnt.',
}

export type OutboxReason = keyof typeof reasons

export const outbox = {
  mails,
  states,
  reasons: reasons as Record<OutboxReason, string>,
  refusedWith: (code: string) => `Der Mailserver hat die E-Mail endgültig abgelehnt (${code}).`,
  delayedWith: (code: string) => `Der Mailserver nimmt die E-Mail noch nicht an (${code}).`,
  otherReason: 'Auf unserer Seite ist ein Fehler aufgetreten.',
  adviceAddress: 'Prüfen Sie die Adresse; stimmt sie, senden Sie noch einmal.',
  adviceFacts: 'Prüfen Sie Adresse und Links der Veranstaltung und senden Sie dann noch einmal.',
  adviceServer: 'Ist der Mailserver wieder erreichbar, senden Sie noch einmal.',
  adviceBlocked: 'Ist das geklärt, senden Sie noch einmal.',
}
