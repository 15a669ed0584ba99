import type { idle as germanIdle, ownAccess as germanOwnAccess, reset as germanReset } from '../de/own-access.js'

export const ownAccess: typeof germanOwnAccess = {
  lead: 'What you sign in with, and where you are signed in.',
  sessionsTitle: 'Where you are signed in', thisOne: 'this session', unknownDevice: 'Browser not recognised',
  since: (when) => `signed in ${when}`, last: (when) => `last used ${when}`,
  by: { password: () => 'by password', link: () => 'by link', passkey: () => 'by passkey', oidc: (name) => `by ${name}` },
  end: 'Sign out', endLabel: (device, when) => `Sign out: ${device}, signed in ${when}`, ended: 'This session has ended.',
  endOthers: 'Sign out all others', endedOthers: 'All other sessions have ended.', onlyThis: 'You are signed in here only.',
  passwordTitle: 'Password', passwordHint: 'All other sessions end with it.', passwordNone: 'Your account has no password yet.',
  current: 'Present password', change: 'Change password', changed: 'Your password is changed. All other sessions have ended.',
  languageTitle: 'Language', languageHint: 'The language of the console is chosen at the lower left.', language: 'Language of e-mails to you', languageSave: 'Save language', languageSaved: 'The language is saved.',
}

export const reset: typeof germanReset = {
  title: 'Ask for a new password', lead: 'We send you a link by which you choose a new password.', submit: 'Send me a link', back: 'To the sign-in page',
  sentTitle: 'Look into your mailbox', sentLead: 'If there is an account with this address, a link is on its way. It works for ten minutes and once. If nothing arrives, ask the office that runs Dialogwerk.',
  chooseTitle: 'Choose a new password', chooseLead: 'You are then signed out everywhere and sign in with the new password.',
  doneTitle: 'Your new password holds', doneLead: 'All sessions have ended. Sign in now with the new password.',
  goneTitle: 'This link no longer works', goneLead: 'It was used before or is older than ten minutes. Ask for a new one on the sign-in page.',
}

export const idle: typeof germanIdle = {
  title: 'Are you still working?', text: (minutes) => `If nothing happens, you are signed out in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. What you typed stays on this page.`,
  stay: 'Stay signed in',
}
