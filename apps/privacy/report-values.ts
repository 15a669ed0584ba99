import { type Answer, type Language, type Place } from '@app/contracts'
import { formatDay, words } from '@app/i18n'
import { standing } from '@app/participants'
import { reportWords } from './report-words.js'

type Lists = Record<string, Record<string, string>>

/** A value as a person reads it (Art. 12 GDPR): keys in the words of the product, instants in German time. What has no words stays as it is. */
export function valueWords(table: string, column: string, value: unknown, language: Language): string {
  if (table === 'audit_entry' && column === 'change') return changeWords(value, language)
  const list = listsOf(language)[`${table}.${column}`] ?? listsOf(language)[column]
  return list?.[String(value)] ?? plain(value, language)
}

/** Lists of words by column, and by table and column where a name means several things. */
function listsOf(language: Language): Lists {
  const { vocabulary, audit } = words(language)
  const { codes } = reportWords[language]
  return {
    salutation: vocabulary.salutations, land: vocabulary.lands, groupKey: vocabulary.groups, language: vocabulary.languages, answer: vocabulary.answers, place: vocabulary.places, origin: vocabulary.origins,
    purpose: { ...vocabulary.consentNames, special: codes.special }, role: vocabulary.roles, 'contribution.role': vocabulary.contributionRoles,
    action: audit.actions, actorKind: audit.actors,
    fate: codes.fates, 'attendance.kind': codes.attendance, 'attendance.source': codes.sources, 'calendar_entry.status': codes.entries, 'account.state': codes.accounts, 'address_block.reason': codes.blocks,
  }
}

/** The content of an entry of the log: a line for each field, before and after by their words. */
function changeWords(change: unknown, language: Language): string {
  if (typeof change !== 'object' || change === null) return plain(change, language)
  const { fields } = reportWords[language]
  return Object.entries(change).map(([name, value]) => `${fields[name] ?? name}: ${stateWords(value, language) ?? innerWords(name, value, language)}`).join('\n')
}

function innerWords(name: string, value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map((one) => innerWords(name, one, language)).join(', ')
  if (typeof value === 'object' && value !== null) return changeWords(value, language).replaceAll('\n', '; ')
  return valueWords('', name, value, language)
}

/** `accepted/waiting`, as the log writes the pair of answer and place. */
function stateWords(value: unknown, language: Language): string | null {
  const { vocabulary } = words(language)
  const [answer, place] = typeof value === 'string' ? value.split('/') : []
  if (answer === undefined || place === undefined || !(answer in vocabulary.answers) || !(place in vocabulary.places)) return null
  return vocabulary.standings[standing(answer as Answer, place as Place)]
}

function plain(value: unknown, language: Language): string {
  const t = reportWords[language]
  if (value === null) return '–'
  if (value instanceof Date) return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(value)
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(language, value) : value
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value)
}
