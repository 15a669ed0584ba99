import { Injectable } from '@nestjs/common'
import type { Language } from '@app/contracts'
import { EventEntity } from '@app/events'
import { words } from '@app/i18n'
import { type ParticipantFilter, ParticipantList } from '../participant-list.js'
import { type ColumnSet, cells, headings } from './columns.js'
import { CSV_START, csvLine } from './csv.js'
import { xlsxOf } from './xlsx.js'

/** The list of participants as it is filtered on screen, in the same order, as a file (G1). */
@Injectable()
export class AttendanceSheets {
  constructor(private readonly list: ParticipantList) {}

  /** CSV in pieces, so that a long list is never held whole. */
  async *csv(event: EventEntity, filter: ParticipantFilter, set: ColumnSet, language: Language): AsyncGenerator<string> {
    yield CSV_START + csvLine(headings(set, language))
    for await (const row of this.list.all(event.id, filter)) yield csvLine(cells(set, row, language, event.timeZone))
  }

  async xlsx(event: EventEntity, filter: ParticipantFilter, set: ColumnSet, language: Language): Promise<Buffer> {
    const rows: string[][] = []
    for await (const row of this.list.all(event.id, filter)) rows.push(cells(set, row, language, event.timeZone))
    return xlsxOf(words(language).sheet.attendance, headings(set, language), rows)
  }
}
