/** Barriers that people reported, and the host's duties under the law of accessibility. */
export const barriers = {
  open: (count: number) => (count === 0 ? 'Keine Meldung ist offen' : count === 1 ? 'Eine Meldung ist offen' : `${count} Meldungen sind offen`),
  shown: (shown: number, total: number) => `${shown} von ${total} Meldungen, offene zuerst`,
  emptyTitle: 'Keine Barriere gemeldet',
  emptyText: 'Meldungen kommen über das Formular „Barriere melden“, das auf jeder Seite eines Gastgebers verlinkt ist.',
  page: 'Wo', answerTo: 'Antwort an', noAnswer: 'keine Angabe',
  close: 'Schließen', closeOf: (when: string) => `Meldung vom ${when} schließen`, closed: (when: string) => `geschlossen am ${when}`, done: 'Die Meldung ist geschlossen.',
}

export const duties = {
  senderEmail: 'Kontaktadresse', senderEmailHint: 'Hierhin gehen Meldungen von Barrieren. Sie steht in der Erklärung zur Barrierefreiheit und unter den E-Mails.',
  jurisdiction: 'Für die Barrierefreiheit gilt', jurisdictionOfLand: 'das Recht des Landes, in dem die Organisation sitzt', federal: 'das Recht des Bundes (BGG)', ofLand: (land: string) => `das Recht des Landes ${land}`,
  jurisdictionHint: 'Danach richtet sich, welche Schlichtungs- oder Durchsetzungsstelle die Erklärung nennt.',
  arbitration: 'Andere Schlichtungsstelle', arbitrationHint: 'Name, Anschrift und Internetadresse. Steht anstelle der Stelle, die Dialogwerk kennt.',
  easyLanguage: 'Leichte Sprache', easyLanguageHint: 'Was auf den Seiten steht und wie man sich anmeldet, in Leichter Sprache (§ 4 BITV 2.0). Leere Zeilen trennen Absätze.',
  signVideoUrl: 'Video in Gebärdensprache', signVideoUrlHint: 'Adresse, beginnt mit https://. Das Video wird verlinkt und nicht eingebettet.',
  version: (version: number, since: string) => `Es gilt Fassung ${version} vom ${since}. Ein geänderter Text wird eine neue Fassung, frühere bleiben aufbewahrt.`,
}
