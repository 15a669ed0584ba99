export const ownAccess = {
  lead: 'Womit Sie sich anmelden, und wo Sie angemeldet sind.',
  sessionsTitle: 'Wo Sie angemeldet sind', thisOne: 'diese Sitzung', unknownDevice: 'Browser nicht erkannt',
  since: (when: string) => `angemeldet ${when}`, last: (when: string) => `zuletzt benutzt ${when}`,
  by: { password: () => 'mit Passwort', link: () => 'mit Link', passkey: () => 'mit Passkey', oidc: (name: string) => `mit ${name}` },
  end: 'Abmelden', endLabel: (device: string, when: string) => `Abmelden: ${device}, angemeldet ${when}`, ended: 'Diese Sitzung ist beendet.',
  endOthers: 'Alle anderen abmelden', endedOthers: 'Alle anderen Sitzungen sind beendet.', onlyThis: 'Sie sind nur hier angemeldet.',
  passwordTitle: 'Passwort', passwordHint: 'Danach sind alle anderen Sitzungen beendet.', passwordNone: 'Ihr Zugang hat noch kein Passwort.',
  current: 'Jetziges Passwort', change: 'Passwort ändern', changed: 'Ihr Passwort ist geändert. Alle anderen Sitzungen sind beendet.',
  languageTitle: 'Sprache', languageHint: 'Die Sprache der Konsole wählen Sie unten links.', language: 'Sprache der E-Mails an Sie', languageSave: 'Sprache speichern', languageSaved: 'Die Sprache ist gespeichert.',
}

export const reset = {
  title: 'Neues Passwort anfordern', lead: 'Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort wählen.', submit: 'Link anfordern', back: 'Zur Anmeldung',
  sentTitle: 'Sehen Sie in Ihr Postfach', sentLead: 'Wenn es zu dieser Adresse einen Zugang gibt, ist ein Link unterwegs. Er gilt zehn Minuten und einmal. Kommt nichts an, fragen Sie die Stelle, die Dialogwerk betreibt.',
  chooseTitle: 'Neues Passwort wählen', chooseLead: 'Danach sind Sie überall abgemeldet und melden sich mit dem neuen Passwort an.',
  doneTitle: 'Ihr neues Passwort gilt', doneLead: 'Alle Sitzungen sind beendet. Melden Sie sich jetzt mit dem neuen Passwort an.',
  goneTitle: 'Dieser Link gilt nicht mehr', goneLead: 'Er wurde schon benutzt oder ist älter als zehn Minuten. Fordern Sie auf der Anmeldeseite einen neuen an.',
}

export const idle = {
  title: 'Arbeiten Sie noch?', text: (minutes: number) => `Wenn nichts geschieht, werden Sie in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} abgemeldet. Was Sie getippt haben, bleibt auf dieser Seite stehen.`,
  stay: 'Angemeldet bleiben',
}
