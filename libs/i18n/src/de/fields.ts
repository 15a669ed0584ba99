/** What may be filled in with the sentence; `value` is what the person typed, shortened before it gets here. */
export interface FieldFacts {
  label?: string
  max?: number | string
  value?: string
  taken?: number | string
  room?: number | string
  other?: number | string
  time?: number | string
  before?: number | string
  after?: number | string
  first?: number | string
  second?: number | string
  host?: number | string
  event?: number | string
}

type Sentence = (facts: FieldFacts) => string

const hostOf = ({ host }: FieldFacts) => (host ? `Der Organisation „${host}“` : 'Einer Organisation, die veranstaltet,')

const needed = ({ event }: FieldFacts) => (event ? ` Die Veranstaltung „${event}“ ist schon veröffentlicht, ihr darf das nicht fehlen.` : '')

const about = (facts: FieldFacts) => (facts.label ? `„${facts.label}“` : 'Diese Angabe')

/** One sentence per code of the contract (`field.` is cut off): it says what is wrong and what helps. */
const sentences = {
  required: (f) => (f.label ? `Die Angabe „${f.label}“ fehlt noch.` : 'Diese Angabe fehlt noch.'),
  text: (f) => `${about(f)} muss ein Text sein.`,
  too_long: (f) => (f.max ? `${about(f)} ist zu lang. Möglich sind höchstens ${f.max} Zeichen.` : `${about(f)} ist zu lang.`),
  forbidden_character: (f) => `${about(f)} enthält unsichtbare Steuerzeichen. Bitte tippen Sie den Text neu ein, statt ihn einzufügen.`,
  choice: (f) => `${about(f)}: Bitte wählen Sie eine der angebotenen Möglichkeiten.`,
  name_missing: () => 'Bitte nennen Sie Ihren Namen. Vorname oder Nachname genügt.',
  date: (f) => `${about(f)} ist kein Datum, das es gibt. Erwartet wird zum Beispiel 24.03.2027.`,
  date_range: (f) => `${about(f)} liegt zu weit entfernt. Möglich sind die Jahre 1900 bis 2199.`,
  order: () => 'Das Ende liegt vor dem Beginn.',
  date_order: () => 'Bitte geben Sie ein Ende an, das nach dem Beginn liegt.',
  time: (f) => `${about(f)} ist keine Uhrzeit. Erwartet wird zum Beispiel 09:30.`,
  time_zone: (f) => `${about(f)} ist keine bekannte Zeitzone, zum Beispiel Europe/Berlin.`,
  postcode: (f) => `${about(f)} ist keine Postleitzahl. Sie hat fünf Ziffern.`,
  whole_number: (f) => `${about(f)} muss eine ganze Zahl sein.`,
  not_negative: (f) => `${about(f)} darf nicht kleiner als 0 sein.`,
  too_large: (f) => `${about(f)} ist zu groß.`,
  too_many: (f) => (f.max ? `${about(f)}: Möglich sind höchstens ${f.max} Einträge.` : `${about(f)} hat zu viele Einträge.`),
  https_address: (f) => `${about(f)} muss mit https:// beginnen und darf keine Leerzeichen enthalten.`,
  password_wrong: () => 'Das ist nicht Ihr jetziges Passwort.',
  code_wrong: () => 'Dieser Code stimmt nicht oder wurde schon benutzt. Ein Code gilt nur kurz: Nehmen Sie den, der gerade angezeigt wird.',
  passkey: () => 'Dieser Passkey lässt sich hier nicht verwenden. Versuchen Sie es mit einem anderen Gerät.',
  password_short: () => 'Das Passwort ist zu kurz. Es braucht mindestens 12 Zeichen.',
  unknown_field: (f) => (f.label ? `Die Angabe „${f.label}“ gibt es hier nicht.` : 'Dieses Feld gibt es hier nicht.'),
  invalid: (f) => `${about(f)} stimmt nicht.`,
  already_registered: () => 'Zu dieser Veranstaltung gibt es schon eine Anmeldung mit dieser E-Mail-Adresse.',
  capacity_below_taken: (f) => `Es sind schon ${f.taken ?? 'mehr'} Plätze vergeben. Weniger Plätze sind erst möglich, wenn jemand absagt.`,
  closes_after_start: () => 'Die Anmeldung endet erst nach dem ersten Veranstaltungstag. Bitte wählen Sie einen früheren Tag.',
  number: (f) => `${about(f)} muss eine Zahl sein, zum Beispiel 3 oder 1,5.`,
  special_consent: () => 'Ohne Ihre Einwilligung dürfen wir Angaben zu Gesundheit, Behinderung oder anderen besonderen Kategorien nicht speichern. Bitte willigen Sie ein, oder lassen Sie diese Angaben weg.',
  special_consent_told: () => 'Ohne Einwilligung der Person dürfen wir Angaben zu Gesundheit, Behinderung oder anderen besonderen Kategorien nicht speichern. Kreuzen Sie an, dass sie eingewilligt hat, oder lassen Sie diese Angaben weg.',
  file_later: () => 'Dateien nehmen wir erst auf der persönlichen Seite entgegen, wenn die Anmeldung bestätigt ist.',
  file_missing: () => 'Bitte wählen Sie eine Datei aus.',
  file_too_large: (f) => `Die Datei ist zu groß. Möglich sind höchstens ${f.max ?? 5} MB.`,
  file_type: () => 'Diese Datei ist kein PDF, JPEG oder PNG. Bitte speichern Sie sie in einem dieser Formate.',
  question_key: () => 'Der Kurzname einer Frage besteht aus Kleinbuchstaben, Ziffern und Unterstrichen und beginnt mit einem Buchstaben.',
  question_key_twice: () => 'Dieser Kurzname kommt zweimal vor. Jede Frage braucht einen eigenen.',
  question_answered: () => 'Auf diese Frage wurde schon geantwortet: Art, Wortlaut und Auswahl bleiben, wie sie sind. Entfernen Sie die Frage und stellen Sie eine neue.',
  options_missing: () => 'Bitte geben Sie mindestens zwei Möglichkeiten zur Auswahl an.',
  options_unused: () => 'Nur Fragen mit einer Auswahl haben Möglichkeiten.',
  option_twice: () => 'Diese Möglichkeit steht zweimal zur Auswahl.',
  consent_required: () => 'Eine Einwilligung ist freiwillig und darf keine Bedingung der Teilnahme sein (Art. 7 Abs. 4 DSGVO).',
  condition_question: () => 'Eine Bedingung bezieht sich auf eine frühere Frage mit einer Auswahl oder einem Kästchen.',
  condition_special: () => 'Diese Frage wird nur nach einer Antwort besonderer Kategorie gestellt, also verrät sie etwas darüber: Kreuzen Sie auch sie als besondere Kategorie an.',
  condition_option: () => 'Diese Antwort steht bei der Frage, auf die sich die Bedingung bezieht, nicht zur Auswahl.',
  need_twice: () => 'Diese Unterstützung steht zweimal in der Liste.',
  cursor: () => 'Diese Stelle der Liste gibt es nicht mehr. Bitte beginnen Sie die Liste von vorn.',
  days_apart: () => 'Dieser Tag liegt mehr als ein Jahr nach dem ersten. Bitte prüfen Sie das Jahr; was länger dauert, ist eine Reihe.',
  day_twice: () => 'Dieser Tag steht zweimal im Termin.',
  edition_taken: () => 'Diese Nummer hat schon eine andere Ausgabe der Reihe.',
  form_expired: () => 'Das Formular war zu lange geöffnet. Ihre Angaben sind noch da, bitte senden Sie es noch einmal.',
  form_too_fast: () => 'Das Formular kam schneller zurück, als ein Mensch es ausfüllt. Bitte prüfen Sie Ihre Angaben und senden Sie es noch einmal.',
  item_day_missing: () => 'Der Programmpunkt hat eine Uhrzeit, aber keinen Tag.',
  item_outside_days: () => 'Dieser Tag gehört nicht zum Termin der Veranstaltung.',
  start_missing: () => 'Es ist ein Ende angegeben, aber kein Beginn.',
  role_twice: () => 'Diese Organisation hat diese Rolle schon.',
  room_overlap: (f) => `Der Raum${f.room ? ` „${f.room}“` : ''} ist zu dieser Zeit schon belegt${f.other ? `: „${f.other}“` : ''}.`,
  speaker_overlap: (f) => `Diese Person ist zu dieser Zeit schon eingeplant${f.other ? `: „${f.other}“` : ''}.`,
  time_gap: (f) => `Die Uhrzeit ${f.time ?? ''} gibt es an diesem Tag nicht, weil die Uhr vorgestellt wird. Möglich sind ${f.before ?? 'davor'} oder ${f.after ?? 'danach'}.`,
  time_twice: (f) => `Die Uhrzeit ${f.time ?? ''} gibt es an diesem Tag zweimal, weil die Uhr zurückgestellt wird${f.first && f.second ? ` (${f.first} und ${f.second})` : ''}. Bitte wählen Sie eine andere.`,
  no_date: () => 'Der Termin fehlt noch: mindestens ein Tag mit Datum.',
  date_past: () => 'Der Termin ist schon vorbei.',
  day_past: () => 'Dieser Tag ist schon vorbei.',
  no_host: (f) => `Der Veranstalter fehlt noch.${needed(f)}`,
  no_host_imprint: (f) => `${hostOf(f)} fehlt noch das Impressum. Tragen Sie es unter „Organisationen“ ein.${needed(f)}`,
  no_host_privacy: (f) => `${hostOf(f)} fehlt noch der Datenschutztext. Tragen Sie ihn unter „Organisationen“ ein.${needed(f)}`,
  no_host_text: (f) => `${hostOf(f)} fehlen noch Impressum und Datenschutztext. Tragen Sie beide unter „Organisationen“ ein.${needed(f)}`,
  host_text_needed: (f) => `Die Veranstaltung „${f.event ?? ''}“ ist veröffentlicht und braucht diesen Text der Organisation „${f.host ?? ''}“. Ändern Sie ihn, statt ihn zu leeren.`,
  no_place: () => 'Der Veranstaltungsort fehlt noch.',
  name_empty: () => 'Bitte nennen Sie Ihren Namen. Vorname oder Nachname genügt.',
  name_control: (f) => `${about(f)} enthält unsichtbare Steuerzeichen. Bitte tippen Sie den Namen neu ein, statt ihn einzufügen.`,
  name_bidi_override: (f) => `${about(f)} enthält Zeichen, die die Schreibrichtung umkehren. Bitte tippen Sie den Namen neu ein.`,
  name_invisible: (f) => `${about(f)} enthält keinen sichtbaren Buchstaben.`,
  name_too_long: (f) => `${about(f)} ist zu lang. Möglich sind höchstens ${f.max ?? 200} Zeichen.`,
  email_empty: () => 'Die E-Mail-Adresse fehlt noch.',
  email_invalid: (f) => (f.value ? `„${f.value}“ ist keine E-Mail-Adresse, die wir erreichen. Erwartet wird zum Beispiel name@stadt.de.` : 'Das ist keine E-Mail-Adresse. Erwartet wird zum Beispiel name@stadt.de.'),
  email_no_at: (f) => `Der E-Mail-Adresse${quoted(f)} fehlt das Zeichen @.`,
  email_several_at: (f) => `Die E-Mail-Adresse${quoted(f)} enthält mehr als ein @. Bitte geben Sie nur eine Adresse an.`,
  email_spaces: (f) => `Die E-Mail-Adresse${quoted(f)} enthält ein Leerzeichen.`,
  email_no_domain_ending: (f) => `Die E-Mail-Adresse${quoted(f)} ist unvollständig. Es fehlt die Endung, zum Beispiel „.de“.`,
  email_header_injection: () => 'Die E-Mail-Adresse enthält einen Zeilenumbruch oder ein Steuerzeichen. Bitte tippen Sie sie neu ein.',
  email_too_long: () => 'Die E-Mail-Adresse ist zu lang. Möglich sind höchstens 254 Zeichen, davon 64 vor dem @.',
  phone_invalid: () => 'Die Telefonnummer enthält Zeichen, die dort nicht möglich sind. Erwartet wird zum Beispiel +49 30 1234567.',
  phone_too_short: () => 'Die Telefonnummer ist zu kurz. Sie braucht mindestens drei Ziffern.',
  phone_too_long: () => 'Die Telefonnummer ist zu lang.',
} satisfies Record<string, Sentence>

function quoted(facts: FieldFacts): string {
  return facts.value ? ` „${facts.value}“` : ''
}

const labels = {
  givenName: 'Vorname', familyName: 'Nachname', email: 'E-Mail-Adresse', salutation: 'Anrede', title: 'Titel', organisation: 'Organisation',
  office: 'Amt oder Funktion', land: 'Land der Organisation', group: 'Ich nehme teil für', language: 'Sprache der E-Mails', phone: 'Telefon',
  consents: 'Einverständnis', password: 'Passwort',
  needs: 'Was Sie brauchen', needsDetail: 'Einzelheiten', specialConsent: 'Einwilligung',
  barrierText: 'Welche Barriere', barrierPage: 'Wo', barrierContact: 'E-Mail-Adresse oder Telefon',
}

export type FieldCode = keyof typeof sentences
export type FieldLabels = Record<keyof typeof labels, string>

export const fields = {
  sentences: sentences as Record<FieldCode, Sentence>,
  labels: labels as FieldLabels,
  optional: 'freiwillig',
  errorPrefix: 'Fehler: ',
  summary: (count: number) =>
    count === 1 ? 'Eine Angabe fehlt noch oder stimmt nicht' : `${numeral(count)} Angaben fehlen noch oder stimmen nicht`,
}

function numeral(count: number): string {
  return ['Null', 'Eine', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun', 'Zehn', 'Elf', 'Zwölf'][count] ?? String(count)
}
