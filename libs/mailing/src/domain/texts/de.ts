import type { MailTexts } from '../mail-texts.js'

const ONLY_FOR_YOU = 'Der Link gilt nur für Sie, bitte leiten Sie ihn nicht weiter.'

/** The German mails. */
export const mailTextsDe: MailTexts = {
  kinds: {
    confirm_request: {
      subject: 'Bitte bestätigen Sie Ihre Anmeldung: {title}',
      kicker: 'Anmeldung bestätigen',
      preheader: 'Der Platz ist noch nicht vergeben. Der Link gilt bis {confirmUntil}.',
      lead: [
        'mit dieser Adresse wurde eine Anmeldung für die Veranstaltung „{title}“ eingetragen. Bitte bestätigen Sie, dass sie von Ihnen kommt.',
        'Der Platz ist noch nicht vergeben. Er wird erst geprüft, wenn Sie die Anmeldung bestätigt haben.',
      ],
      button: { label: 'Anmeldung bestätigen', link: 'confirm', required: true },
      after: [
        'Der Link gilt bis {confirmUntil}. Danach löschen wir die Angaben.',
        'Haben Sie sich nicht angemeldet? Dann brauchen Sie nichts zu tun.',
      ],
      calendar: null,
    },
    already_registered: {
      subject: 'Ihre Anmeldung besteht bereits: {title}',
      kicker: 'Anmeldung besteht',
      preheader: '{standing}',
      lead: [
        'mit dieser Adresse wurde noch einmal eine Anmeldung für die Veranstaltung „{title}“ eingetragen. Es bleibt bei der bestehenden.',
        '{standing}',
      ],
      button: { label: 'Meine Teilnahme ansehen', link: 'manage', required: true },
      after: [`Dort können Sie Ihre Angaben ändern oder absagen. ${ONLY_FOR_YOU}`],
      calendar: null,
    },
    place_confirmed: {
      subject: 'Platz bestätigt: {title}',
      kicker: 'Platz bestätigt',
      preheader: '{date}, {place}',
      lead: ['Ihr Platz bei der Veranstaltung „{title}“ ist bestätigt. Wir freuen uns auf Ihre Teilnahme.'],
      button: { label: 'Meine Teilnahme ansehen', link: 'manage', required: true },
      after: [`Dort können Sie Ihre Angaben ändern oder absagen. ${ONLY_FOR_YOU}`],
      calendar: 'Im Anhang finden Sie den Termin für Ihren Kalender.',
    },
    waiting: {
      subject: 'Warteliste: {title}',
      kicker: 'Warteliste',
      preheader: 'Sie stehen auf der Warteliste an {position} Stelle.',
      lead: [
        'zurzeit sind alle Plätze der Veranstaltung „{title}“ vergeben. Ihre Anmeldung haben wir auf die Warteliste gesetzt.',
        'Sie stehen auf der Warteliste an {position} Stelle.',
        'Wird ein Platz für Sie frei, schreiben wir Ihnen an diese Adresse.',
      ],
      button: { label: 'Meine Teilnahme ansehen', link: 'manage', required: true },
      after: [`Dort sehen Sie Ihren Stand und können absagen. ${ONLY_FOR_YOU}`],
      calendar: null,
    },
    promoted: {
      subject: 'Ein Platz ist frei geworden: {title}',
      kicker: 'Von der Warteliste nachgerückt',
      preheader: 'Ihr Platz ist jetzt bestätigt.',
      lead: [
        'bei der Veranstaltung „{title}“ ist ein Platz frei geworden. Sie sind von der Warteliste nachgerückt, Ihr Platz ist jetzt bestätigt.',
        'Können Sie nicht mehr teilnehmen, sagen Sie bitte auf Ihrer Seite ab. Dann erhält die nächste Person den Platz.',
      ],
      button: { label: 'Meine Teilnahme ansehen', link: 'manage', required: true },
      after: [`Dort können Sie Ihre Angaben ändern oder absagen. ${ONLY_FOR_YOU}`],
      calendar: 'Im Anhang finden Sie den Termin für Ihren Kalender.',
    },
    withdrawn: {
      subject: 'Abgesagt: {title}',
      kicker: 'Absage eingegangen',
      preheader: 'Sie sind nicht mehr angemeldet.',
      lead: ['Ihre Absage für die Veranstaltung „{title}“ ist eingegangen. Sie sind nicht mehr angemeldet.'],
      button: { label: 'Meine Teilnahme ansehen', link: 'manage', required: false },
      after: ['Möchten Sie doch teilnehmen, können Sie sich hier erneut anmelden: {registerLink}'],
      calendar: 'Im Anhang finden Sie die Absage des Termins. Ihr Kalender entfernt damit den Eintrag.',
    },
    refused: {
      subject: 'Kein Platz: {title}',
      kicker: 'Zu Ihrer Anmeldung',
      preheader: 'Wir können Ihnen keinen Platz anbieten.',
      lead: [
        'vielen Dank für Ihre Anmeldung zur Veranstaltung „{title}“. Leider können wir Ihnen keinen Platz anbieten.',
        '{reason}',
      ],
      button: { label: 'Meine Teilnahme ansehen', link: 'manage', required: false },
      after: ['Programm und Ergebnisse finden Sie auf der Seite der Veranstaltung: {pageUrl}'],
      calendar: 'Im Anhang finden Sie die Absage des Termins. Ihr Kalender entfernt damit den Eintrag.',
    },
  },
  standings: {
    unconfirmed: 'Ihre Anmeldung ist noch nicht bestätigt. Den Link dafür haben Sie mit einer früheren E-Mail erhalten.',
    requested: 'Ihre Anmeldung liegt vor. Über den Platz ist noch nicht entschieden.',
    waiting: 'Sie stehen auf der Warteliste.',
    confirmed: 'Ihr Platz ist bestätigt.',
  },
  labels: { time: 'Zeit', place: 'Ort', online: 'Zugang', programme: 'Programm', question: 'Leitfrage' },
  noDate: 'Der Termin steht noch nicht fest.',
  noPlace: 'Der Ort steht noch nicht fest.',
  linkWrittenOut: 'Falls die Schaltfläche nicht erscheint:',
  greeting: 'Mit freundlichen Grüßen',
  source: 'Sie erhalten diese Nachricht, weil diese Adresse bei der Anmeldung zu dieser Veranstaltung angegeben wurde: {pageUrl}',
  privacy: 'Datenschutz',
  imprint: 'Impressum',
  accessibility: 'Barrierefreiheit',
  calendarPage: 'Seite der Veranstaltung',
  calendarPersonal: 'Ihre persönliche Seite',
}
