import type { AgendaItemInput, DayInput, EventInput, RoleInput, VenueInput } from '@app/contracts'
import type { FieldProblem } from '@app/platform'
import { type ItemThere, carryAlong } from '../domain/agenda-match.js'
import { type Schedule, planSchedule } from '../domain/event-schedule.js'
import type { EventEntity } from '../entities/event.entity.js'
import type { EventChange } from './inputs.js'

/** Everything of an event that staff edits, in the words of the contract: local days and times, plain online link. */
export interface EventSheet
  extends Pick<EventEntity, 'title' | 'subtitle' | 'guidingQuestion' | 'description' | 'easyLanguage' | 'signVideoUrl' | 'mode' | 'timeZone' | 'waitingList' | 'visibility' | 'admission'> {
  days: DayInput[]
  venue: VenueInput | null
  onlineUrl: string | null
  regions: EventInput['regions']
  closesOn: string | null
  hosts: RoleInput[]
  agenda: (AgendaItemInput | ItemThere)[]
}

/** The sheet after a change. Where the days move and the agenda is not sent along, it is carried to the new days. */
export function changedSheet(sheet: EventSheet, patch: EventChange): EventSheet {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const after: EventSheet = { ...sheet, ...given }
  if (patch.days === undefined || patch.agenda !== undefined) return after
  return { ...after, agenda: carryAlong(sheet.agenda, dates(sheet.days), dates(patch.days)) }
}

/** The instants of a sheet and what is wrong with it. */
export function checkSheet(sheet: EventSheet): Schedule {
  const schedule = planSchedule(sheet.days, sheet.agenda, sheet.timeZone)
  const first = dates(sheet.days)[0]
  const late: FieldProblem[] = sheet.closesOn !== null && first !== undefined && sheet.closesOn > first ? [{ pointer: '/closesOn', code: 'field.closes_after_start' }] : []
  return { ...schedule, errors: [...schedule.errors, ...late] }
}

/** The fields that differ, before and after; the online link is a secret and only said to have changed. */
export function differences(before: EventSheet, after: EventSheet): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const keys = (Object.keys(after) as (keyof EventSheet)[]).filter((key) => !same(plain(before[key]), plain(after[key])))
  if (keys.length === 0) return null
  const side = (sheet: EventSheet) => Object.fromEntries(keys.map((key) => [key, key === 'onlineUrl' ? sheet[key] !== null : plain(sheet[key])]))
  return { before: side(before), after: side(after) }
}

function dates(days: readonly DayInput[]): string[] {
  return days.map(({ date }) => date).sort()
}

/** Ids are ours, not staff's: an agenda with the same items is the same agenda. Properties in the order of the contract. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([key, part]) => key !== 'id' && part !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, plain(part)]))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
