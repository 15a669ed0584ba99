import type { Language } from './vocabulary.js'

/**
 * Every address that people see, in one place: pages link by it, controllers listen on it, mails print it.
 * Paths are relative to PUBLIC_URL and start with a slash; slugs are lower-case ASCII and never reused.
 */
const WORDS = {
  de: {
    series: 'reihen', event: 'veranstaltungen', registration: 'anmeldung', sent: 'bitte-bestaetigen', host: 'gastgeber',
    imprint: 'impressum', privacy: 'datenschutz', accessibility: 'barrierefreiheit', easy: 'leichte-sprache', barrier: 'barriere-melden', thanks: 'danke',
  },
  en: {
    series: 'series', event: 'events', registration: 'registration', sent: 'please-confirm', host: 'hosts',
    imprint: 'imprint', privacy: 'privacy', accessibility: 'accessibility', easy: 'leichte-sprache', barrier: 'report-a-barrier', thanks: 'thank-you',
  },
} as const

export type LegalPage = 'imprint' | 'privacy' | 'accessibility' | 'easy'

export const addresses = {
  home: (language: Language) => `/${language}`,
  series: (language: Language, slug: string) => `/${language}/${WORDS[language].series}/${slug}`,
  event: (language: Language, slug: string) => `/${language}/${WORDS[language].event}/${slug}`,
  /** The event in Leichte Sprache. */
  eventEasy: (language: Language, slug: string) => `${addresses.event(language, slug)}/${WORDS[language].easy}`,
  registration: (language: Language, slug: string) => `${addresses.event(language, slug)}/${WORDS[language].registration}`,
  /** "Check your mail": the same page whether the address was new or known. */
  registrationSent: (language: Language, slug: string) => `${addresses.registration(language, slug)}/${WORDS[language].sent}`,
  legal: (language: Language, hostSlug: string, page: LegalPage) =>
    `/${language}/${WORDS[language].host}/${hostSlug}/${WORDS[language][page]}`,
  /** The form by which barriers are reported to a host, and where it leads. */
  barrier: (language: Language, hostSlug: string) => `/${language}/${WORDS[language].host}/${hostSlug}/${WORDS[language].barrier}`,
  barrierSent: (language: Language, hostSlug: string) => `${addresses.barrier(language, hostSlug)}/${WORDS[language].thanks}`,
  /** Personal links: the token is `selector.mac`; language is taken from the participation. */
  confirm: (token: string) => `/t/${token}/bestaetigen`,
  manage: (token: string) => `/t/${token}`,
  withdraw: (token: string) => `/t/${token}/abmelden`,
  /** The event in Leichte Sprache for its people, where it has no public page. */
  personalEasy: (token: string) => `/t/${token}/leichte-sprache`,
  revokeConsent: (token: string) => `/t/${token}/einwilligung`,
  answers: (token: string) => `/t/${token}/angaben`,
  /** A file that answers a question, by its key. */
  answerFile: (token: string, key: string) => `/t/${token}/datei/${key}`,
  calendar: (token: string) => `/t/${token}/termin.ics`,
  signIn: (token: string) => `/anmelden/${token}`,
  /** Where the provider of OpenID Connect sends the browser back to; registered there as redirect URI. */
  oidcCallback: () => '/anmelden/oidc/callback',
  /** Where the provider itself tells that it has logged somebody out; registered there as back-channel logout URI. */
  oidcLogout: () => '/anmelden/oidc/logout',
  /** Behind the sign of a fragment, which a browser sends to nobody: the token stands in no log, and following the link changes nothing. */
  resetPassword: (token: string) => `/console/passwort#${token}`,
  console: () => '/console',
  mailbox: () => '/postfach',
} as const
