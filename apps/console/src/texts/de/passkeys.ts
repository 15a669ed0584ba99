export const passkeys = {
  title: 'Passkeys', says: 'Ihr Gerät meldet Sie an, mit Fingerabdruck, Gesicht oder PIN. Ein Passkey ersetzt Passwort und zweiten Faktor.',
  notHere: 'Passkeys sind nur unter einem Namen möglich, nicht unter einer Netzadresse wie dieser.',
  label: 'Name des Passkeys', labelHint: 'Zum Wiedererkennen, zum Beispiel „Dienstlaptop“.', add: 'Passkey anlegen', added: 'Der Passkey ist angelegt.',
  since: (when: string) => `angelegt ${when}`, last: (when: string) => `zuletzt benutzt ${when}`,
  remove: 'Entfernen', removeLabel: (label: string) => `Passkey entfernen: ${label}`, removeAsk: (label: string) => `Den Passkey „${label}“ entfernen?`, removeSays: ['Damit kann sich niemand mehr anmelden.', 'Löschen Sie ihn danach auch auf dem Gerät.'], removed: 'Der Passkey ist entfernt.',
  signIn: 'Mit Passkey anmelden', left: 'Das Gerät hat keinen Passkey vorgelegt. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg.', instead: 'Oder legen Sie einen Passkey an, der beides ersetzt:',
}
