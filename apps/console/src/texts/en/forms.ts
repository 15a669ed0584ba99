import type * as german from '../de/forms.js'

export const eventForm: typeof german.eventForm = {
  createTitle: 'Create event', create: 'Create draft', createNote: 'The draft is visible only here until you publish it.',
  created: (title) => `“${title}” is created as a draft.`,
  editTitle: 'Edit', saved: (title) => `“${title}” is saved.`,
  formatTitle: 'Format', formatHint: 'The format fills in places, visibility and admission. Everything can be changed.', format: 'Choose a format',
  series: 'Series', noSeries: 'no series, single event',
  whatTitle: 'What it is about', title: 'Title', subtitle: 'Subtitle',
  question: 'Guiding question', questionHint: 'The one question to be discussed. It stands above the programme on the public page.',
  description: 'Description', descriptionHint: 'Who invites whom, and what for? Empty lines separate paragraphs.',
  whenTitle: 'Date', whenHint: 'One day per row. Without a day the page says that the date is not fixed yet.',
  day: 'Day', date: 'Date', dayNumber: (number) => `Day ${number}`, startsAt: 'Start', endsAt: 'End', addDay: 'Another day', addFirstDay: 'Enter a day',
  timeZone: 'Time zone',
  whereTitle: 'Place and regions', mode: 'Held', venue: 'Venue', venueName: 'Building, hall', street: 'Street and number', postcode: 'Postcode', city: 'Town',
  land: 'Land', noLand: 'not stated', link: 'Link for participation', linkHint: 'Begins with https:// and stands only in e-mails to people with a place.',
  regions: 'Regions', regionsHint: 'Länder that the event addresses. This can be more than the Land of the venue.',
  placesTitle: 'Places and registration', capacity: 'Places', capacityHint: 'Empty: no limit.', capacityZero: 'With 0 places nobody gets a place. Empty: no limit.', waitingList: 'Keep a waiting list', waitingListHint: 'When a place becomes free, the person who has waited longest moves up and receives an e-mail.',
  closesOn: 'Last day of registration', closesOnHint: 'Until the end of this day in the time zone of the event.', admission: 'Participation', visibility: 'Visibility',
  hostsTitle: 'Involved', hostsHint: 'Hosts need imprint and privacy text, each of several as well. The order here is the order on the page.',
  organisation: 'Organisation', chooseOrganisation: 'please choose', role: 'Role', hostNumber: (number) => `Organisation ${number}`, addHost: 'Another organisation', newOrganisation: 'Create new organisation',
  accessibleTitle: 'Accessibility', accessibleHint: 'Stands on the page of the event above the programme. Empty: nothing is said of it there.',
  easyLanguage: 'Leichte Sprache', easyLanguageHint: 'What it is about, when and where, in easy-to-read German. The text gets a page of its own. Empty lines divide paragraphs, “# ” begins a heading, “- ” an item of a list.',
  signVideoUrl: 'Video in sign language', signVideoUrlHint: 'Address, begins with https://. The video is linked and not embedded.',
  agendaTitle: 'Programme', agendaHint: 'In the order in which it happens. A new item begins where the one before ends.',
  item: (number) => `Item ${number}`, addItem: 'Add item', kind: 'Kind', itemTitle: 'Title', itemDescription: 'Description', room: 'Room', anyDay: 'on all days',
  speaker: 'Name', office: 'Office, organisation', addSpeaker: 'Contributor',
  row: {
    up: (name) => `Move ${name} up`, down: (name) => `Move ${name} down`, remove: (name) => `Remove ${name}`,
  },
}

export const organisation: typeof german.organisation = {
  create: 'Create organisation', createTitle: 'Create organisation', saved: (name) => `“${name}” is saved.`, gone: 'This organisation does not exist',
  count: (count) => (count === 1 ? '1 organisation' : `${count} organisations`),
  emptyTitle: 'No organisation yet', emptyText: 'Create the body that is responsible for your events. It needs an imprint and a privacy text.',
  search: 'Search organisations', noneFound: 'No organisation with this name', noneFoundText: (q) => `You searched for “${q}”.`,
  name: 'Name', shortName: 'Short name', place: 'Seat', host: 'Host', noHost: 'no',
  complete: 'texts are complete', lacks: (what) => `missing: ${what}`,
  missing: (name, missing) => `${name} still lacks: ${missing.join(', ')}. Until then the event cannot be published.`,
  inlineHint: 'The full name as it should stand on the page. Add address and texts later under “Organisations”.',
  addressTitle: 'Name and address', hostTitle: 'As a host',
  hostHint: 'While imprint or privacy text is empty, no event of this organisation can be published.',
  isHost: 'This organisation is responsible for events', isHostHint: 'It then has its own pages for imprint, privacy and accessibility.',
  imprint: 'Imprint', imprintHint: 'Name, address, legal representative, e-mail and phone. Stands in every e-mail too.',
  privacy: 'Privacy text', privacyHint: 'Purpose, legal basis, duration, rights, contact of the data protection officer (Article 13 GDPR).',
  accessibility: 'Accessibility statement', accessibilityHint: 'Public bodies must have one (section 12b BGG, laws of the Länder). State of compliance, contact for feedback, arbitration body.',
  senderName: 'Sender name', senderNameHint: 'How the organisation is called in the inbox. Empty: its name.',
}

export const series: typeof german.series = {
  create: 'Create series', createTitle: 'Create series', saved: (title) => `“${title}” is saved.`, gone: 'This series does not exist',
  count: (count) => `${count} series`,
  emptyTitle: 'No series yet', emptyText: 'A series holds together what follows one another: several dialogues, a project, an action plan. Single events do without.',
  title: 'Title', kind: 'Kind', visibility: 'Visibility', public: 'public', hidden: 'hidden', events: 'Events',
  whatTitle: 'What it is about', summary: 'Summary', summaryHint: 'Stands below the title on the page of the series.', outlook: 'Outlook', outlookHint: 'Where or how the series goes on after the last event, for example “in further regions”. The page then says: “The series will be continued: in further regions.” Whole sentences stand there as they are.',
  isPublic: 'Visible to the public', isPublicHint: 'A hidden series hides its events too.',
  hostsHint: 'Organisations that carry the whole series.',
}

export const leave: typeof german.leave = {
  title: 'Discard your entries?', text: 'What you have entered on this page is not saved yet and is lost when you leave it.',
  stay: 'Continue editing', discard: 'Discard entries',
}

export const conflict: typeof german.conflict = {
  title: (facts) => `Meanwhile somebody has changed ${facts}`, text: 'Choose for each fact what shall hold. Only then it is saved.',
  mine: 'Your entry', theirs: 'Saved now', empty: 'empty', yes: 'yes', no: 'no', go: 'Save choice', choose: (facts) => `Please choose what shall hold for ${facts}.`,
}
