import type { ComposedMail, MailEnvelope } from '../../libs/mailing/src/compose/index.js'
import { composeLetter, composeMessage } from '../../libs/mailing/src/compose/index.js'
import { barrierContent } from '../../libs/mailing/src/domain/barrier-content.js'
import { colleagueContent } from '../../libs/mailing/src/domain/colleague-content.js'
import { MAIL_KIND_RULES, MAIL_KINDS, type MailFacts, type MailKind, type MailLanguage } from '../../libs/mailing/src/domain/index.js'

const WHY_CANCELLED = { de: 'Der Saal steht nach einem Wasserschaden nicht zur Verfügung.', en: 'The hall is not available after a burst pipe.' }
const PAGE = 'https://dialog.example/zukunftsdialog/luebeck-2027'

/** One event with everything a mail can show, and one person. */
export function sampleFacts(language: MailLanguage, part: Partial<MailFacts> = {}): MailFacts {
  return {
    language,
    event: {
      title: 'Teilhabe vor Ort verankern', seriesTitle: 'Zukunftsdialog', edition: 2,
      guidingQuestion: 'Wie wird Integration eine feste Aufgabe vor Ort?',
      days: [{ date: '2027-01-14', startsAt: '11:00', endsAt: '18:30' }, { date: '2027-01-15', startsAt: '09:00', endsAt: '13:30' }],
      zone: 'Europe/Berlin', mode: 'hybrid',
      venue: { name: 'Bürgerhaus am Hafen', street: 'Kaistraße 12', postcode: '23552', city: 'Lübeck' },
      onlineLink: 'https://konferenz.example/raum/7?x=1&y=2',
      agenda: [{ startsAt: '11:00', title: 'Begrüßung; Grußworte' }, { startsAt: '14:00', title: 'Werkstätten' }, { title: 'Abend: offenes Gespräch' }],
      pageUrl: PAGE,
    },
    host: {
      name: 'Integrationsbeauftragte', senderName: 'Organisationsteam Zukunftsdialog', senderContact: 'Telefon 030 0000-114',
      claim: 'Gefördert von der Beauftragten der Bundesregierung für Migration, Flüchtlinge und Integration aufgrund eines Beschlusses des Deutschen Bundestags.',
      imprintLines: ['Geschäftsstelle Zukunftsdialog', 'Musterallee 1, 10115 Berlin'],
      imprintUrl: 'https://dialog.example/impressum', privacyUrl: 'https://dialog.example/datenschutz', accessibilityUrl: 'https://dialog.example/barrierefreiheit',
    },
    person: {
      salutation: 'frau', title: 'Dr.', officeSalutation: null, givenNames: 'Şükran', familyName: 'Öztürk', displayName: 'Dr. Şükran Öztürk', email: 's.oeztuerk@stadt.example',
    },
    links: {
      confirm: 'https://dialog.example/t/c0nf1rm.mac', manage: 'https://dialog.example/t/k7Qm4x.mac', register: `${PAGE}/anmelden`,
    },
    waitingPosition: 3,
    confirmUntil: language === 'de' ? 'Freitag, 27. November 2026, 09:00 Uhr' : 'Friday, 27 November 2026, 09:00',
    standing: 'waiting',
    reason: language === 'de' ? 'Die Plätze für Kommunen sind vergeben.' : 'The places for municipalities are taken.',
    ...part,
  }
}

/** The post side of a sample mail; a calendar where the kind usually carries one. */
export function sampleEnvelope(kind: MailKind): MailEnvelope {
  const method = kind === 'waiting' ? null : MAIL_KIND_RULES[kind].method
  const envelope: MailEnvelope = {
    from: { name: 'Organisationsteam Zukunftsdialog', address: 'einladung@dialog.example' },
    replyTo: { name: 'Organisationsteam Zukunftsdialog', address: 'antwort+7f3a9c@dialog.example' },
    messageId: `${kind}.7f3a9c@dialog.example`,
    verpAddress: 'zurueck+7f3a9c@dialog.example',
  }
  if (!method) return envelope
  const calendar = {
    uid: '3f0c5a9e7b1d4826a0c4e8f21b9d6053@dialog.example', stampedAt: '2026-11-25T08:00:00.000Z', organiserAddress: 'antwort+7f3a9c@dialog.example', method,
  }
  return {
    ...envelope,
    calendar: method === 'REQUEST' ? { ...calendar, sequence: kind === 'event_changed' ? 1 : 0, status: 'CONFIRMED' } : { ...calendar, sequence: 1, status: 'CANCELLED' },
  }
}

/** The letters that are about no registration, composed: to a colleague and to a host. */
export function sampleColleagueMails(): { name: string, mail: ComposedMail }[] {
  return (['de', 'en'] as const).flatMap((language) => {
    const { host } = sampleFacts(language)
    const barrier = { language, host, reportedAt: 'Mittwoch', consoleUrl: 'https://dialog.example/console/barrieren' }
    const colleague = { language, host, name: 'Kim Muster', email: 'kim@stadt.example', inviter: 'Ada Admin', roles: [{ role: 'Leitung', where: ['Reihe'] }] }
    const contents = {
      account_invited: colleagueContent({ ...colleague, link: { kind: 'invited', url: 'https://dialog.example/anmelden/k.mac', until: 'Freitag' } }),
      role_given: colleagueContent({ ...colleague, link: { kind: 'givenRole', url: 'https://dialog.example/console' } }),
      barrier_reported: barrierContent({ ...barrier, said: { text: 'Der Knopf ist ohne Namen.', page: '/de', contact: 'ada@melder.example' } }),
      barrier_reported_elsewhere: barrierContent({ ...barrier, said: null }),
    }
    const { calendar: _none, ...envelope } = sampleEnvelope('waiting')
    return Object.entries(contents).map(([kind, content]) => ({ name: `${kind}.${language}`, mail: composeLetter(content, { host, language }, { name: 'Kim Muster', email: 'kim@stadt.example' }, envelope) }))
  })
}

/** Every kind in every language, composed. */
export function sampleMails(): { name: string, kind: MailKind, language: MailLanguage, mail: ComposedMail }[] {
  return MAIL_KINDS.flatMap((kind) => (['de', 'en'] as const).map((language) => ({
    name: `${kind}.${language}`, kind, language, mail: composeMessage(kind, sampleFacts(language, kind === 'event_cancelled' ? { reason: WHY_CANCELLED[language] } : {}), sampleEnvelope(kind)),
  })))
}
