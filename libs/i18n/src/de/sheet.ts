/** Headings of lists that leave the house: attendance list, exports. */
export const sheet = {
  attendance: 'Anwesenheitsliste',
  columns: {
    familyName: 'Nachname', givenName: 'Vorname', title: 'Titel', office: 'Amt oder Funktion', organisation: 'Organisation', land: 'Land', group: 'Gruppe',
    standing: 'Stand', waitingPosition: 'Wartelistenplatz', email: 'E-Mail', phone: 'Telefon', language: 'Sprache', consents: 'Einwilligungen', createdAt: 'Angemeldet am', signature: 'Unterschrift',
  },
  needs: {
    file: 'unterstuetzung', name: 'Name', organisation: 'Organisation', email: 'E-Mail', phone: 'Telefon', place: 'Stand', kinds: 'Unterstützung', detail: 'Einzelheiten',
    places: { confirmed: 'nimmt teil', waiting: 'wartet auf einen Platz' },
  },
  yes: 'ja',
  languages: { de: 'Deutsch', en: 'Englisch' },
}
