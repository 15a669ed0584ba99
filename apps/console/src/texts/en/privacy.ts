import type { privacy as german } from '../de/privacy.js'

export const privacy: typeof german = {
  lead: 'Give information, erase people, periods',
  search: 'Find a person', searchHint: 'Name, organisation or whole e-mail address', submit: 'Search',
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  first: (count) => `The first ${count} people. More words find fewer.`,
  taken: (count) => (count === 1 ? '1 participation' : `${count} participations`),
  name: 'Name', email: 'E-mail address', participations: 'Participations', actions: 'Actions',
  html: 'Information', json: 'JSON', erase: 'Erase …',
  htmlOf: (name) => `Download the information for ${name}`, jsonOf: (name) => `Download the data of ${name} as JSON`, eraseOf: (name) => `Erase ${name} …`,
  emptyTitle: 'Nothing searched yet', emptyText: 'When somebody asks for information or erasure, find the person here. All events of your part of the programme are searched.',
  noneTitle: 'Nobody found', noneText: 'Check the spelling, or search with the whole e-mail address.',
  ask: (name) => `Erase ${name}?`,
  fates: {
    withdrawn_and_erased: (event) => `${event}: will be withdrawn and erased. A place goes to the waiting list.`,
    erased: (event) => `${event}: will be erased. The participation still counts, without a name.`,
    proof: (event, until) => `${event}: name, office and organisation stay until ${until} as proof of attendance. Everything else is erased.`,
  },
  contacts: (count) => (count === 1 ? 'The entry in the address book will be erased.' : `${count} entries in the address book will be erased.`),
  account: 'There is access to the console with this address. It stays and is closed under “Access”.',
  noMail: 'The person gets no e-mail about it. This cannot be undone.',
  reason: 'Occasion', reasonHint: 'For example “request of 24 November 2026”. Without names, because it stays in the log.',
  confirm: 'Erase for good', done: (name) => `${name} has been erased.`,
  retention: 'Periods of retention', lastRun: (when) => `Last run ${when}.`, nextRun: (when) => `Next run ${when}.`, never: 'No run yet.', failed: 'The last run failed and will be repeated. The log of the server names the reason.',
  classes: {
    S: 'Birth data for security', B: 'Support needed', A: 'Declined, without answer or place', N: 'Proof of attendance', V: 'Address book and lists', F: 'Consent to photographs', L: 'Logs',
  },
  from: {
    S: 'after the event', B: 'after the event', A: 'after the event', N: 'after the end of the grant, else of the event', V: 'after the last check', F: 'after the event', L: 'after the entry',
  },
  what: 'What', period: 'Period', starts: 'Begins', gone: 'Deleted last', blocked: (count) => `${count} blocked`,
  periods: { Y: (n) => (n === 1 ? '1 year' : `${n} years`), M: (n) => (n === 1 ? '1 month' : `${n} months`), W: (n) => (n === 1 ? '1 week' : `${n} weeks`), D: (n) => (n === 1 ? '1 day' : `${n} days`) },
}
