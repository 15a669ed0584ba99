const people = (count: number) => (count === 1 ? 'eine Person' : `${count} Personen`)
const receive = (count: number) => (count === 1 ? 'Eine Person erhält' : `${count} Personen erhalten`)

export const tell = {
  counting: 'Es wird gezählt, wer benachrichtigt wird …',
  who: (groups: string[]) => groups.join(', '),
  group: (standing: string, count: number) => `${standing}: ${count}`,
  unreachable: (count: number) => (count === 1 ? 'Eine weitere Person ist ohne E-Mail-Adresse und erfährt davon nichts.' : `${count} weitere Personen sind ohne E-Mail-Adresse und erfahren davon nichts.`),
  showUnreachable: 'In der Liste ansehen (neues Fenster)',
  editNote: 'Die Änderung betrifft Kalendereinträge. Vor dem Speichern sehen Sie, wer benachrichtigt wird.',
  editAsk: (title: string) => `Änderungen an „${title}“ speichern?`,
  edit: (count: number) => (count === 0 ? 'Niemand hat den Termin im Kalender, also wird keine E-Mail verschickt.' : `${receive(count)} eine Aktualisierung per E-Mail; der Kalendereintrag ändert sich.`),
  editFirst: (count: number) => (count === 1 ? 'Eine davon erhält den Kalendereintrag zum ersten Mal.' : `${count} davon erhalten den Kalendereintrag zum ersten Mal.`),
  editUndated: 'Ohne Termin gibt es keine Kalendereinträge, also wird keine E-Mail verschickt.',
  editAct: (count: number) => (count === 0 ? 'Speichern, niemand wird benachrichtigt' : `Speichern und ${people(count)} benachrichtigen`),
  movesUp: (count: number) => (count === 1 ? 'Eine Person von der Warteliste rückt nach und erhält eine E-Mail.' : `${count} von der Warteliste rücken nach und erhalten eine E-Mail.`),
  movesUpAct: (count: number) => (count === 1 ? 'Speichern, eine Person rückt nach' : `Speichern, ${count} Personen rücken nach`),
  cancelAct: (count: number) => (count === 0 ? 'Veranstaltung absagen, niemand wird benachrichtigt' : `Veranstaltung absagen und ${people(count)} benachrichtigen`),
}
