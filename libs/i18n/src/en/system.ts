import type * as german from '../de/system.js'

export const legal: typeof german.legal = {
  missing: (page, host) => `${host} has not provided this text yet (${page}).`,
  ask: (host) => `Please ask the host directly: ${host}.`,
  feedbackTitle: 'Feedback and contact',
  feedback: 'Have you met a barrier, or is there something you miss? Tell us by the form:',
  reportTo: 'You also reach us here:',
  reportInImprint: 'How to reach the host is said in the imprint.',
  arbitrationTitle: 'Arbitration and enforcement',
  arbitration: 'If your feedback gets no answer, or not a satisfactory one, you can turn to this body:',
  arbitrationOf: (land) =>
    `the body of arbitration or enforcement that is competent for the accessibility of public bodies under ${land === null ? 'the law that binds the host' : `the law of the Land ${land}`}.`,
  otherPages: 'Further information',
}

export const barrier: typeof german.barrier = {
  title: 'Report a barrier',
  lead: (host) => `Is there something on these pages or at an event that you cannot use, read or understand? Your report goes to: ${host}.`,
  textHint: 'What did you want to do, and what kept you from it? If you use assistive technology, feel free to name it.',
  pageHint: 'Address or title of the page, or the place of the event.',
  contactHint: 'Only if you would like an answer. Without it the report is anonymous.',
  privacy: 'We store the report encrypted and use it only to remove the barrier and to answer you. When the period for that has passed, we delete it.',
  submit: 'Send report',
  sentTitle: 'Thank you for your report',
  sentText: (host) => `It has arrived at: ${host}. If you gave an address or number, you will be answered there.`,
  back: 'To the accessibility statement',
}

export const signIn: typeof german.signIn = {
  title: 'Sign in',
  as: (name) => `Sign in as ${name}`,
  text: 'This link works once. After that you choose a password.',
  textDemo: 'This link works once. Every start of the demo prints a new one.',
  expiredTitle: 'This sign-in link is no longer valid',
  expiredText: 'It has been used already or has expired. A new link can be made on the server.',
  toConsole: 'Sign in with a password',
}

export const problem: typeof german.problem = {
  notFoundTitle: 'This page does not exist',
  notFoundText: 'The address is misspelt, or the page has been removed.',
  goneTitle: 'This link is no longer valid',
  goneText: 'It has expired, was replaced or belongs to no registration. The newest link is in the last e-mail to you.',
  errorTitle: 'That did not work',
  errorText: 'An error occurred on our side. Your data were not saved. Please try again later.',
  requestId: (id) => `If you contact us, please quote this number: ${id}`,
  tooManyTitle: 'Too many attempts in a short time',
  tooManyText: (minutes) =>
    minutes === null ? 'Please wait a moment and then try again.'
      : minutes === 1 ? 'Please try again in a minute.' : `Please try again in ${minutes} minutes.`,
  formExpiredTitle: 'The form was open for too long',
  formExpiredText: 'For safety a form is valid for a limited time. Please open it anew and send it again.',
  openAgain: 'Open the form again',
  badRequestTitle: 'We did not understand this request',
  badRequestText: 'Please go back and try again.',
  unavailableTitle: 'The service cannot be reached right now',
  unavailableText: 'Please try again in a few minutes.',
  home: 'All series and events',
}

export const mailbox: typeof german.mailbox = {
  title: 'Mailbox',
  lead: 'In embedded mode no e-mail leaves this computer. All that would have been sent are here.',
  empty: 'No e-mail yet',
  emptyText: 'Register for an event, and the e-mail with the link to confirm will be here.',
  count: (count) => (count === 1 ? 'One e-mail, newest first' : `${count} e-mails, newest first`),
  withCalendar: 'with calendar entry',
  from: 'From',
  to: 'To',
  sent: 'Sent',
  subject: 'Subject',
  text: 'Text',
  html: 'HTML version',
  calendar: 'Calendar entry',
  attachments: 'Attachments',
  download: 'Download the e-mail as a file',
  source: 'Show the source',
  back: 'To the mailbox',
  links: 'Links in this e-mail',
  noSubject: 'no subject',
  bytes: (bytes) => (bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`),
}
