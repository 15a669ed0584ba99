import type {
  Admission, AgendaKind, Answer, AnswerPeriod, ConsentPurpose, DatePrecision, EventMode, EventState, FormatKey, Group, Land, Language, NeedKind, OrganisationRole,
  Origin, Permission, Place, PlaceCause, QuestionKind, Role, Salutation, Standing, Visibility,
} from '@app/contracts'

const languages: Record<Language, string> = { de: 'Deutsch', en: 'Englisch' }

const lands: Record<Land, string> = {
  'DE-SH': 'Schleswig-Holstein', 'DE-HH': 'Hamburg', 'DE-NI': 'Niedersachsen', 'DE-HB': 'Bremen', 'DE-NW': 'Nordrhein-Westfalen',
  'DE-HE': 'Hessen', 'DE-RP': 'Rheinland-Pfalz', 'DE-BW': 'Baden-Württemberg', 'DE-BY': 'Bayern', 'DE-SL': 'Saarland', 'DE-BE': 'Berlin',
  'DE-BB': 'Brandenburg', 'DE-MV': 'Mecklenburg-Vorpommern', 'DE-SN': 'Sachsen', 'DE-ST': 'Sachsen-Anhalt', 'DE-TH': 'Thüringen',
}

const groups: Record<Group, string> = {
  kommune: 'Kommune', landkreis: 'Landkreis', land: 'Land', bund: 'Bund', zivilgesellschaft: 'Zivilgesellschaft',
  migrantenorganisation: 'Migrantenorganisation', kirche_religion: 'Kirche, Religionsgemeinschaft', stiftung: 'Stiftung',
  wissenschaft: 'Wissenschaft', traeger_kurs: 'Träger von Kursen', jobcenter_arbeitsagentur: 'Jobcenter, Agentur für Arbeit',
  wirtschaft_kammer: 'Wirtschaft, Kammer', presse: 'Presse', buergerschaft: 'Bürgerschaft',
}

const salutations: Record<Salutation, string> = {
  frau: 'Frau', herr: 'Herr', neutral: 'Neutral: „Guten Tag Vorname Nachname“', keine: 'Keine Angabe',
}

const eventStates: Record<EventState, string> = {
  idea: 'Idee', planned: 'in Planung', save_the_date: 'Termin vorgemerkt', inviting: 'Anmeldung läuft', closed: 'Anmeldung geschlossen',
  running: 'läuft', done: 'hat stattgefunden', accounted: 'abgerechnet', cancelled: 'abgesagt',
}

const eventModes: Record<EventMode, string> = { in_person: 'vor Ort', online: 'online', hybrid: 'vor Ort und online' }

const admissions: Record<Admission, string> = {
  open: 'offen', approval: 'nach Entscheidung des Organisationsteams', invited: 'auf Einladung', nominated: 'auf Benennung',
}

const visibilities: Record<Visibility, string> = { public: 'öffentlich', invited: 'nur für Eingeladene' }

const datePrecisions: Record<DatePrecision, string> = {
  unknown: 'Termin nicht bekannt', year: 'nur das Jahr bekannt', month: 'nur der Monat bekannt', day: 'Tag bekannt',
}

const answers: Record<Answer, string> = {
  noted: 'vorgemerkt', invited: 'eingeladen', unconfirmed: 'E-Mail-Adresse nicht bestätigt', accepted: 'zugesagt', declined: 'abgesagt',
  represented: 'vertreten', withdrawn: 'abgesagt',
}

const places: Record<Place, string> = {
  none: 'kein Platz', requested: 'Platz offen', waiting: 'Warteliste', offered: 'Platz angeboten', confirmed: 'Platz bestätigt',
  refused: 'kein Platz erhalten', door: 'am Eingang aufgenommen',
}

const origins: Record<Origin, string> = {
  invited: 'eingeladen', open: 'selbst angemeldet', nominated: 'benannt', group: 'Gruppenanmeldung', substitute: 'Vertretung',
  staff: 'vom Organisationsteam eingetragen', import: 'eingelesen', door: 'am Eingang aufgenommen',
}

const standings: Record<Standing, string> = {
  noted: 'vorgemerkt', invited: 'ohne Antwort', unconfirmed: 'Adresse nicht bestätigt', requested: 'Platz offen', waiting: 'Warteliste',
  offered: 'Platz angeboten', confirmed: 'Platz bestätigt', refused: 'kein Platz', door: 'am Eingang aufgenommen', declined: 'abgesagt',
  represented: 'vertreten', withdrawn: 'abgesagt',
}

const organisationRoles: Record<OrganisationRole, string> = {
  veranstalter: 'Veranstaltet von', mitveranstalter: 'Gemeinsam veranstaltet von', schirmherrschaft: 'Schirmherrschaft',
  kooperation: 'Kooperation', koordination: 'Koordination', projekttraeger: 'Projektträger', durchfuehrung: 'Durchführung',
  fachliche_begleitung: 'Fachliche Begleitung', foerderer: 'Förderung',
}

const agendaKinds: Record<AgendaKind, string> = {
  arrival: 'Ankommen', grusswort: 'Grußwort', keynote: 'Impuls', talk: 'Vortrag', podium: 'Podium', workshop_round: 'Workshop-Runde',
  workshop: 'Workshop', break: 'Pause', meal: 'Essen', plenum: 'Plenum', signing: 'Unterzeichnung', closing: 'Schlusswort', other: 'Programmpunkt',
}

const formats: Record<FormatKey, string> = {
  zukunftsdialog: 'Zukunftsdialog', werkstattgespraech: 'Werkstattgespräch', netzwerktreffen: 'Netzwerktreffen', konferenz: 'Konferenz',
  abschlusskonferenz: 'Abschlusskonferenz', workshop: 'Workshop', webinar: 'Webinar', buergerdialog: 'Bürgerdialog',
}

const consents: Record<ConsentPurpose, string> = {
  photo: 'Ich bin damit einverstanden, dass Fotos von der Veranstaltung, auf denen ich zu sehen bin, veröffentlicht werden.',
  contact_later: 'Ich möchte über weitere Veranstaltungen dieser Gastgeber informiert werden.',
}

/** The same in a word, for lists. */
const consentNames: Record<ConsentPurpose, string> = { photo: 'Fotos', contact_later: 'weitere Einladungen' }

const placeCauses: Record<PlaceCause, string> = {
  confirmed: 'Platz bestätigt', waiting: 'auf die Warteliste gesetzt', requested: 'Anmeldung eingegangen', promoted: 'von der Warteliste nachgerückt',
  withdrawn: 'Teilnahme abgesagt', declined: 'abgesagt', refused: 'kein Platz erhalten',
}

/** Roles of people; the keys are the words under which they were recorded, so their gender is the recorded one. */
const contributionRoles: Record<string, string> = {
  gastgeberin: 'Gastgeberin', gastgeber: 'Gastgeber', podium: 'Podium', redner: 'Redner', rednerin: 'Rednerin', rede: 'Rede', vortrag: 'Vortrag',
  beitrag: 'Beitrag', schlusswort: 'Schlusswort', grusswort: 'Grußwort', keynote: 'Impuls', moderation: 'Moderation', projektleitung: 'Projektleitung',
  visdp: 'Verantwortlich im Sinne des Presserechts', unterzeichnerin: 'Unterzeichnerin', unterzeichner: 'Unterzeichner', leitung: 'Leitung',
}

const documentKinds: Record<string, string> = {
  studie: 'Studie', pressemitteilung: 'Pressemitteilung', foto: 'Foto', foerderlinie: 'Förderlinie', praesentation: 'Präsentation', dokumentation: 'Dokumentation',
}

const resultKinds: Record<string, string> = {
  handlungsempfehlungen: 'Handlungsempfehlungen', handlungsempfehlung: 'Handlungsempfehlung', ergebnis: 'Ergebnis', erklaerung: 'Erklärung',
}

const resultStates: Record<string, string> = {
  in_formulierung: 'in Formulierung', draft: 'Entwurf', adopted: 'beschlossen', published: 'veröffentlicht', handed_over: 'übergeben',
}

const addressees: Record<string, string> = { bund: 'Bund', land: 'Länder', laender: 'Länder', kommune: 'Kommunen', kommunen: 'Kommunen' }

const seriesKinds: Record<string, string> = {
  dialogreihe: 'Dialogreihe', modellprojekt: 'Modellprojekt', 'forschungs-praxis-projekt': 'Forschungs-Praxis-Projekt',
  aktionsplan: 'Aktionsplan', programm: 'Programm', projekt: 'Projekt',
}

const seriesPhases: Record<string, string> = {
  standortbestimmung: 'Standortbestimmung', handlungsempfehlungen: 'Handlungsempfehlungen', umsetzungsbegleitung: 'Umsetzungsbegleitung',
  buergerdialog: 'Bürgerdialog', workshop: 'Workshops', webinar: 'Webinare', vernetzung_entscheider: 'Vernetzung der Entscheidungsebene',
}

const roles: Record<Role, string> = {
  admin: 'Verwaltung', organiser: 'Organisation', editor: 'Redaktion', participants: 'Teilnehmende', needs: 'Unterstützung', security: 'Sicherheit',
  finance: 'Finanzen', checkin: 'Einlass', reader: 'Lesen',
}

/** What a permission lets somebody do, as the end of a sentence: "darf …". */
const permissions: Record<Permission, string> = {
  'programme.read': 'Reihen und Veranstaltungen mit ihren Zahlen sehen', 'programme.write': 'Reihen und Veranstaltungen anlegen und ändern',
  'programme.publish': 'Veranstaltungen veröffentlichen, schließen und absagen', 'people.read': 'Teilnehmende mit ihren Angaben sehen',
  'people.write': 'Teilnehmende eintragen, berichtigen und über Plätze entscheiden', 'people.export': 'Anwesenheitslisten ausgeben',
  'needs.count': 'sehen, wie viele welche Unterstützung brauchen, ohne Namen', 'needs.read': 'lesen, wer welche Unterstützung braucht und was zu besonderen Kategorien geantwortet wurde',
  'mail.read': 'E-Mails einer Veranstaltung mit ihrem Stand sehen', 'mail.send': 'E-Mails noch einmal senden',
  'organisations.read': 'das Verzeichnis der Organisationen sehen', 'organisations.write': 'Organisationen anlegen und ändern',
  'access.manage': 'Kolleginnen und Kollegen einladen, Rollen geben und entziehen', 'audit.read': 'das Protokoll der Änderungen lesen und ausgeben',
  'privacy.manage': 'Auskunft über gespeicherte Daten geben, Personen löschen',
}

/** Support in the words of the form. */
const needKinds: Record<NeedKind, string> = {
  sign_language: 'Gebärdensprachdolmetschung (DGS)', captioning: 'Schriftdolmetschung', hearing_loop: 'Induktive Höranlage', wheelchair: 'Rollstuhlgerechter Zugang und Platz',
  assistance: 'Assistenz oder Begleitperson', childcare: 'Kinderbetreuung', diet: 'Besondere Ernährung oder Unverträglichkeit', other: 'Anderes',
}

const questionKinds: Record<QuestionKind, string> = {
  text: 'Kurzer Text', long: 'Längerer Text', choice: 'Eine Auswahl', several: 'Mehrere zur Auswahl', number: 'Zahl', date: 'Datum', consent: 'Einwilligung', file: 'Datei',
}

/** Until when answers are kept. */
const answerPeriods: Record<AnswerPeriod, string> = {
  S: 'bis einen Tag nach der Veranstaltung', B: 'bis vier Wochen nach der Veranstaltung', A: 'bis sechs Monate nach der Veranstaltung', N: 'so lange wie der Nachweis der Förderung',
}

/** Words for every key of the contract's vocabulary, and for the editable lists that ship with it. */
export const vocabulary = {
  languages, lands, groups, salutations, eventStates, eventModes, admissions, visibilities, datePrecisions, answers,
  places, origins, standings, organisationRoles, agendaKinds, formats, consents, consentNames, placeCauses, contributionRoles, documentKinds, resultKinds,
  resultStates, addressees, seriesKinds, seriesPhases, roles, permissions, needKinds, questionKinds, answerPeriods,
}
