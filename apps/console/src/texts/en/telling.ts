import type * as german from '../de/telling.js'

const people = (count: number) => (count === 1 ? 'one person' : `${count} people`)
const receive = (count: number) => (count === 1 ? 'One person receives' : `${count} people receive`)

export const tell: typeof german.tell = {
  counting: 'Counting who will be notified …',
  who: (groups) => groups.join(', '),
  group: (standing, count) => `${standing}: ${count}`,
  unreachable: (count) => (count === 1 ? 'One more person has no e-mail address and will not hear of it.' : `${count} more people have no e-mail address and will not hear of it.`),
  showUnreachable: 'View in the list (new window)',
  editNote: 'This change concerns calendar entries. Before saving you see who will be notified.',
  editAsk: (title) => `Save changes to “${title}”?`,
  edit: (count) => (count === 0 ? 'Nobody has the event in the calendar, so no e-mail is sent.' : `${receive(count)} an update by e-mail; the calendar entry changes.`),
  editFirst: (count) => (count === 1 ? 'One of them receives the calendar entry for the first time.' : `${count} of them receive the calendar entry for the first time.`),
  editUndated: 'Without a date there are no calendar entries, so no e-mail is sent.',
  editAct: (count) => (count === 0 ? 'Save, nobody is notified' : `Save and notify ${people(count)}`),
  movesUp: (count) => (count === 1 ? 'One person on the waiting list moves up and receives an e-mail.' : `${count} people on the waiting list move up and receive an e-mail.`),
  movesUpAct: (count) => (count === 1 ? 'Save, one person moves up' : `Save, ${count} people move up`),
  cancelAct: (count) => (count === 0 ? 'Cancel event, nobody is notified' : `Cancel event and notify ${people(count)}`),
}
