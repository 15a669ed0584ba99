/** Pages about the system itself: legal texts, sign-in, errors, the mailbox of the embedded mode. */
export const legal = {
  missing: (page: string, host: string) => `${host} hat diesen Text noch nicht hinterlegt (${page}).`,
  ask: (host: string) => `Bitte wenden Sie sich damit unmittelbar an: ${host}.`,
  feedbackTitle: 'Rückmeldung und Kontakt',
  feedback: 'Ist Ihnen eine Barriere begegnet, oder fehlt Ihnen eine Angabe? Sagen Sie es uns über das Formular:',
  reportTo: 'Sie erreichen uns auch hier:',
  reportInImprint: 'Wie Sie den Veranstalter erreichen, steht im Impressum.',
  arbitrationTitle: 'Schlichtung und Durchsetzung',
  arbitration: 'Erhalten Sie auf Ihre Rückmeldung keine oder keine zufriedenstellende Antwort, können Sie sich an diese Stelle wenden:',
  arbitrationOf: (land: string | null) =>
    `die Schlichtungs- oder Durchsetzungsstelle, die nach ${land === null ? 'dem für den Veranstalter geltenden Recht' : `dem Recht des Landes ${land}`} für die Barrierefreiheit öffentlicher Stellen zuständig ist.`,
  otherPages: 'Weitere Angaben',
}

export const barrier = {
  title: 'Barriere melden',
  lead: (host: string) => `Können Sie etwas auf diesen Seiten oder bei einer Veranstaltung nicht nutzen, lesen oder verstehen? Ihre Meldung geht an: ${host}.`,
  textHint: 'Was wollten Sie tun, und was hat Sie gehindert? Wenn Sie ein Hilfsmittel verwenden, nennen Sie es gern.',
  pageHint: 'Adresse oder Titel der Seite, oder der Ort der Veranstaltung.',
  contactHint: 'Nur wenn Sie eine Antwort möchten. Ohne diese Angabe ist die Meldung anonym.',
  privacy: 'Wir speichern die Meldung verschlüsselt und verwenden sie nur, um die Barriere zu beseitigen und Ihnen zu antworten. Ist die Frist dafür abgelaufen, löschen wir sie.',
  submit: 'Meldung senden',
  sentTitle: 'Danke für Ihre Meldung',
  sentText: (host: string) => `Sie ist angekommen bei: ${host}. Haben Sie eine Adresse oder Nummer genannt, erhalten Sie dort eine Antwort.`,
  back: 'Zur Erklärung zur Barrierefreiheit',
}

export const signIn = {
  title: 'Anmelden',
  as: (name: string) => `Anmelden als ${name}`,
  text: 'Dieser Link gilt einmal. Danach wählen Sie ein Passwort.',
  textDemo: 'Dieser Link gilt einmal. Jeder Start der Demo zeigt einen neuen.',
  expiredTitle: 'Dieser Anmeldelink gilt nicht mehr',
  expiredText: 'Er wurde schon benutzt oder ist abgelaufen. Ein neuer Link lässt sich auf dem Server erzeugen.',
  toConsole: 'Zur Anmeldung mit Passwort',
}

export const problem = {
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFoundText: 'Die Adresse ist falsch geschrieben, oder die Seite wurde entfernt.',
  goneTitle: 'Dieser Link gilt nicht mehr',
  goneText: 'Er ist abgelaufen, wurde ersetzt oder gehört zu keiner Anmeldung. Der neueste Link steht in der letzten E-Mail an Sie.',
  errorTitle: 'Das hat nicht geklappt',
  errorText: 'Auf unserer Seite ist ein Fehler aufgetreten. Ihre Angaben wurden nicht gespeichert. Bitte versuchen Sie es später noch einmal.',
  requestId: (id: string) => `Wenn Sie sich an uns wenden, nennen Sie bitte diese Nummer: ${id}`,
  tooManyTitle: 'Zu viele Versuche in kurzer Zeit',
  tooManyText: (minutes: number | null) =>
    minutes === null ? 'Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal.'
      : minutes === 1 ? 'Bitte versuchen Sie es in einer Minute noch einmal.' : `Bitte versuchen Sie es in ${minutes} Minuten noch einmal.`,
  formExpiredTitle: 'Das Formular war zu lange geöffnet',
  formExpiredText: 'Zur Sicherheit gilt ein Formular nur begrenzte Zeit. Bitte öffnen Sie es neu und senden Sie es noch einmal.',
  openAgain: 'Formular neu öffnen',
  badRequestTitle: 'Diese Anfrage haben wir nicht verstanden',
  badRequestText: 'Bitte gehen Sie zurück und versuchen Sie es noch einmal.',
  unavailableTitle: 'Der Dienst ist gerade nicht erreichbar',
  unavailableText: 'Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  home: 'Alle Reihen und Veranstaltungen',
}

export const mailbox = {
  title: 'Postfach',
  lead: 'Im eingebetteten Betrieb verlässt keine E-Mail diesen Rechner. Hier stehen alle, die versandt worden wären.',
  empty: 'Noch keine E-Mail',
  emptyText: 'Melden Sie sich zu einer Veranstaltung an, dann steht die E-Mail mit dem Link zum Bestätigen hier.',
  count: (count: number) => (count === 1 ? 'Eine E-Mail, die neueste zuerst' : `${count} E-Mails, die neueste zuerst`),
  withCalendar: 'mit Kalendereintrag',
  from: 'Von',
  to: 'An',
  sent: 'Gesendet',
  subject: 'Betreff',
  text: 'Text',
  html: 'HTML-Fassung',
  calendar: 'Kalendereintrag',
  attachments: 'Anlagen',
  download: 'E-Mail als Datei herunterladen',
  source: 'Quelltext anzeigen',
  back: 'Zum Postfach',
  links: 'Links in dieser E-Mail',
  noSubject: 'ohne Betreff',
  bytes: (bytes: number) => (bytes < 1024 ? `${bytes} Byte` : `${Math.round(bytes / 1024)} KB`),
}
