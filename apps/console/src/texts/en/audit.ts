import type { audit as german } from '../de/audit.js'

export const audit: typeof german = {
  lead: 'Every change once: who, when, what before and after; and who read what people need, and their files',
  order: 'the newest first', older: 'Older entries', csv: 'Export as CSV',
  what: 'Action', who: 'By', subject: 'Subject', when: 'Time', content: 'Content', state: 'State',
  kind: 'Kind of action', everything: 'everything', from: 'From', until: 'Until',
  groups: { mail: 'E-mails', role: 'Roles', attendance: 'Exported lists', person: 'Information and erasure', consent: 'Consents', reading: 'Data read', participation: 'Participations', event: 'Events', organisation: 'Organisations', series: 'Series', node: 'Hosts and partners', contribution: 'Parts in the programme', document: 'Documents', result: 'Results', funding: 'Funding', format: 'Formats', session: 'Sessions', account: 'Access', notice: 'Legal texts', host: 'Hosts', barrier: 'Reported barriers', factor: 'Second factor', retention: 'Deletion runs', keys: 'Keys', audit: 'Log' },
  fields: {
    title: 'Title', subtitle: 'Subtitle', description: 'Description', guidingQuestion: 'Guiding question', easyLanguage: 'Leichte Sprache', signVideoUrl: 'Sign language', capacity: 'Places', days: 'Days', venue: 'Venue', agenda: 'Agenda', reason: 'Reason', role: 'Role',
    land: 'Land', name: 'Name', fields: 'Changed data', answer: 'Answer', place: 'Place', origin: 'Origin', format: 'Format', columns: 'Columns', filters: 'Filters', purpose: 'Purpose', regions: 'Regions',
    version: 'Version', language: 'Language', kind: 'Kind', people: 'People',
  },
  oneEvent: 'one event', oneSubject: 'one subject', oneAccount: 'one account', formerAccount: 'former account',
  without: (what) => `No longer only: ${what}`,
  unsealed: 'not sealed yet',
  emptyTitle: 'No entry', emptyText: 'The log holds nothing for this. Entries are deleted when their time is up.',
  ofPerson: 'Log of this person', ofEvent: 'Log',
}
