import type { MailLanguage } from '../mail-facts.js'

/** What a letter about a reported barrier says. `{host}` is whom it was reported to. */
export interface BarrierTexts {
  subject: string
  kicker: string
  title: string
  preheader: string
  lead: string
  text: string
  page: string
  contact: string
  button: string
  seeTo: string
  inConsole: string
  source: string
}

export const barrierTexts: Readonly<Record<MailLanguage, BarrierTexts>> = {
  de: {
    subject: 'Gemeldete Barriere',
    kicker: 'Barrierefreiheit',
    title: 'Jemand hat eine Barriere gemeldet',
    preheader: 'Eine Meldung an: {host}',
    lead: 'Über das Formular zur Barrierefreiheit kam eine Meldung an: {host}.',
    text: 'Barriere',
    page: 'Wo',
    contact: 'Antwort an',
    button: 'Meldungen ansehen',
    seeTo: 'Bitte antworten Sie, wenn eine Adresse oder Nummer genannt ist, und schließen Sie die Meldung in der Konsole, sobald sie erledigt ist.',
    inConsole: 'Den Wortlaut sehen Sie in der Konsole. Ist beim Gastgeber eine Kontaktadresse hinterlegt, geht er unmittelbar dorthin.',
    source: 'Sie erhalten diese Nachricht, weil unter dieser Adresse Meldungen für {host} gelesen werden.',
  },
  en: {
    subject: 'Reported barrier',
    kicker: 'Accessibility',
    title: 'Somebody has reported a barrier',
    preheader: 'A report to: {host}',
    lead: 'By the form on accessibility a report came in for: {host}.',
    text: 'Barrier',
    page: 'Where',
    contact: 'Answer to',
    button: 'See the reports',
    seeTo: 'Please answer if an address or number is given, and close the report in the console once it is seen to.',
    inConsole: 'You read its words in the console. Where the host has a contact address, they go there directly.',
    source: 'You get this message because reports for {host} are read at this address.',
  },
}
