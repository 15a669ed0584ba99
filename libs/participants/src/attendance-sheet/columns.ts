import type { Language, ParticipantRow } from '@app/contracts'
import { dayOfInstant, formatDayShort, wordFor, words } from '@app/i18n'

export type ColumnSet = 'attendance' | 'all'
type ColumnKey = keyof ReturnType<typeof words>['sheet']['columns']

/** Which columns a list has: the sheet for the door, or everything that staff sees on screen. */
const SETS: Record<ColumnSet, ColumnKey[]> = {
  attendance: ['familyName', 'givenName', 'title', 'office', 'organisation', 'land', 'group', 'standing', 'signature'],
  all: ['familyName', 'givenName', 'title', 'office', 'organisation', 'land', 'group', 'standing', 'waitingPosition', 'email', 'phone', 'language', 'consents', 'createdAt'],
}

export function headings(set: ColumnSet, language: Language): string[] {
  return SETS[set].map((key) => words(language).sheet.columns[key])
}

/** The cells of one person, all of them text: postcodes, telephone numbers and leading zeros stay what they are. */
export function cells(set: ColumnSet, row: ParticipantRow, language: Language, timeZone: string): string[] {
  const { vocabulary, sheet } = words(language)
  const values: Record<ColumnKey, string> = {
    familyName: row.familyName ?? '',
    givenName: row.givenName ?? '',
    title: row.title ?? '',
    office: row.office ?? '',
    organisation: row.organisation ?? '',
    land: row.land ? wordFor(vocabulary.lands, row.land) : '',
    group: row.group ? wordFor(vocabulary.groups, row.group) : '',
    standing: wordFor(vocabulary.standings, row.standing),
    waitingPosition: row.waitingPosition === null ? '' : String(row.waitingPosition),
    email: row.email ?? '',
    phone: row.phone ?? '',
    language: sheet.languages[row.language],
    consents: row.consents.map((purpose) => vocabulary.consentNames[purpose]).join(', '),
    createdAt: formatDayShort(language, dayOfInstant(row.createdAt, timeZone)),
    signature: '',
  }
  return SETS[set].map((key) => values[key])
}
