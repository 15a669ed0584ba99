/** `name` is what people call the provider, from the configuration: "Servicekonto". */
export const oidc = {
  signIn: (name: string) => `Mit ${name} anmelden`, someName: 'Anmeldedienst',
  title: (name: string) => `Anmeldung mit ${name}`, says: (name: string) => `Verbinden Sie Ihren Zugang einmal, dann melden Sie sich mit ${name} an statt mit Ihrem Passwort.`,
  saysBound: (name: string) => `Sie melden sich mit ${name} an. Ein Passwort, das Sie haben, gilt weiter.`,
  bind: (name: string) => `Mit ${name} verbinden`, bound: (name: string) => `Ihr Zugang ist mit ${name} verbunden.`, instead: 'Oder melden Sie sich künftig ohne Passwort an:',
  isBound: 'Verbunden', since: (when: string) => `seit ${when}`, last: (when: string) => `zuletzt benutzt ${when}`,
  remove: 'Trennen', removeAsk: (name: string) => `Ihren Zugang von ${name} trennen?`, removeSays: ['Damit melden Sie sich dann nicht mehr an.', 'Haben Sie kein Passwort, wählen Sie danach eines.'], removed: (name: string) => `Ihr Zugang ist von ${name} getrennt.`,
  ends: {
    denied: (name: string) => `Die Anmeldung mit ${name} wurde abgebrochen.`,
    failed: (name: string) => `Die Anmeldung mit ${name} ist nicht zustande gekommen. Vielleicht hat sie zu lange gedauert oder war schon benutzt. Beginnen Sie noch einmal. Hilft das nicht, melden Sie sich auf einem anderen Weg an, und sagen Sie es der Person, die bei Ihnen die Zugänge verwaltet.`,
    unavailable: (name: string) => `${name} antwortet gerade nicht oder nicht richtig. Versuchen Sie es später noch einmal, oder melden Sie sich auf einem anderen Weg an, etwa mit Passwort oder Passkey. Bleibt es so, sagen Sie es der Person, die bei Ihnen die Zugänge verwaltet.`,
    unknown: (name: string) => `Zu Ihrer Anmeldung mit ${name} gehört hier kein Zugang. Haben Sie schon einen, melden Sie sich auf anderem Weg an und verbinden Sie ihn unter „Mein Zugang“. Sonst lassen Sie sich einladen: von der Person, die bei Ihnen die Zugänge verwaltet.`,
    taken: (name: string) => `Diese Anmeldung mit ${name} ist schon mit einem anderen Zugang verbunden. Fragen Sie die Person, die bei Ihnen die Zugänge verwaltet.`,
    already: (name: string) => `Ihr Zugang ist schon mit einer anderen Anmeldung bei ${name} verbunden. Trennen Sie ihn zuerst.`,
  },
  resetSays: (name: string) => `Auch die Verbindung mit ${name} wird getrennt.`,
  account: (name: string) => `verbunden mit ${name}`,
  ofTitle: (name: string) => `Von ${name} trennen`, ofText: (name: string) => `Diese Person meldet sich mit ${name} an. Danach braucht sie ihr Passwort oder fordert ein neues an.`,
  ofAsk: (name: string) => `Den Zugang von ${name} trennen?`, ofSays: ['Die Anmeldung über den Dienst gilt nicht mehr, und alle Sitzungen enden.', 'Verbinden kann den Zugang nur die Person selbst.'], ofDone: (name: string) => `Der Zugang von ${name} ist getrennt.`,
}
