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

Verantwortlich
Landesbüro Dialog (Demo), Brückenstraße 12, 05117 Rebheim am Stein, landesbuero@dialogwerk.example. Die Datenschutzbeauftragte erreichen Sie unter datenschutz@dialogwerk.example.

Wozu wir Ihre Angaben verwenden
Wir führen mit Ihren Angaben die Veranstaltung durch: Wir bestätigen Ihre E-Mail-Adresse, vergeben die Plätze, senden Ihnen Termine und Änderungen und führen die Teilnahmeliste. Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e DSGVO in Verbindung mit § 3 BDSG; Fotos und Hinweise auf weitere Veranstaltungen beruhen auf Ihrer Einwilligung, Artikel 6 Absatz 1 Buchstabe a DSGVO.

Wer Ihre Angaben erhält
Das Organisationsteam und, soweit nötig, Dienstleister vor Ort. Listen für Fördergeber enthalten nur, was der Zuwendungsbescheid verlangt. Ihre Angaben verlassen den Europäischen Wirtschaftsraum nicht.

Wie lange wir sie behalten
Anmeldungen ohne Bestätigung: 48 Stunden. Absagen und Wartelisten: sechs Monate nach der Veranstaltung. Nachweise der Teilnahme: bis zum Ablauf der Aufbewahrungsfrist der Förderung, danach werden sie gelöscht.

Ihre Rechte
Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen, widersprechen und Einwilligungen jederzeit für die Zukunft widerrufen. Ihren persönlichen Link finden Sie in jeder E-Mail zu Ihrer Anmeldung. Beschweren können Sie sich bei jeder Aufsichtsbehörde für den Datenschutz.

Cookies
Diese Seiten setzen keine Cookies und laden nichts von Dritten.`,
  accessibility: `Demo-Text. Eine Behörde setzt hier ihre eigene Erklärung ein.

Das Landesbüro Dialog (Demo) ist bemüht, diese Seiten barrierefrei zugänglich zu machen, nach dem Behindertengleichstellungsgesetz und der Barrierefreie-Informationstechnik-Verordnung (BITV 2.0).

Stand der Vereinbarkeit
Die Seiten sind für die Norm EN 301 549 und die WCAG 2.2 auf Stufe AA angelegt. Inhalte in Leichter Sprache und in Deutscher Gebärdensprache fehlen noch.

Barriere melden
Schreiben Sie an barrierefrei@dialogwerk.example. Wir antworten innerhalb von vier Wochen.

Schlichtung
Kommt keine Lösung zustande, können Sie sich an die Schlichtungsstelle nach § 16 BGG wenden.`,
}

/** Information text (Art. 13 GDPR) and wording of the consents, kept by version with every registration. */
export const inventedHostNotices = {
  privacy: {
    de: 'Demo-Text. Das Landesbüro Dialog (Demo) verarbeitet Ihre Angaben, um diese Veranstaltung durchzuführen (Artikel 6 Absatz 1 Buchstabe e DSGVO): Adresse bestätigen, Plätze vergeben, Termine senden, Teilnahme nachweisen. Empfänger ist das Organisationsteam. Unbestätigte Anmeldungen löschen wir nach 48 Stunden, Absagen nach sechs Monaten, Nachweise der Teilnahme nach Ablauf der Frist der Förderung. Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Widerspruch und Beschwerde bei einer Aufsichtsbehörde. Alles Weitere steht in der Datenschutzerklärung.',
    en: 'Demo text. Landesbüro Dialog (Demo) uses your details to run this event (Article 6(1)(e) GDPR): to confirm your address, give places, send dates and prove attendance. The organising team receives them. Unconfirmed registrations are deleted after 48 hours, cancellations after six months, proof of attendance when the period of the grant has ended. You may ask for access, correction and erasure, object, and complain to a supervisory authority. The privacy statement has the details.',
  },
  'consent:photo': {
    de: 'Ich bin damit einverstanden, dass das Landesbüro Dialog (Demo) Fotos der Veranstaltung, auf denen ich zu sehen bin, auf seinen Seiten veröffentlicht. Die Einwilligung ist freiwillig; ich kann sie jederzeit für die Zukunft widerrufen.',
    en: 'I agree that Landesbüro Dialog (Demo) publishes photos of the event that show me on its pages. My consent is voluntary, and I can withdraw it for the future at any time.',
  },
  'consent:contact_later': {
    de: 'Das Landesbüro Dialog (Demo) darf mir Hinweise auf weitere Veranstaltungen senden. Die Einwilligung ist freiwillig; ich kann sie jederzeit für die Zukunft widerrufen.',
    en: 'Landesbüro Dialog (Demo) may tell me about further events. My consent is voluntary, and I can withdraw it for the future at any time.',
  },
} as const
