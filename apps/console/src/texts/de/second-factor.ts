export const secondFactor = {
  giveTitle: 'Zweiter Schritt', giveLead: 'Geben Sie den Code an, den Ihre App gerade zeigt, oder einen Ihrer Wiederherstellungscodes.', code: 'Code', give: 'Weiter', leave: 'Abbrechen und abmelden',
  setUpTitle: 'Zweiten Faktor einrichten', setUpLead: 'Ihre Rollen erlauben, Daten auszugeben oder Zugänge zu verwalten. Dafür genügt ein Passwort nicht: Richten Sie eine App ein, die Codes zeigt.',
  title: 'Zweiter Faktor', hintNeeded: 'Ihre Rollen verlangen einen.', hintFree: 'Freiwillig. Ein gestohlenes Passwort genügt dann nicht.',
  appTitle: 'App für Codes', appSays: 'Zeigt alle 30 Sekunden einen Code mit sechs Ziffern, auch ohne Netz.', appIsSet: 'Eingerichtet.', appNotSet: 'Nicht eingerichtet.',
  setUp: 'App einrichten', remove: 'App entfernen', removed: 'Die App ist entfernt.', removeAsk: 'Die App für Codes entfernen?', removeSays: ['Ihre Codes gelten dann nicht mehr.', 'Verlangen Ihre Rollen einen zweiten Faktor, richten Sie danach einen neuen ein.'],
  scan: 'Lesen Sie dieses Bild mit der App ein, oder tippen Sie den Schlüssel ab.', picture: 'QR-Code für die App; der Schlüssel steht daneben als Text', seed: 'Schlüssel', firstCode: 'Code, den die App jetzt zeigt', confirm: 'App verwenden', added: 'Der zweite Faktor ist eingerichtet.',
  codesTitle: 'Ihre Wiederherstellungscodes', codesLead: 'Heben Sie diese Codes getrennt vom Telefon auf, ausgedruckt oder in einem Passwortspeicher. Jeder ersetzt einmal den zweiten Faktor. Sie werden nur jetzt gezeigt.',
  codesKept: 'Ich habe die Codes aufgehoben', codesLeft: (count: number) => (count === 1 ? 'Noch 1 Wiederherstellungscode.' : `Noch ${count} Wiederherstellungscodes.`), codesRenew: 'Neue Codes erzeugen',
  on: 'mit zweitem Faktor', off: 'ohne zweiten Faktor',
  resetTitle: 'Zweite Faktoren zurücksetzen', resetText: 'Für eine Person, die Telefon und Codes verloren hat. Sie richtet danach einen neuen zweiten Faktor ein.', reset: 'Zurücksetzen',
  resetAsk: (name: string) => `Alle zweiten Faktoren von ${name} zurücksetzen?`, resetSays: ['App, Passkeys und Wiederherstellungscodes gelten nicht mehr, und alle Sitzungen enden.', 'Vergewissern Sie sich, dass wirklich diese Person darum bittet.'],
  resetDone: (name: string) => `${name} hat keinen zweiten Faktor mehr.`,
}

export const proof = {
  title: 'Sind Sie es?', text: 'Wie man sich mit Ihrem Zugang anmeldet, ändern nur Sie. Ihre letzte Anmeldung ist länger als zehn Minuten her; danach geht es hier weiter.',
  password: 'Ihr Passwort', code: 'Code aus der App oder Wiederherstellungscode', passkey: 'Mit Passkey', go: 'Weiter',
  anew: 'Melden Sie sich ab und neu an. In den ersten zehn Minuten danach wird hier nicht gefragt.',
}
