/** The log of changes: what was done, by whom, to what. */
export const audit = {
  file: 'protokoll',
  columns: ['Zeitpunkt (UTC)', 'Durch', 'Name', 'Vorgang', 'Gegenstand', 'Name des Gegenstands', 'Veranstaltung', 'Inhalt', 'Kennung'],
  actors: { account: 'Mitarbeitende', participant: 'Teilnehmende Person', body: 'Benennende Stelle', system: 'Programm', import: 'Import' } as Record<string, string>,
  kinds: {
    event: 'Veranstaltung', series: 'Reihe', node: 'Reihe oder Veranstaltung', participation: 'Teilnahme', account: 'Zugang', organisation: 'Organisation', notice: 'Rechtstext', format: 'Format',
    outbox: 'E-Mail', keys: 'Schlüssel', retention: 'Löschlauf', audit: 'Protokoll', contact: 'Kontakt', host: 'Gastgeber', barrier_report: 'Gemeldete Barriere',
  } as Record<string, string>,
  /** By the name of the action; what has no words yet shows that name. */
  actions: {
    'barrier.report': 'Barriere gemeldet', 'barrier.close': 'Meldung einer Barriere geschlossen', 'host.create': 'als Gastgeber eingerichtet', 'host.update': 'Texte des Gastgebers geändert', 'account.create': 'Zugang angelegt', 'account.link': 'Anmeldelink erzeugt', 'account.password': 'Passwort gewählt', 'account.sign_in': 'in der Konsole angemeldet', 'account.prove': 'noch einmal ausgewiesen', 'account.close': 'Zugang geschlossen', 'account.language': 'Sprache der E-Mails gewählt', 'account.bind': 'mit Anmeldedienst verbunden', 'account.unbind': 'vom Anmeldedienst getrennt', 'session.end': 'Sitzungen beendet',
    'factor.add': 'zweiten Faktor eingerichtet', 'factor.remove': 'zweiten Faktor entfernt', 'factor.give': 'zweiten Faktor angegeben', 'factor.codes': 'neue Wiederherstellungscodes', 'factor.reset': 'zweite Faktoren zurückgesetzt',
    'account.invite': 'eingeladen', 'role.give': 'Rolle gegeben', 'role.revoke': 'Rolle entzogen', 'audit.export': 'Protokoll ausgegeben', 'audit.cut': 'Protokoll gekürzt',
    'consent.revoke': 'Einwilligung widerrufen', 'event.capacity': 'Plätze geändert', 'event.change': 'Veranstaltung geändert', 'event.create': 'Veranstaltung angelegt',
    'event.save_the_date': 'Termin angekündigt', 'event.publish': 'veröffentlicht', 'event.close': 'Anmeldung geschlossen', 'event.questions': 'Fragen der Anmeldung geändert', 'format.questions': 'Fragen des Formats geändert', 'participation.answer': 'Antworten geändert', 'reading.needs': 'Liste der Unterstützung gelesen', 'reading.needs_csv': 'Liste der Unterstützung ausgegeben (CSV)', 'reading.answers': 'Antworten und Unterstützung einer Person gelesen', 'reading.file': 'Datei geöffnet', 'event.reopen': 'Anmeldung wieder geöffnet', 'event.start': 'begonnen',
    'event.finish': 'beendet', 'event.account': 'abgerechnet', 'event.cancel': 'Veranstaltung abgesagt', 'format.create': 'Format angelegt', 'mail.again': 'E-Mail noch einmal gesendet',
    'event.record': 'nachträglich eingetragen', 'contribution.add': 'Mitwirkung eingetragen', 'document.add': 'Unterlage eingetragen', 'funding.add': 'Förderung eingetragen', 'result.add': 'Ergebnis eingetragen',
    'node.roles': 'Beteiligte geändert', 'notice.save': 'Rechtstext gespeichert', 'organisation.create': 'Organisation angelegt', 'organisation.update': 'Organisation geändert',
    'series.create': 'Reihe angelegt', 'series.change': 'Reihe geändert', 'participation.register': 'angemeldet', 'participation.note': 'vorgemerkt', 'participation.accept': 'zugesagt',
    'participation.confirm': 'Platz gegeben', 'participation.wait': 'auf die Warteliste gesetzt', 'participation.refuse': 'abgelehnt', 'participation.promote': 'nachgerückt',
    'participation.withdraw': 'abgemeldet', 'participation.decline': 'abgesagt', 'participation.edit': 'Angaben geändert', 'participation.correct': 'Angaben berichtigt',
    'keys.reseal': 'mit neuem Schlüssel versiegelt', 'participation.expire': 'nicht bestätigt, gelöscht', 'retention.delete': 'nach Frist gelöscht',
    'participation.anonymise': 'Angaben gelöscht', 'participation.keep_proof': 'auf den Nachweis gekürzt', 'person.export': 'Auskunft erteilt', 'person.erase': 'Löschung ausgeführt',
    'attendance.export_csv': 'Anwesenheitsliste ausgegeben (CSV)', 'attendance.export_xlsx': 'Anwesenheitsliste ausgegeben (XLSX)',
  } as Record<string, string>,
}
