export const eventForm = {
  createTitle: 'Veranstaltung anlegen', create: 'Entwurf anlegen', createNote: 'Der Entwurf ist nur hier sichtbar, bis Sie ihn veröffentlichen.',
  created: (title: string) => `„${title}“ ist als Entwurf angelegt.`,
  editTitle: 'Bearbeiten', saved: (title: string) => `„${title}“ ist gespeichert.`,
  formatTitle: 'Format', formatHint: 'Das Format füllt Plätze, Sichtbarkeit und Vergabe vor. Alles bleibt änderbar.', format: 'Format wählen',
  series: 'Reihe', noSeries: 'keine Reihe, Einzelveranstaltung',
  whatTitle: 'Worum es geht', title: 'Titel', subtitle: 'Untertitel',
  question: 'Leitfrage', questionHint: 'Die eine Frage, über die gesprochen wird. Sie steht auf der öffentlichen Seite über dem Programm.',
  description: 'Beschreibung', descriptionHint: 'Wofür lädt wer wen ein? Leere Zeilen trennen Absätze.',
  whenTitle: 'Termin', whenHint: 'Ein Tag je Zeile. Ohne Tag steht auf der Seite, dass der Termin noch nicht feststeht.',
  day: 'Tag', date: 'Datum', dayNumber: (number: number) => `${number}. Tag`, startsAt: 'Beginn', endsAt: 'Ende', addDay: 'Weiterer Tag', addFirstDay: 'Tag eintragen',
  timeZone: 'Zeitzone',
  whereTitle: 'Ort und Regionen', mode: 'Durchführung', venue: 'Veranstaltungsort', venueName: 'Haus, Saal', street: 'Straße und Hausnummer', postcode: 'Postleitzahl', city: 'Ort',
  land: 'Land', noLand: 'keine Angabe', link: 'Link zur Teilnahme', linkHint: 'Beginnt mit https:// und steht nur in E-Mails an Personen mit Platz.',
  regions: 'Regionen', regionsHint: 'Länder, an die sich die Veranstaltung richtet. Das kann mehr sein als das Land des Ortes.',
  placesTitle: 'Plätze und Anmeldung', capacity: 'Plätze', capacityHint: 'Leer: ohne Begrenzung.', capacityZero: 'Bei 0 Plätzen bekommt niemand einen Platz. Leer: ohne Begrenzung.', waitingList: 'Warteliste führen', waitingListHint: 'Wird ein Platz frei, rückt die am längsten wartende Person nach und erhält eine E-Mail.',
  closesOn: 'Letzter Tag der Anmeldung', closesOnHint: 'Bis zum Ende dieses Tages in der Zeitzone der Veranstaltung.', admission: 'Teilnahme', visibility: 'Sichtbarkeit',
  hostsTitle: 'Beteiligte', hostsHint: 'Wer veranstaltet, braucht Impressum und Datenschutztext, auch jede mitveranstaltende Organisation. Die Reihenfolge hier ist die Reihenfolge auf der Seite.',
  organisation: 'Organisation', chooseOrganisation: 'bitte wählen', role: 'Rolle', hostNumber: (number: number) => `${number}. Organisation`, addHost: 'Weitere Organisation', newOrganisation: 'Neue Organisation anlegen',
  accessibleTitle: 'Barrierefreiheit', accessibleHint: 'Steht auf der Seite der Veranstaltung oberhalb des Programms. Leer: Dort steht nichts davon.',
  easyLanguage: 'Leichte Sprache', easyLanguageHint: 'Worum es geht, wann und wo, in Leichter Sprache. Der Text bekommt eine eigene Seite. Leere Zeilen trennen Absätze, „# “ beginnt eine Überschrift, „- “ einen Listenpunkt.',
  signVideoUrl: 'Video in Gebärdensprache', signVideoUrlHint: 'Adresse, beginnt mit https://. Das Video wird verlinkt und nicht eingebettet.',
  agendaTitle: 'Programm', agendaHint: 'In der Reihenfolge des Ablaufs. Ein neuer Punkt beginnt, wo der vorige endet.',
  item: (number: number) => `Programmpunkt ${number}`, addItem: 'Programmpunkt hinzufügen', kind: 'Art', itemTitle: 'Titel', itemDescription: 'Beschreibung', room: 'Raum', anyDay: 'an allen Tagen',
  speaker: 'Name', office: 'Amt, Organisation', addSpeaker: 'Mitwirkende Person',
  row: {
    up: (name: string) => `${name} nach oben`, down: (name: string) => `${name} nach unten`, remove: (name: string) => `${name} entfernen`,
  },
}

export const organisation = {
  create: 'Organisation anlegen', createTitle: 'Organisation anlegen', saved: (name: string) => `„${name}“ ist gespeichert.`, gone: 'Diese Organisation gibt es nicht',
  count: (count: number) => (count === 1 ? '1 Organisation' : `${count} Organisationen`),
  emptyTitle: 'Noch keine Organisation', emptyText: 'Legen Sie die Stelle an, die Ihre Veranstaltungen verantwortet. Sie braucht ein Impressum und einen Datenschutztext.',
  search: 'Organisation suchen', noneFound: 'Keine Organisation mit diesem Namen', noneFoundText: (q: string) => `Gesucht wurde nach „${q}“.`,
  name: 'Name', shortName: 'Kurzname', place: 'Sitz', host: 'Gastgeber', noHost: 'nein',
  complete: 'Texte liegen vor', lacks: (what: string) => `fehlt: ${what}`,
  missing: (name: string, missing: string[]) => `Für ${name} fehlt noch: ${missing.join(', ')}. Bis dahin kann die Veranstaltung nicht veröffentlicht werden.`,
  inlineHint: 'Der volle Name, wie er auf der Seite stehen soll. Anschrift und Texte ergänzen Sie später unter „Organisationen“.',
  addressTitle: 'Name und Anschrift', hostTitle: 'Als Gastgeber',
  hostHint: 'Solange Impressum oder Datenschutztext leer ist, kann keine Veranstaltung dieser Organisation veröffentlicht werden.',
  isHost: 'Diese Organisation verantwortet Veranstaltungen', isHostHint: 'Dann hat sie eigene Seiten für Impressum, Datenschutz und Barrierefreiheit.',
  imprint: 'Impressum', imprintHint: 'Name, Anschrift, vertretungsberechtigte Person, E-Mail und Telefon. Steht auch in jeder E-Mail.',
  privacy: 'Datenschutztext', privacyHint: 'Zweck, Rechtsgrundlage, Dauer, Rechte, Kontakt der oder des Datenschutzbeauftragten (Artikel 13 DSGVO).',
  accessibility: 'Erklärung zur Barrierefreiheit', accessibilityHint: 'Öffentliche Stellen sind dazu verpflichtet (§ 12b BGG, Gesetze der Länder). Stand der Vereinbarkeit, Kontakt für Rückmeldungen, Schlichtungsstelle.',
  senderName: 'Absendername', senderNameHint: 'So heißt die Organisation im Posteingang. Leer: der Name.',
}

export const series = {
  create: 'Reihe anlegen', createTitle: 'Reihe anlegen', saved: (title: string) => `„${title}“ ist gespeichert.`, gone: 'Diese Reihe gibt es nicht',
  count: (count: number) => (count === 1 ? '1 Reihe' : `${count} Reihen`),
  emptyTitle: 'Noch keine Reihe', emptyText: 'Eine Reihe hält zusammen, was aufeinander folgt: mehrere Dialoge, ein Projekt, ein Aktionsplan. Einzelne Veranstaltungen gehen auch ohne.',
  title: 'Titel', kind: 'Art', visibility: 'Sichtbarkeit', public: 'öffentlich', hidden: 'verborgen', events: 'Veranstaltungen',
  whatTitle: 'Worum es geht', summary: 'Kurztext', summaryHint: 'Steht auf der Seite der Reihe unter dem Titel.', outlook: 'Ausblick', outlookHint: 'Wo oder wie es nach der letzten Veranstaltung weitergeht, zum Beispiel „in weiteren Regionen Deutschlands“. Auf der Seite steht dann: „Die Reihe wird fortgesetzt: in weiteren Regionen Deutschlands.“ Ganze Sätze stehen dort, wie sie sind.',
  isPublic: 'Öffentlich sichtbar', isPublicHint: 'Eine verborgene Reihe verbirgt auch ihre Veranstaltungen.',
  hostsHint: 'Organisationen, die die ganze Reihe tragen.',
}

export const leave = {
  title: 'Eingaben verwerfen?', text: 'Was Sie auf dieser Seite eingetragen haben, ist noch nicht gespeichert und geht beim Verlassen verloren.',
  stay: 'Weiter bearbeiten', discard: 'Eingaben verwerfen',
}

export const conflict = {
  title: (facts: string) => `Inzwischen hat jemand ${facts} geändert`, text: 'Wählen Sie für jede Angabe, was gelten soll. Erst danach wird gespeichert.',
  mine: 'Ihre Eingabe', theirs: 'Jetzt gespeichert', empty: 'leer', yes: 'ja', no: 'nein', go: 'Auswahl speichern', choose: (facts: string) => `Wählen Sie noch, was für ${facts} gelten soll.`,
}
