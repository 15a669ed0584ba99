import type * as german from '../de/barriers.js'

export const barriers: typeof german.barriers = {
  open: (count) => (count === 0 ? 'No report is open' : count === 1 ? 'One report is open' : `${count} reports are open`),
  shown: (shown, total) => `${shown} of ${total} reports, open ones first`,
  emptyTitle: 'No barrier reported',
  emptyText: 'Reports come by the form “Report a barrier”, which every page of a host links to.',
  page: 'Where', answerTo: 'Answer to', noAnswer: 'not given',
  close: 'Close', closeOf: (when) => `Close the report of ${when}`, closed: (when) => `closed on ${when}`, done: 'The report is closed.',
}

export const duties: typeof german.duties = {
  senderEmail: 'Contact address', senderEmailHint: 'Reports of barriers go here. It stands in the accessibility statement and below the e-mails.',
  jurisdiction: 'Accessibility is ruled by', jurisdictionOfLand: 'the law of the Land where the organisation sits', federal: 'federal law (BGG)', ofLand: (land) => `the law of the Land ${land}`,
  jurisdictionHint: 'It decides which body of arbitration or enforcement the statement names.',
  arbitration: 'Other arbitration body', arbitrationHint: 'Name, address and web address. Stands in place of the body that Dialogwerk knows.',
  easyLanguage: 'Leichte Sprache', easyLanguageHint: 'What is on the pages and how to register, in easy-to-read German (section 4 BITV 2.0). Empty lines divide paragraphs.',
  signVideoUrl: 'Video in sign language', signVideoUrlHint: 'Address, begins with https://. The video is linked and not embedded.',
  version: (version, since) => `Version ${version} of ${since} is in force. A changed text becomes a new version, former ones are kept.`,
}
