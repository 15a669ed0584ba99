/** Texts of the invented host: complete and plausible, and marked as what they are. */
export const inventedHost = {
  organisation: {
    name: 'Landesbüro Dialog (Demo)',
    shortName: 'Landesbüro (Demo)',
    land: 'DE-RP' as const,
    street: 'Brückenstraße 12',
    postcode: '05117',
    city: 'Rebheim am Stein',
  },
  senderName: 'Landesbüro Dialog (Demo)',
  senderEmail: 'barrierefrei@dialogwerk.example',
  easyLanguage: `Diese Seite ist ein Beispiel.

Das Landesbüro Dialog gibt es nicht wirklich.

# Was finden Sie hier?

Auf dieser Internet-Seite stehen Veranstaltungen.

- Sie sehen: Wann ist die Veranstaltung?
- Sie sehen: Wo ist die Veranstaltung?
- Sie können sich anmelden.

# Wie melden Sie sich an?

Sie klicken auf: Jetzt anmelden.

Sie schreiben Ihren Namen und Ihre E-Mail-Adresse auf.

Dann bekommen Sie eine E-Mail.

In der E-Mail ist ein Link. Sie klicken auf den Link.

# Haben Sie ein Problem mit der Seite?

Dann sagen Sie es uns. Klicken Sie unten auf: Barriere melden.`,
  imprint: `Demo-Text. Diesen Gastgeber gibt es nicht, ebenso wenig den Ort und die Anschrift. Vor dem Betrieb setzt jede Stelle hier ihre eigenen Angaben ein.

Landesbüro Dialog (Demo)
Brückenstraße 12
05117 Rebheim am Stein

Telefon: 030 23125-000
E-Mail: landesbuero@dialogwerk.example

Vertreten durch die Leitung, Dr. Henrike Beispiel
Aufsicht: Ministerium für Zusammenhalt (erfunden)
Verantwortlich für den Inhalt nach § 18 Absatz 2 MStV: Dr. Henrike Beispiel, Anschrift wie oben`,
  privacy: `Demo-Text. Er zeigt, was eine Datenschutzerklärung an dieser Stelle sagt; Sie lesen hier keine Erklärung einer bestehenden Behörde.

# Verantwortlich

Landesbüro Dialog (Demo), Brückenstraße 12, 05117 Rebheim am Stein, landesbuero@dialogwerk.example. Die Datenschutzbeauftragte erreichen Sie unter datenschutz@dialogwerk.example.

# Wozu wir Ihre Angaben verwenden

Wir führen mit Ihren Angaben die Veranstaltung durch: Wir bestätigen Ihre E-Mail-Adresse, vergeben die Plätze, senden Ihnen Termine und Änderungen und führen die Teilnahmeliste. Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit § 3 BDSG; Fotos und Hinweise auf weitere Veranstaltungen beruhen auf Ihrer Einwilligung, Artikel 6 Absatz 1 Buchstabe a DSGVO.

# Wer Ihre Angaben erhält

Das Organisationsteam und, soweit nötig, Dienstleister vor Ort. Listen für Fördergeber enthalten nur, was der Zuwendungsbescheid verlangt. Ihre Angaben verlassen den Europäischen Wirtschaftsraum nicht.

# Wie lange wir sie behalten

Anmeldungen ohne Bestätigung: 48 Stunden. Alles andere bleibt, bis die Beispieldaten dieser Installation gelöscht werden.

# Ihre Rechte

Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen, widersprechen und Einwilligungen jederzeit für die Zukunft widerrufen. Ihren persönlichen Link finden Sie in jeder E-Mail zu Ihrer Anmeldung. Beschweren können Sie sich bei jeder Aufsichtsbehörde für den Datenschutz.

# Cookies

Diese Seiten setzen keine Cookies und laden nichts von Dritten.`,
  accessibility: `Demo-Text. Eine Behörde setzt hier ihre eigene Erklärung ein.

Das Landesbüro Dialog (Demo) ist bemüht, diese Seiten barrierefrei zugänglich zu machen, nach dem Behindertengleichstellungsgesetz und der Barrierefreie-Informationstechnik-Verordnung (BITV 2.0).

# Stand der Vereinbarkeit

Die Seiten sind für die Norm EN 301 549 und die WCAG 2.2 auf Stufe AA angelegt. Inhalte in Deutscher Gebärdensprache fehlen noch.`,
}

/** What Hosts.save does not take: the information text (Art. 13 GDPR) in English, and the wording of the consents, kept by version. */
export const inventedHostNotices = [
  {
    kind: 'privacy', language: 'en',
    body: `Demo text. It shows what a privacy statement says in this place; no existing body is speaking here.

# Controller

Landesbüro Dialog (Demo), Brückenstraße 12, 05117 Rebheim am Stein, landesbuero@dialogwerk.example. You reach the data protection officer at datenschutz@dialogwerk.example.

# What we use your details for

We use them to run the event: we confirm your e-mail address, give places, send you dates and changes, and keep the list of participants. The legal basis is Article 6(1)(e) GDPR with section 3 of the Federal Data Protection Act; photos and news of further events rest on your consent, Article 6(1)(a) GDPR.

# Who receives your details

The organising team and, where needed, service providers at the venue. Lists for funding bodies hold only what the grant demands. Your details do not leave the European Economic Area.

# How long we keep them

Registrations that were not confirmed: 48 hours. Everything else stays until the sample data of this installation is deleted.

# Your rights

You may ask for access, correction, erasure and restriction, object, and withdraw consents for the future at any time. Your personal link is in every mail about your registration. You may complain to any supervisory authority for data protection.

# Cookies

These pages set no cookies and load nothing from third parties.`,
  },
  {
    kind: 'consent:photo', language: 'de',
    body: 'Ich bin damit einverstanden, dass das Landesbüro Dialog (Demo) Fotos der Veranstaltung, auf denen ich zu sehen bin, auf seinen Seiten veröffentlicht. Die Einwilligung ist freiwillig; ich kann sie jederzeit für die Zukunft widerrufen.',
  },
  {
    kind: 'consent:photo', language: 'en',
    body: 'I agree that Landesbüro Dialog (Demo) publishes photos of the event that show me on its pages. My consent is voluntary, and I can withdraw it for the future at any time.',
  },
  {
    kind: 'consent:contact_later', language: 'de',
    body: 'Das Landesbüro Dialog (Demo) darf mir Hinweise auf weitere Veranstaltungen senden. Die Einwilligung ist freiwillig; ich kann sie jederzeit für die Zukunft widerrufen.',
  },
  {
    kind: 'consent:contact_later', language: 'en',
    body: 'Landesbüro Dialog (Demo) may tell me about further events. My consent is voluntary, and I can withdraw it for the future at any time.',
  },
] as const
