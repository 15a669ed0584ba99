import { Injectable } from '@nestjs/common'
import { Clock, type FieldProblem, Problem, type Tx, newId } from '@app/platform'
import { type Actor, Audit, Tree } from '@app/staff'
import { eventSlugText } from '../domain/event-words.js'
import { EventGroupEntity } from '../entities/event-group.entity.js'
import { EventTopicEntity } from '../entities/event-topic.entity.js'
import { EventEntity } from '../entities/event.entity.js'
import { SeriesEntity } from '../entities/series.entity.js'
import { VenueEntity } from '../entities/venue.entity.js'
import { eventHooks } from '../event-hooks.js'
import { type CurrentFormat, Formats } from '../formats.js'
import { insertWithSlug } from '../free-slug.js'
import { type EventSheet, checkSheet } from './event-sheet.js'
import type { EventCreation } from './inputs.js'
import { SheetWriter } from './sheet-writer.js'

const HINT_PRECISION = { 4: 'year', 7: 'month' } as const

/** Makes new events. */
@Injectable()
export class EventBirth {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly tree: Tree,
    private readonly formats: Formats,
    private readonly writer: SheetWriter,
  ) {}

  async create(tx: Tx, input: EventCreation, actor: Actor): Promise<string> {
    const format = await this.formats.current(tx, input.format)
    const errors = await this.referenceErrors(tx, input, format)
    if (format === null || errors.length > 0) throw new Problem('invalid', {}, errors)
    const sheet = firstSheet(input, format)
    const schedule = checkSheet(sheet)
    if (schedule.errors.length > 0) throw new Problem('invalid', {}, schedule.errors)
    const id = newId()
    await this.tree.place(tx, { id, kind: 'event', parentId: input.seriesId })
    const columns = { ...this.columns(input, format), ...this.writer.columns(sheet, { ...datesOf(input), onlineUrlSealed: null }), id }
    await insertWithSlug(tx, EventEntity, slugText(input, format), format.key.replaceAll('_', '-'), (slug) => tx.db.insert(EventEntity, { ...columns, slug }))
    await this.writer.parts(tx, id, null, sheet, schedule)
    await this.extras(tx, id, input)
    await eventHooks.call('eventCreated', tx, { eventId: id, asks: format.asks })
    await this.audit.record(tx, {
      actor, action: 'event.create', subject: { kind: 'event', id }, nodeId: id,
      change: { after: { title: input.title, format: format.key, formatVersion: format.version, days: sheet.days, seriesId: input.seriesId, hosts: sheet.hosts } },
    })
    return id
  }

  private async referenceErrors(tx: Tx, input: EventCreation, format: CurrentFormat | null): Promise<FieldProblem[]> {
    const errors: FieldProblem[] = []
    if (format === null) errors.push({ pointer: '/format', code: 'field.choice' })
    if (input.seriesId === null) return errors
    if (!(await tx.db.existsBy(SeriesEntity, { id: input.seriesId }))) errors.push({ pointer: '/seriesId', code: 'field.choice' })
    else if (typeof input.editionNo === 'number' && (await tx.db.existsBy(EventEntity, { seriesId: input.seriesId, editionNo: input.editionNo }))) {
      errors.push({ pointer: '/editionNo', code: 'field.edition_taken' })
    }
    return errors
  }

  private columns(input: EventCreation, format: CurrentFormat) {
    return {
      seriesId: input.seriesId,
      editionNo: input.editionNo ?? null,
      isKickoff: input.isKickoff ?? false,
      isClosing: input.isClosing ?? false,
      memberId: input.memberId ?? null,
      phaseId: input.phaseId ?? null,
      formatVersionId: format.versionId,
      state: 'planned' as const,
      dateInferred: input.dateInferred ?? false,
      countPublished: input.countPublished ?? null,
      countQualifier: input.countQualifier ?? null,
      capacity: input.capacity === undefined ? format.settings.capacity : input.capacity,
      createdAt: this.clock.now(),
    }
  }

  private async extras(tx: Tx, eventId: string, { groups = [], topics = [], venueAgs }: EventCreation): Promise<void> {
    for (const [position, { key, label }] of groups.entries()) {
      await tx.db.insert(EventGroupEntity, { id: newId(), eventId, groupKey: key, label: label ?? null, position })
    }
    for (const [position, title] of topics.entries()) await tx.db.insert(EventTopicEntity, { id: newId(), eventId, position, title })
    if (venueAgs) await tx.db.update(VenueEntity, { eventId, position: 0 }, { ags: venueAgs })
  }
}

function slugText(input: EventCreation, format: CurrentFormat): string {
  const first = input.days.map(({ date }) => date).sort()[0] ?? input.dateHint ?? null
  return eventSlugText({
    title: input.title, editionNo: input.editionNo ?? null, formatName: format.name, city: input.venue?.city ?? null, year: first?.slice(0, 4) ?? null,
  })
}

function firstSheet(input: EventCreation, { settings }: CurrentFormat): EventSheet {
  return {
    title: input.title,
    subtitle: input.subtitle ?? null,
    guidingQuestion: input.guidingQuestion ?? null,
    description: input.description ?? null,
    easyLanguage: input.easyLanguage ?? null,
    signVideoUrl: input.signVideoUrl ?? null,
    mode: input.mode ?? settings.mode,
    timeZone: input.timeZone,
    waitingList: input.waitingList ?? settings.waitingList,
    visibility: input.visibility ?? settings.visibility,
    admission: input.admission ?? settings.admission,
    days: input.days,
    venue: input.venue,
    onlineUrl: input.onlineUrl ?? null,
    regions: input.regions,
    closesOn: input.closesOn,
    hosts: input.hosts,
    agenda: input.agenda,
  }
}

/** What is known of a date without days; without a word on it, the length of the hint tells how exact it is. */
function datesOf({ dateHint = null, datePrecision }: EventCreation): Pick<EventEntity, 'dateHint' | 'datePrecision'> {
  const byHint = dateHint === null ? 'unknown' : (HINT_PRECISION[dateHint.length as 4 | 7] ?? 'unknown')
  return { dateHint, datePrecision: datePrecision ?? byHint }
}
