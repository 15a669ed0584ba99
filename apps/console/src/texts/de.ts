import { accounts, noRight } from './de/accounts.js'
import { idle, ownAccess, reset } from './de/own-access.js'
import { audit } from './de/audit.js'
import { barriers, duties } from './de/barriers.js'
import { conflict, eventForm, leave, organisation, series } from './de/forms.js'
import { needs } from './de/needs.js'
import { outbox } from './de/outbox.js'
import { answers, list, person, personAsk, personConsequence, personDone, personVerb, view, viewEmpty } from './de/people.js'
import { decide, event, eventAsk, eventConsequence, eventDone, events, eventVerb, hidden, stand, steps } from './de/programme.js'
import { privacy } from './de/privacy.js'
import { oidc } from './de/oidc.js'
import { passkeys } from './de/passkeys.js'
import { questions } from './de/questions.js'
import { proof, secondFactor } from './de/second-factor.js'
import { tell } from './de/telling.js'

/** The sentences of the console in German; English must have the same keys. */
export const de = {
  skip: 'Zum Inhalt',
  loading: 'Wird geladen …',
  close: 'Schließen',
  cancel: 'Abbrechen',
  signOut: 'Aus der Konsole abmelden',
  signOutShort: 'Abmelden',
  language: 'Sprache',
  publicPages: 'Zu den öffentlichen Seiten',
  demo: 'Demo',
  reason: 'Begründung',
  eventReasonHint: 'Sie steht in der E-Mail an alle Angemeldeten und im Protokoll.',
  hiddenOther: 'noch etwas fehlt',
  nav: {
    programme: 'Programm', events: 'Veranstaltungen', series: 'Reihen', organisations: 'Organisationen', barriers: 'Barrieren', accounts: 'Zugänge', event: 'Veranstaltung',
    overview: 'Übersicht', people: 'Personen', mails: 'E-Mails', edit: 'Bearbeiten', peopleOnList: 'auf der Liste',
    formats: 'Formate', questions: 'Fragen', support: 'Unterstützung',
    administration: 'Verwaltung', audit: 'Protokoll', privacy: 'Datenschutz', ownAccess: 'Mein Zugang',
  },
  signIn: {
    title: 'Anmelden',
    lead: 'Konsole für das Organisationsteam',
    expired: 'Ihre Sitzung ist abgelaufen. Was Sie getippt haben, ist noch da: Melden Sie sich an und arbeiten Sie weiter.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    submit: 'Anmelden',
    pending: 'Anmeldung wird geprüft …',
    wrong: 'E-Mail-Adresse und Passwort passen nicht zusammen.',
    forgotten: 'Passwort vergessen?',
  },
  password: {
    title: 'Passwort wählen',
    lead: (email: string) => `Ihr Zugang hat noch kein Passwort. Wählen Sie eines für ${email}, damit Sie sich beim nächsten Mal selbst anmelden können.`,
    label: 'Neues Passwort',
    hint: 'Mindestens 12 Zeichen. Mehrere Wörter hintereinander sind sicher und gut zu merken.',
    submit: 'Passwort speichern',
  },
  form: {
    optional: '(freiwillig)',
    save: 'Änderungen speichern',
    pending: 'Wird gespeichert …',
    slow: 'Das dauert länger als sonst. Bitte lassen Sie die Seite offen.',
    unchanged: 'Noch nichts geändert.',
    changedCount: (count: number) => (count === 1 ? 'Eine Angabe geändert.' : `${count} Angaben geändert.`),
    errorPrefix: 'Fehler:',
    errorCount: (count: number) => (count === 1 ? 'Eine Angabe stimmt noch nicht' : `${count} Angaben stimmen noch nicht`),
    notSaved: 'Noch nicht gespeichert',
    nothingLost: 'Ihre Eingaben sind noch da.',
    noLand: 'Kein Land gewählt',
    timeZone: 'Zeitzone',
  },
  trouble: {
    title: 'Diese Seite ist gerade nicht zu erreichen',
    network: 'Der Server antwortet gerade nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    unknown: 'Das hat nicht geklappt, und der Grund ist nicht bekannt. Versuchen Sie es noch einmal.',
    retry: 'Erneut versuchen',
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht wurde sie umbenannt, oder der Link ist unvollständig.',
    action: 'Zu den Veranstaltungen',
  },
  events, event, hidden, eventVerb, eventAsk, eventDone, eventConsequence, stand, decide, steps, tell,
  eventForm, leave, conflict, organisation, duties, barriers, series,
  accounts, noRight, ownAccess, secondFactor, proof, passkeys, oidc, reset, idle, audit, privacy, outbox, questions, needs, answers, list, view, viewEmpty, person, personVerb, personAsk, personDone, personConsequence,
}
