import { wordFor, words } from '@app/i18n'
import type * as german from '../de/programme.js'

const FORMATS = words('en').vocabulary.formats

const mails = (count: number) => (count === 1 ? 'One person receives' : `${count} people receive`)

export const events: typeof german.events = {
  title: 'Events',
  create: 'Create event',
  countNext: (count) => `${count} planned`,
  countPast: (count) => `${count} past`,
  next: 'Coming up',
  nextEmpty: 'No event with a date in sight.',
  undated: 'No date yet',
  past: 'Past',
  drafts: 'Drafts whose date is over',
  cancelled: 'Cancelled',
  emptyTitle: 'No event yet',
  emptyText: 'Create the first one: choose a format, enter title and date. It stays a draft until you publish it.',
}

export const event: typeof german.event = {
  title: 'Event', when: 'Date', state: 'State', places: 'Places', place: 'Venue', online: 'Access', facts: 'Key facts', agenda: 'Programme',
  closes: 'Registration closes', hosts: 'Involved', regions: 'Regions', question: 'Guiding question', anyDay: 'On all days',
  edit: 'Edit', editAgenda: 'Edit programme', editFacts: 'Edit key facts', publicPage: 'Public page', toPeople: 'View people', attendanceList: 'Attendance list (XLSX)',
  visible: 'visible to the public',
  hiddenBecause: (reasons) => `not visible because ${reasons}`,
  openUntil: (day) => `Registration open until ${day}`,
  noDate: 'Date not fixed yet',
  dateUnknown: 'Date not on record',
  noPlace: 'The venue is not fixed yet.',
  easyLanguage: 'stands on a page of its own',
  noLink: 'The link is still missing.',
  noHost: 'No organisation entered yet.',
  closesOpen: 'no deadline, open until the start',
  agendaEmpty: 'No programme yet. Until then visitors only see date and place.',
  format: (key, name) => (Object.hasOwn(FORMATS, key) ? wordFor(FORMATS, key) : name),
  edition: (number) => `edition ${number}`,
  taken: (taken, capacity) => `${taken} of ${capacity} taken`,
  takenOpen: (taken) => (taken === 0 ? 'nobody registered yet' : `${taken} registered`),
  waiting: (count) => `${count}\u00a0waiting`,
  heads: (count) => (count === 1 ? '1 person' : `${count} people`),
  capacity: (count) => (count === 1 ? '1 place' : `${count} places`),
  withWaiting: 'with waiting list', withoutWaiting: 'without waiting list',
  admission: (word) => `participation ${word}`,
  regionIn: 'included', regionOut: 'not included',
}

export const hidden: Record<string, string> = {
  draft: 'it has not been published yet',
  no_host_text: 'imprint or privacy text of a host is missing',
  no_host: 'a host is missing',
  no_date: 'the date is missing',
  date_past: 'the date is over',
  no_place: 'the venue is missing',
  no_agenda: 'the programme is missing',
  invited_only: 'it is for invited people only',
  series_hidden: 'the series is not public',
  cancelled: 'it is cancelled',
}

export const eventVerb: typeof german.eventVerb = {
  publish: 'Publish', save_the_date: 'Announce date', close: 'Close registration', reopen: 'Reopen registration', cancel: 'Cancel event',
}
export const eventAsk: typeof german.eventAsk = {
  publish: (title) => `Publish “${title}”?`,
  save_the_date: (title) => `Announce the date of “${title}”?`,
  close: (title) => `Close registration for “${title}”?`,
  reopen: (title) => `Reopen registration for “${title}”?`,
  cancel: (title) => `Cancel “${title}”?`,
}
export const eventDone: typeof german.eventDone = {
  publish: (title) => `“${title}” is published.`,
  save_the_date: (title) => `The date of “${title}” is announced.`,
  close: (title) => `Registration for “${title}” is closed.`,
  reopen: (title) => `Registration for “${title}” is open again.`,
  cancel: (title) => `“${title}” is cancelled.`,
}
export const eventConsequence: typeof german.eventConsequence = {
  publishPublic: (path) => `The page ${path} becomes visible to everybody.`,
  publishInvited: 'The page stays hidden; only invited people can register.',
  publishOpen: 'Registration is open from now on, until you close it or the event begins.',
  publishUntil: (day) => `Registration is open from now on up to and including ${day}.`,
  publishApproval: 'You give the places: a registration has a place only once you confirm it.',
  publishUpTo: (count) => (count === 1 ? 'You can confirm one place.' : `You can confirm up to ${count} places.`),
  publishNoPlaces: 'There are 0 places: nobody gets a place.',
  publishNoLink: 'The link for participation is still missing. Until then the e-mails tell no way in.',
  publishNoLimit: 'The number of places is not limited.',
  publishWaiting: (count) => `${count === 1 ? 'One place is' : `${count} places are`} given, then the waiting list begins.`,
  publishCapacity: (count) => `${count === 1 ? 'One place is' : `${count} places are`} given, then registration ends.`,
  saveTheDatePage: 'Title, date and place become visible to the public.',
  saveTheDateNoRegistration: 'Nobody can register yet. That begins with publishing.',
  closeNoNew: 'From now on nobody can register online. You can still add people.',
  closeKeeps: (count) => (count === 1 ? 'One confirmed place remains.' : `${count} confirmed places remain.`),
  reopenNew: 'New registrations are possible again.',
  cancelMails: (count) => `${mails(count)} a cancellation by e-mail; calendar entries are removed.`,
  cancelNobody: 'Nobody is registered yet, so no e-mail is sent.',
  cancelPage: 'The public page then says “cancelled”.',
  cancelFinal: 'This cannot be undone.',
}

export const stand: typeof german.stand = {
  title: 'State of registrations',
  all: (count) => (count === 1 ? '1 person' : `${count} people`),
  confirmed: 'place confirmed', open: 'place open', waiting: 'waiting list', unconfirmed: 'not confirmed', gone: 'cancelled', free: 'free', people: 'people',
  ofPlaces: (count) => (count === 1 ? 'of 1 place' : `of ${count} places`),
  noLimit: 'no limit',
  openNote: 'to be decided', openOver: 'was not decided', waitingOver: 'no longer moves up', waitingNote: 'move up in order', noWaitingList: 'no waiting list', unconfirmedNote: 'link in the e-mail pending', goneNote: 'themselves or refused',
}

export const decide: typeof german.decide = {
  title: 'To decide',
  nothing: 'Nothing to decide today.', over: 'Nothing is left to decide here.',
  open: 'registrations still to be decided on', openAction: 'Give places',
  free: (count) => (count === 0 ? 'no place left' : count === 1 ? '1 place left' : `${count} places left`),
  noLimit: 'places without limit',
  waiting: 'on the waiting list', waitingAction: 'Open waiting list',
  waitingFree: (count) => (count === 1 ? '1 place is free' : `${count} places are free`),
  waitingFull: 'all places taken; when one becomes free, the first person moves up',
  unconfirmed: 'registrations without confirmation', unconfirmedNote: 'no place until the link in the e-mail is confirmed', unconfirmedAction: 'View people',
}

export const steps: typeof german.steps = {
  title: 'Next steps', titleOver: 'History',
  created: 'Created', date: 'Date', place: 'Venue', access: 'Access', host: 'Host and texts', agenda: 'Programme', publish: 'Publish', today: 'Today', close: 'Registration closes', event: 'Event',
  openNote: { date: 'No publishing without a date to come', place: 'No publishing without a venue', access: 'The link is still missing', host: 'Imprint and privacy text are still missing', agenda: 'Still empty', publish: 'Only then is the page visible', close: 'No day set yet', event: 'Date not fixed yet' },
  hostMissing: 'The host is missing', hostLacks: (name, texts) => `${name}: ${texts} still missing`,
  weeksBefore: (weeks) => (weeks === 1 ? '1 week before' : `${weeks} weeks before`),
  daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  addDate: 'Enter date', addPlace: 'Enter venue', addAccess: 'Enter link', addHost: 'Enter host', addTexts: 'Complete texts', addAgenda: 'Enter programme',
}
