import { Injectable } from '@nestjs/common'
import { type Language, type NeedsRow, type QuestionKind, TICKED } from '@app/contracts'
import { formatDayShort, words } from '@app/i18n'
import { CSV_START, csvLine } from '../attendance-sheet/csv.js'
import { Needs } from './needs.js'

/** The list for whoever arranges support: who, how to reach them, what they need. */
@Injectable()
export class NeedsSheet {
  constructor(private readonly needs: Needs) {}

  /** @returns the file, and how many people it shows */
  async csv(eventId: string, language: Language): Promise<{ text: string; people: number }> {
    const { sheet, vocabulary } = words(language)
    const rows = await this.needs.list(eventId)
    const asked = questionsOf(rows)
    const { name, organisation, email, phone, place, kinds, detail } = sheet.needs
    const head = csvLine([name, organisation, email, phone, place, kinds, detail, ...asked.map(({ label }) => label)])
    const lines = rows.map((row) =>
      csvLine([
        row.name, row.organisation ?? '', row.email ?? '', row.phone ?? '', sheet.needs.places[row.place], row.kinds.map((kind) => vocabulary.needKinds[kind]).join(', '), row.detail ?? '',
        ...asked.map(({ key }) => answerText(row.answers.find((answer) => answer.key === key), language)),
      ]),
    )
    return { text: CSV_START + head + lines.join(''), people: rows.length }
  }
}

/** An answer as one cell. */
export function answerText(answer: { kind: QuestionKind; values: readonly string[] } | undefined, language: Language): string {
  if (!answer) return ''
  const { kind, values } = answer
  if (kind === 'consent') return values.includes(TICKED) ? words(language).sheet.yes : ''
  if (kind === 'date') return values.map((day) => formatDayShort(language, day)).join(', ')
  if (kind === 'number' && language === 'de') return values.map((number) => number.replace('.', ',')).join(', ')
  return values.join(', ')
}

function questionsOf(rows: readonly NeedsRow[]): { key: string; label: string }[] {
  return [...new Map(rows.flatMap(({ answers }) => answers).map(({ key, label }) => [key, { key, label }])).values()]
}
