import { type DatePrecision, type EventMode, type EventState, type HostText, type Visibility, missingHostTexts } from '@app/contracts'
import type { FieldProblem } from '@app/platform'

/** Why an event cannot be published, in the order in which an organiser sees to it. */
export type Obstacle = 'no_date' | 'date_past' | 'no_host' | 'no_host_text' | 'no_place'

export interface PublishingFacts {
  mode: EventMode
  datePrecision: DatePrecision
  days: readonly { onDate: string }[]
  /** When the last day is over; null without days. */
  ends: Date | null
  hasVenue: boolean
  /** Everybody who answers, with their texts. */
  hosts: readonly AnsweringHost[]
}

/** An organisation that answers for the event; `texts` null: it is no host yet. */
export interface AnsweringHost {
  organisationId: string
  name: string
  texts: Record<HostText, string | null> | null
}

/** States in which an event keeps what it needed to be published. */
export const ON_ITS_WAY: readonly EventState[] = ['save_the_date', 'inviting', 'closed', 'running']

const FIELD_OF: Record<Exclude<Obstacle, 'no_host_text'>, string> = { no_date: '/days', date_past: '/days', no_host: '/hosts', no_place: '/venue' }

/**
 * What stands in the way of inviting (A10). Whoever is invited must know the day, the place and who answers for it: imprint (§ 5 DDG)
 * and information text (Art. 13 GDPR) of every host (`missingHostTexts`). A missing online link is no obstacle, it may follow.
 * @param now leaves out `date_past` when null: an event that is on its way may be corrected at any time
 */
export function publishObstacles(facts: PublishingFacts, now: Date | null): Obstacle[] {
  const found: Obstacle[] = []
  if (facts.datePrecision !== 'day' || facts.days.length === 0) found.push('no_date')
  else if (now !== null && facts.ends !== null && facts.ends <= now) found.push('date_past')
  if (facts.hosts.length === 0) found.push('no_host')
  else if (facts.hosts.some(({ texts }) => missingHostTexts(texts).length > 0)) found.push('no_host_text')
  if (facts.mode !== 'online' && !facts.hasVenue) found.push('no_place')
  return found
}

/** A save the date names the day and who asks for it; the place may follow. */
export function saveTheDateObstacles(facts: PublishingFacts, now: Date | null): Obstacle[] {
  return publishObstacles(facts, now).filter((obstacle) => obstacle !== 'no_place')
}

/**
 * The obstacles as errors of the fields where they are removed: `field.no_date` at `/days` …; each host that lacks a text has its own.
 * @param listed organisations in the order of the caller's list of hosts, where the errors of theirs point
 */
export function obstacleErrors(obstacles: readonly Obstacle[], hosts: readonly AnsweringHost[], listed: readonly string[]): FieldProblem[] {
  return obstacles.flatMap((obstacle) => (obstacle === 'no_host_text' ? hostTextErrors(hosts, listed) : [{ pointer: FIELD_OF[obstacle], code: `field.${obstacle}` }]))
}

/** What an event lacks of those who answer for it, as errors of the caller's list of hosts. @param listed like `obstacleErrors` */
export function hostErrors(hosts: readonly AnsweringHost[], listed: readonly string[]): FieldProblem[] {
  return hosts.length === 0 ? [{ pointer: FIELD_OF.no_host, code: 'field.no_host' }] : hostTextErrors(hosts, listed)
}

function hostTextErrors(hosts: readonly AnsweringHost[], listed: readonly string[]): FieldProblem[] {
  return hosts.flatMap(({ organisationId, name, texts }) => {
    const missing = missingHostTexts(texts)
    if (missing.length === 0) return []
    const row = listed.indexOf(organisationId)
    const code = missing.length > 1 ? 'no_host_text' : missing[0] === 'imprint' ? 'no_host_imprint' : 'no_host_privacy'
    return [{ pointer: row < 0 ? '/hosts' : `/hosts/${row}`, code: `field.${code}`, params: { host: name } }]
  })
}

/** Errors that a change brings: what lacked before may go on lacking, so that it keeps nobody from correcting something else. */
export function newErrors(before: readonly FieldProblem[], after: readonly FieldProblem[]): FieldProblem[] {
  const said = ({ code, params }: FieldProblem) => `${code} ${params?.host ?? ''}`
  const known = new Set(before.map(said))
  return after.filter((error) => !known.has(said(error)))
}

export interface VisibilityFacts {
  state: EventState
  visibility: Visibility
  datePrecision: DatePrecision
  publishedAt: Date | null
  editionNo: number | null
  /** Null for an event of its own. */
  series: { publicAt: Date | null } | null
}

export type HiddenReason = 'draft' | 'invited_only' | 'series_hidden' | 'cancelled' | Obstacle

/**
 * Why the public does not see an event; empty when it does. A planned edition without a date is shown in its public series as
 * "planned, no date yet" (A1). Its number is what announces it: without one, what staff has just begun to enter stays a draft.
 * An event that was cancelled before anybody could see it stays unseen.
 */
export function hiddenBecause(event: VisibilityFacts): HiddenReason[] {
  const found: HiddenReason[] = []
  const isAnnounced = event.series !== null && event.editionNo !== null && event.state === 'planned' && event.datePrecision !== 'day'
  if (event.state === 'idea' || (event.state === 'planned' && !isAnnounced)) found.push('draft')
  if (event.state === 'cancelled' && event.publishedAt === null) found.push('cancelled')
  if (event.visibility !== 'public') found.push('invited_only')
  if (event.series !== null && event.series.publicAt === null) found.push('series_hidden')
  return found
}

export function isPublic(event: VisibilityFacts): boolean {
  return hiddenBecause(event).length === 0
}
