import type { MailLanguage } from '../mail-facts.js'

/** What a letter to a colleague says. `{displayName}` is whoever invited, `{confirmUntil}` until when the link works. */
export interface ColleagueTexts {
  /** By whether the account still has to be entered for the first time. */
  invited: ColleagueLetterTexts
  givenRole: ColleagueLetterTexts
  /** A link to choose a new password; nobody invited, so `{displayName}` is not filled. */
  reset: ColleagueLetterTexts & { account: string; source: string }
  roles: string
  whole: string
  series: (title: string) => string
  event: (title: string) => string
  onlyLand: (land: string) => string
  until: (day: string) => string
  source: string
}

export interface ColleagueLetterTexts {
  subject: string
  kicker: string
  title: string
  preheader: string
  lead: readonly string[]
  button: string
  after: readonly string[]
}

export const colleagueTexts: Readonly<Record<MailLanguage, ColleagueTexts>> = {
  de: {
    invited: {
      subject: 'Einladung: Ihr Zugang zur Konsole',
      kicker: 'Zugang für das Organisationsteam',
      title: 'Ihr Zugang zur Konsole',
      preheader: 'Richten Sie Ihren Zugang bis {confirmUntil} ein.',
      lead: ['{displayName} hat für Sie einen Zugang zur Konsole angelegt, in der Veranstaltungen und Teilnehmende verwaltet werden.', 'Mit der Schaltfläche melden Sie sich zum ersten Mal an und wählen ein Passwort.'],
      button: 'Zugang einrichten',
      after: [
        'Der Link gilt bis {confirmUntil} und nur einmal. Bitte leiten Sie ihn nicht weiter.',
        'Haben Sie damit nicht gerechnet? Dann brauchen Sie nichts zu tun: Ohne den Link wird der Zugang nicht benutzt.',
      ],
    },
    givenRole: {
      subject: 'Neue Rolle in der Konsole',
      kicker: 'Zugang für das Organisationsteam',
      title: 'Sie haben eine neue Rolle',
      preheader: 'Ihr Zugang reicht jetzt weiter.',
      lead: ['{displayName} hat Ihrem Zugang zur Konsole eine Rolle gegeben. Es gelten jetzt die folgenden.'],
      button: 'Konsole öffnen',
      after: ['Sie melden sich an wie bisher.'],
    },
    reset: {
      subject: 'Neues Passwort für die Konsole',
      kicker: 'Zugang für das Organisationsteam',
      title: 'Neues Passwort wählen',
      preheader: 'Der Link gilt bis {confirmUntil}.',
      lead: ['Für Ihren Zugang zur Konsole wurde ein neues Passwort angefordert.', 'Mit der Schaltfläche wählen Sie es. Danach sind Sie überall abgemeldet und melden sich mit dem neuen Passwort an.'],
      button: 'Neues Passwort wählen',
      after: [
        'Der Link gilt bis {confirmUntil} und nur einmal. Bitte leiten Sie ihn nicht weiter.',
        'Haben Sie das nicht angefordert? Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
      ],
      account: 'Zugang',
      source: 'Sie erhalten diese Nachricht, weil für diese Adresse auf der Anmeldeseite ein neues Passwort angefordert wurde.',
    },
    roles: 'Ihre Rollen',
    whole: 'ganzes Programm',
    series: (title) => `Reihe „${title}“`,
    event: (title) => `Veranstaltung „${title}“`,
    onlyLand: (land) => `nur ${land}`,
    until: (day) => `bis ${day}`,
    source: 'Sie erhalten diese Nachricht, weil {displayName} diese Adresse für einen Zugang angegeben hat.',
  },
  en: {
    invited: {
      subject: 'Invitation: your access to the console',
      kicker: 'Access for the organising team',
      title: 'Your access to the console',
      preheader: 'Set up your access by {confirmUntil}.',
      lead: ['{displayName} has made an account for you in the console, where events and participants are managed.', 'With the button you sign in for the first time and choose a password.'],
      button: 'Set up access',
      after: [
        'The link works until {confirmUntil} and only once. Please do not pass it on.',
        'You did not expect this? Then there is nothing to do: without the link the account is not used.',
      ],
    },
    givenRole: {
      subject: 'New role in the console',
      kicker: 'Access for the organising team',
      title: 'You have a new role',
      preheader: 'Your access now reaches further.',
      lead: ['{displayName} has given your account in the console a role. These hold now.'],
      button: 'Open the console',
      after: ['You sign in as before.'],
    },
    reset: {
      subject: 'New password for the console',
      kicker: 'Access for the organising team',
      title: 'Choose a new password',
      preheader: 'The link works until {confirmUntil}.',
      lead: ['Somebody asked for a new password for your account in the console.', 'With the button you choose it. You are then signed out everywhere and sign in with the new password.'],
      button: 'Choose a new password',
      after: [
        'The link works until {confirmUntil} and only once. Please do not pass it on.',
        'It was not you who asked? Then there is nothing to do: your password stays as it is.',
      ],
      account: 'Account',
      source: 'You get this message because a new password was asked for with this address on the sign-in page.',
    },
    roles: 'Your roles',
    whole: 'the whole programme',
    series: (title) => `series “${title}”`,
    event: (title) => `event “${title}”`,
    onlyLand: (land) => `${land} only`,
    until: (day) => `until ${day}`,
    source: 'You get this message because {displayName} gave this address for an account.',
  },
}
