import type { ParticipantVerb } from '@app/contracts'
import type { ViewKey } from '../../participants/views.js'

export const view: Record<ViewKey, string> = {
  all: 'Alle', confirmed: 'Platz bestätigt', open: 'Platz offen', waiting: 'Warteliste', unconfirmed: 'Nicht bestätigt', unanswered: 'Ohne Antwort', gone: 'Abgesagt',
}
export const viewEmpty: Record<ViewKey, string> = {
  all: 'Noch niemand ist angemeldet.',
  confirmed: 'Sobald jemand einen Platz hat, steht die Person hier.',
  open: 'Zusagen, über deren Platz Sie entscheiden, erscheinen hier.',
  waiting: 'Sind alle Plätze vergeben, erscheinen neue Anmeldungen hier in der Reihenfolge ihres Eingangs.',
  unconfirmed: 'Wer sich anmeldet, bestätigt zuerst den Link in der E-Mail. Bis dahin steht die Person hier, ohne Platz.',
  unanswered: 'Alle Eingeladenen haben geantwortet.',
  gone: 'Wer absagt oder keinen Platz erhält, steht hier.',
}

export const list = {
  views: 'Ansichten', ownView: 'Auswahl', table: 'Liste der Personen', pages: 'Seiten der Liste',
  search: 'Name oder Organisation suchen', searchShort: 'Name, Organisation',
  name: 'Name', belonging: 'Organisation, Amt', land: 'Land', group: 'Gruppe', standing: 'Stand', since: 'seit',
  registered: (count: number) => (count === 1 ? '1 Person' : `${count} Personen`),
  confirmed: (count: number, capacity: number | null) => (capacity === null ? `${count} mit Platz` : `${count} von ${capacity} Plätzen bestätigt`),
  people: (count: number) => (count === 1 ? '1 Person' : `${count} Personen`),
  byName: 'nach Name',
  forgotten: (count: number) => (count === 1 ? 'Die Daten 1 weiteren Person sind nach Ablauf der Frist gelöscht; sie zählt weiter mit.' : `Die Daten ${count} weiterer Personen sind nach Ablauf der Frist gelöscht; sie zählen weiter mit.`),
  csv: (count: number) => (count === 1 ? 'Diese Person als CSV' : `Diese ${count} als CSV`),
  xlsx: (count: number) => (count === 1 ? 'als Excel (XLSX)' : `Diese ${count} als Excel (XLSX)`),
  range: (first: number, last: number, total: number) => `${first}–${last} von ${total}`,
  firstPage: 'Zum Anfang', previousPage: 'Vorherige Seite', nextPage: 'Nächste Seite',
  removeFilter: (field: string) => `Filter ${field} entfernen`, chooseFilter: (field: string) => `${field} auswählen`, reset: 'Filter zurücksetzen',
  quoted: (text: string) => `„${text}“`,
  noMatch: 'Keine Person passt zu diesen Filtern', noMatchText: (total: number, filters: string) => `${total === 1 ? '1 Person steht' : `${total} Personen stehen`} auf der Liste, in dieser Ansicht keine mit ${filters}.`,
  nobody: 'Noch niemand angemeldet', nobodyVisible: 'Die Anmeldung geschieht auf der öffentlichen Seite. Wer anruft oder schreibt, den tragen Sie hier ein.',
  nobodyHidden: 'Die Veranstaltung ist noch nicht öffentlich. Sie können Personen schon von Hand eintragen.',
  nobodyOver: 'Niemand auf der Liste', nobodyOverText: 'In diesem Stand der Veranstaltung lässt sich niemand eintragen.',
  emptyView: 'In dieser Ansicht steht niemand', emptyViewText: 'Mit diesem Stand gibt es gerade niemanden.', showAll: 'Alle anzeigen',
}

export const person = {
  add: 'Person eintragen', addTitle: 'Person eintragen', added: (name: string, standing: string) => `${name} ist eingetragen: ${standing}.`,
  addPlace: 'Die Person erhält einen Platz und eine E-Mail mit dem Termin.',
  addWaiting: 'Alle Plätze sind vergeben: Die Person kommt auf die Warteliste und erhält eine E-Mail.',
  addFull: 'Alle Plätze sind vergeben, und es gibt keine Warteliste.',
  addApproval: 'Über den Platz entscheiden Sie danach in der Liste.',
  addNoMail: 'Ohne E-Mail-Adresse geht keine Bestätigung an die Person.',
  whoTitle: 'Person', whoHint: 'Ein Name genügt, wenn jemand nur einen hat.', forTitle: 'Organisation', reachTitle: 'Erreichbar über', reachHint: 'An die E-Mail-Adresse gehen Bestätigung und Termin.',
  noChoice: 'keine Angabe', salutation: 'Anrede', title: 'Titel', givenName: 'Vorname', familyName: 'Nachname', organisation: 'Organisation', office: 'Amt oder Funktion', officeSalutation: 'Amt in der Anrede', officeSalutationHint: 'Wie in „Sehr geehrte Frau Landrätin“.',
  email: 'E-Mail-Adresse', noEmail: 'keine; E-Mails sind nicht möglich', phone: 'Telefon', group: 'Gruppe', language: 'Sprache', languageOfMails: 'Sprache der E-Mails', origin: 'Herkunft',
  position: (number: number, total: number) => `${number} von ${total}`,
  previous: 'Vorherige Person', next: 'Nächste Person', close: 'Schließen', data: 'Angaben', way: 'Verlauf',
  full: 'Alle Plätze sind vergeben. Bestätigen geht wieder, wenn einer frei wird oder mehr Plätze da sind.', changeCapacity: 'Zahl der Plätze ändern',
  consents: 'Einwilligungen', noConsents: 'keine',
  edit: 'Angaben ändern', editTitle: 'Angaben ändern', edited: (name: string) => `Die Angaben von ${name} sind gespeichert.`,
  editMail: 'An die neue Adresse geht eine E-Mail mit dem Stand der Teilnahme. Der persönliche Link aus früheren E-Mails gilt dann nicht mehr.',
  editNoMail: 'Ohne E-Mail-Adresse erhält die Person keine Nachricht mehr, und ihr persönlicher Link gilt nicht mehr.',
  unproven: 'Die Person hat den Link in der E-Mail noch nicht bestätigt und hat bis dahin keinen Platz.',
  /** `confirm` for an address that is not confirmed. */
  accept: { action: 'Anmeldung bestätigen', ask: (name: string) => `Anmeldung von ${name} bestätigen?`, done: (name: string) => `Die Anmeldung von ${name} ist bestätigt.` },
  noVerbs: 'Für diesen Stand gibt es hier nichts zu tun.',
  reasonKept: 'Nur für das Protokoll; in E-Mails steht er nicht. Verlangt die Person Auskunft, liest sie ihn.',
}

export const answers = {
  title: 'Antworten', none: 'keine Angabe', noFile: 'noch keine Datei', size: (kilobytes: string) => `${kilobytes} kB`,
  locked: (role: string) => `Nur für die Rolle „${role}“ sichtbar`,
  change: 'Antworten ändern', changeTitle: 'Antworten ändern', changed: (name: string) => `Die Antworten von ${name} sind gespeichert.`,
  dropFiles: 'Dateien', dropFile: (question: string, file: string) => `„${file}“ löschen (${question})`,
  changeNoMail: 'Die Person erhält keine E-Mail; auf ihrer persönlichen Seite stehen die neuen Antworten.',
  changeReasonHint: 'Wer wie darum gebeten hat, zum Beispiel „Anruf vom 3. Februar“. Steht im Protokoll; nennen Sie darin nichts über Gesundheit oder Bedarf.',
  specialName: 'Angaben zu Gesundheit und Unterstützung', revoke: 'Widerruf eintragen', revokeLabel: (name: string) => `Widerruf eintragen: ${name}`, revokeAct: 'Einwilligung zurücknehmen',
  revokeAsk: (name: string, person: string) => `Einwilligung „${name}“ von ${person} zurücknehmen?`, revoked: (name: string) => `Die Einwilligung „${name}“ ist zurückgenommen.`,
  revokeFuture: 'Der Widerruf gilt ab jetzt und nicht für die Vergangenheit. Die Person kann die Einwilligung nur selbst wieder geben.',
  revokeSpecial: 'Was die Person braucht, und ihre Antworten besonderer Kategorien werden sofort gelöscht, Dateien dazu auch.',
  addHint: 'Nichts davon ist hier Pflicht; Dateien lädt die Person auf ihrer persönlichen Seite hoch.',
  needs: 'Was die Person braucht', bookBy: (word: string, day: string) => `${word}, buchen bis ${day}`, detail: 'Einzelheiten', detailHint: 'Zum Beispiel Allergien, Maße des Rollstuhls oder das Alter der Kinder.',
  consentTitle: 'Einwilligung',
  specialConsent: 'Die Person hat eingewilligt, dass ihre Angaben zu Gesundheit, Behinderung oder anderen besonderen Kategorien gespeichert und gelesen werden, um ihre Teilnahme zu ermöglichen.',
  specialHint: 'Nur nötig, wenn Sie Unterstützung oder eine Antwort einer besonderen Kategorie eintragen. Ohne Einwilligung dürfen diese nicht gespeichert werden.',
}

export const personVerb: Record<ParticipantVerb, string> = { confirm: 'Platz bestätigen', wait: 'Auf die Warteliste', refuse: 'Ablehnen', withdraw: 'Teilnahme absagen' }
export const personAsk: Record<ParticipantVerb, (name: string) => string> = {
  confirm: (name) => `Platz für ${name} bestätigen?`,
  wait: (name) => `${name} auf die Warteliste setzen?`,
  refuse: (name) => `${name} ablehnen?`,
  withdraw: (name) => `Teilnahme von ${name} absagen?`,
}
export const personDone: Record<ParticipantVerb, (name: string) => string> = {
  confirm: (name) => `${name} hat einen Platz.`,
  wait: (name) => `${name} steht auf der Warteliste.`,
  refuse: (name) => `${name} ist abgelehnt.`,
  withdraw: (name) => `Die Teilnahme von ${name} ist abgesagt.`,
}
export const personConsequence = {
  noMail: 'Es ist keine E-Mail-Adresse bekannt, also wird niemand benachrichtigt.',
  confirmMail: (name: string) => `${name} erhält eine E-Mail mit der Bestätigung und dem Kalendereintrag.`,
  confirmFree: (taken: number, capacity: number) => `Danach sind ${taken} von ${capacity} Plätzen vergeben.`,
  confirmFull: (capacity: number) => `Alle ${capacity} Plätze sind vergeben. Erhöhen Sie zuerst die Zahl der Plätze.`,
  confirmNoLimit: 'Die Zahl der Plätze ist nicht begrenzt.',
  waitMail: (name: string) => `${name} erhält eine E-Mail und rückt nach, wenn ein Platz frei wird.`,
  waitMailByHand: (name: string) => `${name} erhält eine E-Mail. Niemand rückt von selbst nach; über die Plätze entscheiden Sie.`,
  waitTurn: 'Die Reihenfolge der Anmeldung bleibt: Beim nächsten freien Platz rückt die Person wieder nach.',
  freedByHand: 'Der Platz wird frei. Niemand rückt von selbst nach; bestätigen Sie die nächste Person von Hand.',
  acceptUnproven: (email: string) => `Die Adresse ${email} hat die Person nicht selbst bestätigt. Fragen Sie nach, ob sie stimmt: An diese Adresse gehen der persönliche Link und alle weiteren E-Mails.`,
  waitOrder: 'Die Reihenfolge richtet sich nach dem Eingang der Anmeldung.',
  refuseMail: (name: string) => `${name} erhält eine Absage per E-Mail.`,
  refuseList: 'Die Person bleibt in der Liste. Sie können den Platz später noch bestätigen.',
  withdrawSeatMail: (name: string) => `${name} erhält eine E-Mail; der Kalendereintrag wird gestrichen.`,
  withdrawMail: (name: string) => `${name} erhält eine E-Mail über die Absage.`,
  withdrawNext: 'Der Platz wird frei: Die erste Person der Warteliste rückt nach und erhält eine E-Mail.',
  withdrawFree: 'Der Platz wird frei. Auf der Warteliste steht niemand.',
  withdrawList: 'Die Person bleibt als abgesagt in der Liste.',
}
