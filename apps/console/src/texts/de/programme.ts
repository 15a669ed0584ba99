import type { EventVerb } from '@app/contracts'
import type { StepKey } from '../../events/steps.js'

const mails = (count: number) => (count === 1 ? 'Eine Person erhält' : `${count} Personen erhalten`)

export const events = {
  title: 'Veranstaltungen',
  create: 'Veranstaltung anlegen',
  countNext: (count: number) => `${count} geplant`,
  countPast: (count: number) => `${count} vergangen`,
  next: 'Als Nächstes',
  nextEmpty: 'Keine Veranstaltung mit Termin in Sicht.',
  undated: 'Noch ohne Termin',
  past: 'Vergangen',
  drafts: 'Entwürfe, deren Termin vorbei ist',
  cancelled: 'Abgesagt',
  emptyTitle: 'Noch keine Veranstaltung',
  emptyText: 'Legen Sie die erste an: Wählen Sie ein Format, tragen Sie Titel und Termin ein. Sie bleibt ein Entwurf, bis Sie sie veröffentlichen.',
}

export const event = {
  title: 'Veranstaltung', when: 'Termin', state: 'Stand', places: 'Plätze', place: 'Ort', online: 'Zugang', facts: 'Eckdaten', agenda: 'Programm',
  closes: 'Anmeldeschluss', hosts: 'Beteiligt', regions: 'Regionen', question: 'Leitfrage', anyDay: 'An allen Tagen',
  edit: 'Bearbeiten', editAgenda: 'Programm bearbeiten', editFacts: 'Eckdaten bearbeiten', publicPage: 'Öffentliche Seite', toPeople: 'Personen ansehen', attendanceList: 'Anwesenheitsliste (XLSX)',
  visible: 'öffentlich sichtbar',
  hiddenBecause: (reasons: string) => `nicht sichtbar, weil ${reasons}`,
  openUntil: (day: string) => `Anmeldung läuft bis ${day}`,
  noDate: 'Termin steht noch nicht fest',
  dateUnknown: 'Termin nicht überliefert',
  noPlace: 'Der Ort steht noch nicht fest.',
  easyLanguage: 'steht auf einer eigenen Seite',
  noLink: 'Der Link fehlt noch.',
  noHost: 'Noch keine Organisation eingetragen.',
  closesOpen: 'keiner, offen bis zum Beginn',
  agendaEmpty: 'Noch kein Programm. Besucherinnen und Besucher sehen bis dahin nur Termin und Ort.',
  /** The name as recorded is German; a format of one's own keeps its name in every language. */
  format: (_key: string, name: string) => name,
  edition: (number: number) => `${number}. Ausgabe`,
  taken: (taken: number, capacity: number) => `${taken} von ${capacity} vergeben`,
  takenOpen: (taken: number) => (taken === 0 ? 'noch niemand angemeldet' : `${taken} angemeldet`),
  waiting: (count: number) => (count === 1 ? '1\u00a0wartet' : `${count}\u00a0warten`),
  heads: (count: number) => (count === 1 ? '1 Person' : `${count} Personen`),
  capacity: (count: number) => (count === 1 ? '1 Platz' : `${count} Plätze`),
  withWaiting: 'mit Warteliste', withoutWaiting: 'ohne Warteliste',
  admission: (word: string) => `Teilnahme ${word}`,
  regionIn: 'gehört dazu', regionOut: 'gehört nicht dazu',
}

/** Why nobody outside sees an event: clauses after "weil". Keys are codes of the API. */
export const hidden: Record<string, string> = {
  draft: 'sie noch nicht veröffentlicht ist',
  no_host_text: 'Impressum oder Datenschutztext eines Gastgebers fehlt',
  no_host: 'eine Veranstalterin oder ein Veranstalter fehlt',
  no_date: 'der Termin fehlt',
  date_past: 'der Termin vorbei ist',
  no_place: 'der Ort fehlt',
  no_agenda: 'das Programm fehlt',
  invited_only: 'sie nur für Eingeladene ist',
  series_hidden: 'die Reihe nicht öffentlich ist',
  cancelled: 'sie abgesagt ist',
}

export const eventVerb: Record<EventVerb, string> = {
  publish: 'Veröffentlichen', save_the_date: 'Termin ankündigen', close: 'Anmeldung schließen', reopen: 'Anmeldung wieder öffnen', cancel: 'Veranstaltung absagen',
}
export const eventAsk: Record<EventVerb, (title: string) => string> = {
  publish: (title) => `„${title}“ veröffentlichen?`,
  save_the_date: (title) => `Termin von „${title}“ ankündigen?`,
  close: (title) => `Anmeldung zu „${title}“ schließen?`,
  reopen: (title) => `Anmeldung zu „${title}“ wieder öffnen?`,
  cancel: (title) => `„${title}“ absagen?`,
}
export const eventDone: Record<EventVerb, (title: string) => string> = {
  publish: (title) => `„${title}“ ist veröffentlicht.`,
  save_the_date: (title) => `Der Termin von „${title}“ ist angekündigt.`,
  close: (title) => `Die Anmeldung zu „${title}“ ist geschlossen.`,
  reopen: (title) => `Die Anmeldung zu „${title}“ ist wieder offen.`,
  cancel: (title) => `„${title}“ ist abgesagt.`,
}
export const eventConsequence = {
  publishPublic: (path: string) => `Die Seite ${path} wird für alle sichtbar.`,
  publishInvited: 'Die Seite bleibt verborgen; nur Eingeladene können sich anmelden.',
  publishOpen: 'Die Anmeldung läuft ab sofort, bis Sie sie schließen oder die Veranstaltung beginnt.',
  publishUntil: (day: string) => `Die Anmeldung läuft ab sofort bis einschließlich ${day}.`,
  publishApproval: 'Die Plätze vergeben Sie: Eine Anmeldung hat erst einen Platz, wenn Sie ihn bestätigen.',
  publishUpTo: (count: number) => (count === 1 ? 'Sie können einen Platz bestätigen.' : `Sie können bis zu ${count} Plätze bestätigen.`),
  publishNoPlaces: 'Es gibt 0 Plätze: Niemand bekommt einen Platz.',
  publishNoLink: 'Der Link zur Teilnahme fehlt noch. Solange steht in den E-Mails kein Zugang.',
  publishNoLimit: 'Die Zahl der Plätze ist nicht begrenzt.',
  publishWaiting: (count: number) => `${count === 1 ? 'Ein Platz wird' : `${count} Plätze werden`} vergeben, danach beginnt die Warteliste.`,
  publishCapacity: (count: number) => `${count === 1 ? 'Ein Platz wird' : `${count} Plätze werden`} vergeben, danach ist Schluss.`,
  saveTheDatePage: 'Titel, Termin und Ort werden öffentlich sichtbar.',
  saveTheDateNoRegistration: 'Anmelden kann sich noch niemand. Das beginnt mit dem Veröffentlichen.',
  closeNoNew: 'Ab sofort kann sich niemand mehr selbst anmelden. Sie können weiter Personen eintragen.',
  closeKeeps: (count: number) => (count === 1 ? 'Ein bestätigter Platz bleibt bestehen.' : `${count} bestätigte Plätze bleiben bestehen.`),
  reopenNew: 'Neue Anmeldungen sind wieder möglich.',
  cancelMails: (count: number) => `${mails(count)} eine Absage per E-Mail; Kalendereinträge werden gestrichen.`,
  cancelNobody: 'Es ist noch niemand angemeldet, also wird keine E-Mail verschickt.',
  cancelPage: 'Auf der öffentlichen Seite steht dann „abgesagt“.',
  cancelFinal: 'Das lässt sich nicht zurücknehmen.',
}

export const stand = {
  title: 'Stand der Anmeldungen',
  all: (count: number) => (count === 1 ? '1 Person' : `${count} Personen`),
  confirmed: 'Platz bestätigt', open: 'Platz offen', waiting: 'Warteliste', unconfirmed: 'nicht bestätigt', gone: 'abgesagt', free: 'frei', people: 'Personen',
  ofPlaces: (count: number) => (count === 1 ? 'von 1 Platz' : `von ${count} Plätzen`),
  noLimit: 'ohne Begrenzung',
  openNote: 'noch zu entscheiden', openOver: 'blieb unentschieden', waitingOver: 'rückt nicht mehr nach', waitingNote: 'rücken der Reihe nach', noWaitingList: 'keine Warteliste', unconfirmedNote: 'Link in der E-Mail offen', goneNote: 'selbst oder abgelehnt',
}

export const decide = {
  title: 'Zu entscheiden',
  nothing: 'Heute ist nichts zu entscheiden.', over: 'Hier ist nichts mehr zu entscheiden.',
  open: 'Anmeldungen, über die noch zu entscheiden ist', openAction: 'Plätze vergeben',
  free: (count: number) => (count === 0 ? 'kein Platz mehr frei' : count === 1 ? 'noch 1 Platz frei' : `noch ${count} Plätze frei`),
  noLimit: 'Plätze ohne Begrenzung',
  waiting: 'auf der Warteliste', waitingAction: 'Warteliste öffnen',
  waitingFree: (count: number) => (count === 1 ? '1 Platz ist frei' : `${count} Plätze sind frei`),
  waitingFull: 'alle Plätze vergeben; wird einer frei, rückt die erste Person nach',
  unconfirmed: 'Anmeldungen ohne Bestätigung', unconfirmedNote: 'ohne Platz, bis der Link in der E-Mail bestätigt ist', unconfirmedAction: 'Personen ansehen',
}

const note = (words: Partial<Record<StepKey, string>>): Partial<Record<StepKey, string>> => words

export const steps = {
  title: 'Nächste Schritte', titleOver: 'Verlauf',
  created: 'Angelegt', date: 'Termin', place: 'Ort', access: 'Zugang', host: 'Gastgeber und Texte', agenda: 'Programm', publish: 'Veröffentlichen', today: 'Heute', close: 'Anmeldeschluss', event: 'Veranstaltung',
  openNote: note({ date: 'Ohne künftigen Termin keine Veröffentlichung', place: 'Ohne Ort keine Veröffentlichung', access: 'Der Link fehlt noch', host: 'Impressum und Datenschutztext fehlen noch', agenda: 'Noch leer', publish: 'Erst dann ist die Seite sichtbar', close: 'Noch kein Tag festgelegt', event: 'Termin steht noch nicht fest' }),
  hostMissing: 'Gastgeber fehlt', hostLacks: (name: string, texts: string) => `${name}: ${texts} fehlt noch`,
  weeksBefore: (weeks: number) => (weeks === 1 ? '1 Woche vorher' : `${weeks} Wochen vorher`),
  daysLeft: (days: number) => (days === 1 ? 'noch 1 Tag' : `noch ${days} Tage`),
  addDate: 'Termin eintragen', addPlace: 'Ort eintragen', addAccess: 'Link eintragen', addHost: 'Gastgeber eintragen', addTexts: 'Texte ergänzen', addAgenda: 'Programm eintragen',
}
