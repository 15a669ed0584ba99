import type { de } from './de.js'
import { accounts, noRight } from './en/accounts.js'
import { idle, ownAccess, reset } from './en/own-access.js'
import { audit } from './en/audit.js'
import { barriers, duties } from './en/barriers.js'
import { conflict, eventForm, leave, organisation, series } from './en/forms.js'
import { needs } from './en/needs.js'
import { outbox } from './en/outbox.js'
import { answers, list, person, personAsk, personConsequence, personDone, personVerb, view, viewEmpty } from './en/people.js'
import { decide, event, eventAsk, eventConsequence, eventDone, events, eventVerb, hidden, stand, steps } from './en/programme.js'
import { privacy } from './en/privacy.js'
import { oidc } from './en/oidc.js'
import { passkeys } from './en/passkeys.js'
import { questions } from './en/questions.js'
import { proof, secondFactor } from './en/second-factor.js'
import { tell } from './en/telling.js'

/** The sentences of the console in English. */
export const en: typeof de = {
  skip: 'Skip to content',
  loading: 'Loading …',
  close: 'Close',
  cancel: 'Cancel',
  signOut: 'Sign out of the console',
  signOutShort: 'Sign out',
  language: 'Language',
  publicPages: 'To the public pages',
  demo: 'Demo',
  reason: 'Reason',
  eventReasonHint: 'It stands in the e-mail to everybody registered and in the log.',
  hiddenOther: 'something is still missing',
  nav: {
    programme: 'Programme', events: 'Events', series: 'Series', organisations: 'Organisations', barriers: 'Barriers', accounts: 'Access', event: 'Event',
    overview: 'Overview', people: 'People', mails: 'E-mails', edit: 'Edit', peopleOnList: 'on the list',
    formats: 'Formats', questions: 'Questions', support: 'Support',
    administration: 'Administration', audit: 'Log', privacy: 'Privacy', ownAccess: 'My access',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Console for the organising team',
    expired: 'Your session has ended. What you typed is still there: sign in and carry on.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    pending: 'Checking …',
    wrong: 'E-mail address and password do not match.',
    forgotten: 'Forgotten your password?',
  },
  password: {
    title: 'Choose a password',
    lead: (email) => `Your account has no password yet. Choose one for ${email}, so that you can sign in yourself next time.`,
    label: 'New password',
    hint: 'At least 12 characters. Several words in a row are safe and easy to remember.',
    submit: 'Save password',
  },
  form: {
    optional: '(optional)',
    save: 'Save changes',
    pending: 'Saving …',
    slow: 'This takes longer than usual. Please keep the page open.',
    unchanged: 'Nothing changed yet.',
    changedCount: (count) => (count === 1 ? 'One fact changed.' : `${count} facts changed.`),
    errorPrefix: 'Error:',
    errorCount: (count) => (count === 1 ? 'One entry is not right yet' : `${count} entries are not right yet`),
    notSaved: 'Not saved yet',
    nothingLost: 'What you typed is still there.',
    noLand: 'No Land chosen',
    timeZone: 'Time zone',
  },
  trouble: {
    title: 'This page cannot be reached at the moment',
    network: 'The server does not answer at the moment. Check your connection and try again.',
    unknown: 'That did not work, and the reason is not known. Please try again.',
    retry: 'Try again',
  },
  notFound: {
    title: 'This page does not exist',
    text: 'It may have been renamed, or the link is incomplete.',
    action: 'To the events',
  },
  events, event, hidden, eventVerb, eventAsk, eventDone, eventConsequence, stand, decide, steps, tell,
  eventForm, leave, conflict, organisation, duties, barriers, series,
  accounts, noRight, ownAccess, secondFactor, proof, passkeys, oidc, reset, idle, audit, privacy, outbox, questions, needs, answers, list, view, viewEmpty, person, personVerb, personAsk, personDone, personConsequence,
}
