const withPlace = (count: number) => (count === 0 ? 'Niemand mit Platz braucht' : count === 1 ? '1 Person mit Platz braucht' : `${count} Personen mit Platz brauchen`)

export const needs = {
  facts: 'Gezählt sind Personen mit Platz und Personen, die auf einen warten.',
  countTitle: 'Wie oft gebraucht', kind: 'Unterstützung', option: 'Antwort', bookBy: 'buchen bis', confirmed: 'mit Platz', waiting: 'warten', confirmedShort: 'mit Platz', waitingShort: 'warten',
  bar: 'als Balken',
  overdue: (day: string) => `überfällig seit ${day}`,
  nobody: 'Noch niemand hat etwas angegeben.',
  people: (confirmed: number, waiting: number) => `${withPlace(confirmed)} etwas${waiting === 0 ? '.' : `, ${confirmed === 0 ? 'aber' : 'dazu'} ${waiting === 1 ? '1 Person, die wartet' : `${waiting} Personen, die warten`}.`}`,
  countedOnly: 'ohne Namen gezählt', ticked: 'ja',
  emptyTitle: 'Hier gibt es noch nichts zu zählen', emptyText: 'Bieten Sie unter „Fragen“ Unterstützung an, oder stellen Sie eine Frage mit einer Auswahl. Was die Angemeldeten ankreuzen, steht dann hier als Zahl.',
  emptyOther: 'Diese Veranstaltung bietet keine Unterstützung an und stellt keine Frage mit einer Auswahl.', toQuestions: 'Zu den Fragen',
  namesTitle: 'Wer was braucht', need: 'Angaben', reach: 'Erreichbar', noReach: 'nicht angegeben', comes: 'nimmt teil', waits: 'wartet auf einen Platz',
  locked: (role: string) => `Namen sind nur für die Rolle „${role}“ sichtbar.`,
  csv: (count: number) => (count === 1 ? 'Diese Person als CSV' : `Diese ${count} als CSV`),
  nobodyTitle: 'Noch niemand braucht etwas', nobodyText: 'Wer bei der Anmeldung etwas ankreuzt oder auf eine Frage einer besonderen Kategorie antwortet, steht hier mit Namen.',
  toSupport: 'Unterstützung ansehen',
}
