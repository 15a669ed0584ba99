import type * as german from '../de/people.js'

export const view: typeof german.view = {
  all: 'All', confirmed: 'Place confirmed', open: 'Place open', waiting: 'Waiting list', unconfirmed: 'Not confirmed', unanswered: 'No answer', gone: 'Cancelled',
}
export const viewEmpty: typeof german.viewEmpty = {
  all: 'Nobody is registered yet.',
  confirmed: 'As soon as somebody has a place, the person stands here.',
  open: 'Acceptances whose place you decide on appear here.',
  waiting: 'When all places are taken, new registrations appear here in the order in which they came.',
  unconfirmed: 'Whoever registers first confirms the link in the e-mail. Until then the person stands here, without a place.',
  unanswered: 'Everybody invited has answered.',
  gone: 'Whoever declines, withdraws or gets no place stands here.',
}

export const list: typeof german.list = {
  views: 'Views', ownView: 'Selection', table: 'List of people', pages: 'Pages of the list',
  search: 'Search name or organisation', searchShort: 'Name, organisation',
  name: 'Name', belonging: 'Organisation, office', land: 'Land', group: 'Group', standing: 'State', since: 'since',
  registered: (count) => (count === 1 ? '1 person' : `${count} people`),
  confirmed: (count, capacity) => (capacity === null ? `${count} with a place` : `${count} of ${capacity} places confirmed`),
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  byName: 'by name',
  forgotten: (count) => (count === 1 ? 'The data of 1 more person was deleted when its time was up; the person still counts.' : `The data of ${count} more people was deleted when its time was up; they still count.`),
  csv: (count) => (count === 1 ? 'This person as CSV' : `These ${count} as CSV`),
  xlsx: (count) => (count === 1 ? 'as Excel (XLSX)' : `These ${count} as Excel (XLSX)`),
  range: (first, last, total) => `${first}–${last} of ${total}`,
  firstPage: 'To the beginning', previousPage: 'Previous page', nextPage: 'Next page',
  removeFilter: (field) => `Remove filter ${field}`, chooseFilter: (field) => `Choose ${field}`, reset: 'Reset filters',
  quoted: (text) => `“${text}”`,
  noMatch: 'Nobody matches these filters', noMatchText: (total, filters) => `${total === 1 ? '1 person is' : `${total} people are`} on the list, in this view nobody with ${filters}.`,
  nobody: 'Nobody registered yet', nobodyVisible: 'People register on the public page. Whoever calls or writes, you add here.',
  nobodyHidden: 'The event is not public yet. You can already add people by hand.',
  nobodyOver: 'Nobody on the list', nobodyOverText: 'In this state of the event nobody can be added.',
  emptyView: 'Nobody in this view', emptyViewText: 'There is nobody with this state at the moment.', showAll: 'Show all',
}

export const person: typeof german.person = {
  add: 'Add person', addTitle: 'Add person', added: (name, standing) => `${name} is added: ${standing}.`,
  addPlace: 'The person gets a place and an e-mail with the date.',
  addWaiting: 'All places are taken: the person goes on the waiting list and receives an e-mail.',
  addFull: 'All places are taken, and there is no waiting list.',
  addApproval: 'You decide on the place in the list afterwards.',
  addNoMail: 'Without an e-mail address the person receives no confirmation.',
  whoTitle: 'Person', whoHint: 'One name is enough if somebody has only one.', forTitle: 'Organisation', reachTitle: 'Contact', reachHint: 'Confirmation and date go to the e-mail address.',
  noChoice: 'not stated', salutation: 'Salutation', title: 'Title', givenName: 'Given name', familyName: 'Family name', organisation: 'Organisation', office: 'Office or task', officeSalutation: 'Office in the salutation', officeSalutationHint: 'As in “Sehr geehrte Frau Landrätin”.',
  email: 'E-mail address', noEmail: 'none; e-mails are not possible', phone: 'Phone', group: 'Group', language: 'Language', languageOfMails: 'Language of e-mails', origin: 'Origin',
  position: (number, total) => `${number} of ${total}`,
  previous: 'Previous person', next: 'Next person', close: 'Close', data: 'Details', way: 'History',
  full: 'All places are taken. Confirming works again when one becomes free or there are more places.', changeCapacity: 'Change the number of places',
  consents: 'Consents', noConsents: 'none',
  edit: 'Change details', editTitle: 'Change details', edited: (name) => `The details of ${name} are saved.`,
  editMail: 'An e-mail with the state of the participation goes to the new address. The personal link of earlier e-mails stops working.',
  editNoMail: 'Without an e-mail address the person gets no more messages, and the personal link stops working.',
  unproven: 'The person has not confirmed the link in the e-mail yet and has no place until then.',
  accept: { action: 'Confirm registration', ask: (name) => `Confirm the registration of ${name}?`, done: (name) => `The registration of ${name} is confirmed.` },
  noVerbs: 'There is nothing to do here for this state.',
  reasonKept: 'For the log only; no mail contains it. A person who asks for their data can read it.',
}

export const answers: typeof german.answers = {
  title: 'Answers', none: 'not stated', noFile: 'no file yet', size: (kilobytes) => `${kilobytes} kB`,
  locked: (role) => `Visible to the role “${role}” only`,
  change: 'Change answers', changeTitle: 'Change answers', changed: (name) => `The answers of ${name} are saved.`,
  dropFiles: 'Files', dropFile: (question, file) => `Delete “${file}” (${question})`,
  changeNoMail: 'The person receives no e-mail; the new answers stand on the personal page.',
  changeReasonHint: 'Who asked for it and how, for example “Call of 3 February”. It stands in the log; say nothing in it about health or needs.',
  specialName: 'Details on health and support', revoke: 'Record withdrawal', revokeLabel: (name) => `Record withdrawal: ${name}`, revokeAct: 'Withdraw consent',
  revokeAsk: (name, person) => `Withdraw the consent “${name}” of ${person}?`, revoked: (name) => `The consent “${name}” is withdrawn.`,
  revokeFuture: 'The withdrawal holds from now on and not for the past. Only the person can give the consent again.',
  revokeSpecial: 'What the person needs and the answers of special categories are deleted at once, their files too.',
  addHint: 'Nothing of this is required here; files are uploaded by the person on the personal page.',
  needs: 'What the person needs', bookBy: (word, day) => `${word}, book by ${day}`, detail: 'Details', detailHint: 'For example allergies, the size of the wheelchair or the age of the children.',
  consentTitle: 'Consent',
  specialConsent: 'The person has agreed that details about health, disability or other special categories are stored and read to make taking part possible.',
  specialHint: 'Needed only if you enter support or an answer of a special category. Without consent these must not be stored.',
}

export const personVerb: typeof german.personVerb = { confirm: 'Confirm place', wait: 'Put on waiting list', refuse: 'Refuse', withdraw: 'Withdraw' }
export const personAsk: typeof german.personAsk = {
  confirm: (name) => `Confirm a place for ${name}?`,
  wait: (name) => `Put ${name} on the waiting list?`,
  refuse: (name) => `Refuse ${name}?`,
  withdraw: (name) => `Withdraw ${name}?`,
}
export const personDone: typeof german.personDone = {
  confirm: (name) => `${name} has a place.`,
  wait: (name) => `${name} is on the waiting list.`,
  refuse: (name) => `${name} is refused.`,
  withdraw: (name) => `${name} is withdrawn.`,
}
export const personConsequence: typeof german.personConsequence = {
  noMail: 'No e-mail address is known, so nobody is notified.',
  confirmMail: (name) => `${name} receives an e-mail with the confirmation and the calendar entry.`,
  confirmFree: (taken, capacity) => `Afterwards ${taken} of ${capacity} places are taken.`,
  confirmFull: (capacity) => `All ${capacity} places are taken. Raise the number of places first.`,
  confirmNoLimit: 'The number of places is not limited.',
  waitMail: (name) => `${name} receives an e-mail and moves up when a place becomes free.`,
  waitMailByHand: (name) => `${name} receives an e-mail. Nobody moves up by itself; you decide over the places.`,
  waitTurn: 'The order of registration stays: the person moves up again when the next place becomes free.',
  freedByHand: 'The place becomes free. Nobody moves up by itself; confirm the next person by hand.',
  acceptUnproven: (email) => `The person has not confirmed the address ${email}. Ask whether it is right: the personal link and all further e-mails go to it.`,
  waitOrder: 'The order follows the arrival of the registrations.',
  refuseMail: (name) => `${name} receives a refusal by e-mail.`,
  refuseList: 'The person stays in the list. You can still confirm the place later.',
  withdrawSeatMail: (name) => `${name} receives an e-mail; the calendar entry is removed.`,
  withdrawMail: (name) => `${name} receives an e-mail about the withdrawal.`,
  withdrawNext: 'The place becomes free: the first person on the waiting list moves up and receives an e-mail.',
  withdrawFree: 'The place becomes free. Nobody is on the waiting list.',
  withdrawList: 'The person stays in the list as withdrawn.',
}
