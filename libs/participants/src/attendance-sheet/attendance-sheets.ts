import { Injectable } from '@nestjs/common'
import type { Language } from '@app/contracts'
import { EventEntity } from '@app/events'
import { words } from '@app/i18n'
import { type ParticipantFilter, ParticipantList } from '../participant-list.js'
import type { QuestionEntity } from '../entities/question.entity.js'
import { AnswerReader } from '../questions/answer-reader.js'
import { answerText } from '../questions/needs-sheet.js'
import { Questions } from '../questions/questions.js'
import { type ColumnSet, cells, headings } from './columns.js'
import { CSV_START, csvLine } from './csv.js'
import { xlsxOf } from './xlsx.js'

/** The list of participants as it is filtered on screen, in the same order, as a file (G1). */
@Injectable()
export class AttendanceSheets {
  constructor(private readonly list: ParticipantList, private readonly questions: Questions, private readonly reader: AnswerReader) {}

  /** CSV in pieces, so that a long list is never held whole. */
  async *csv(event: EventEntity, filter: ParticipantFilter, set: ColumnSet, language: Language): AsyncGenerator<string> {
    const asked = await this.askedIn(event.id, set)
    yield CSV_START + csvLine([...headings(set, language), ...asked.map(({ label }) => label)])
    for await (const line of this.lines(event, filter, set, asked, language)) yield csvLine(line)
  }

  async xlsx(event: EventEntity, filter: ParticipantFilter, set: ColumnSet, language: Language): Promise<Buffer> {
    const asked = await this.askedIn(event.id, set)
    const rows: string[][] = []
    for await (const line of this.lines(event, filter, set, asked, language)) rows.push(line)
    return xlsxOf(words(language).sheet.attendance, [...headings(set, language), ...asked.map(({ label }) => label)], rows)
  }

  /** Questions whose answers stand in the list with everything else: none of a special category, and no files. */
  private async askedIn(eventId: string, set: ColumnSet): Promise<QuestionEntity[]> {
    return set === 'all' ? (await this.questions.everAsked(eventId)).filter(({ special, kind }) => !special && kind !== 'file') : []
  }

  private async *lines(event: EventEntity, filter: ParticipantFilter, set: ColumnSet, asked: readonly QuestionEntity[], language: Language): AsyncGenerator<string[]> {
    for await (const batch of this.list.batches(event.id, filter)) {
      const answers = await this.reader.open(asked, batch.map(({ id }) => id))
      for (const row of batch) {
        const given = answers.get(row.id) ?? []
        const answered = asked.map(({ id, kind }) => answerText({ kind, values: given.find(({ question }) => question.id === id)?.values ?? [] }, language))
        yield [...cells(set, row, language, event.timeZone), ...answered]
      }
    }
  }
}
