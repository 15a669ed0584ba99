import { OUTBOX_STATES, type Language, type OutboxCounts, type OutboxItem, type OutboxState } from '@app/contracts'
import { formatTime, timeOfInstant, words } from '@app/i18n'
import type { IconName, Tone } from '@app/ui'
import type { Texts } from '../language.js'
import { shortDay } from '../participants/person-words.js'

/** Views of the list, what needs somebody first. */
export const OUTBOX_VIEWS: readonly OutboxState[] = ['failed', 'pending', 'running', 'withheld', 'done']

/** Views that stand there even when they are empty; the others come and go with their mails. */
const ALWAYS: readonly OutboxState[] = ['failed', 'pending', 'done']

/** What the address of the list says. */
export interface OutboxAddress {
  state: OutboxState | null
  after: string | null
}

/** Reads a query string; what the contract does not know is dropped, so that an old link still opens the list. */
export function readOutboxAddress(search: string): OutboxAddress {
  const params = new URLSearchParams(search)
  const state = params.get('state')
  const known = OUTBOX_STATES.find((one) => one === state) ?? null
  return { state: known, after: params.get('after') }
}

export function writeOutboxAddress({ state, after }: OutboxAddress): string {
  const parts = [...(state === null ? [] : [`state=${state}`]), ...(after === null ? [] : [`after=${encodeURIComponent(after)}`])]
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

export function totalOf(counts: OutboxCounts, state: OutboxState | null): number {
  return state === null ? OUTBOX_STATES.reduce((sum, one) => sum + counts[one], 0) : counts[state]
}

/** Views worth a place: the usual ones, those with mails, and the one that is open. */
export function shownViews(counts: OutboxCounts | undefined, current: OutboxState | null): OutboxState[] {
  return OUTBOX_VIEWS.filter((state) => ALWAYS.includes(state) || state === current || (counts?.[state] ?? 0) > 0)
}

const LOOKS: Record<OutboxState, readonly [IconName, Tone]> = {
  failed: ['alert', 'bad'], pending: ['clock', 'none'], running: ['mail', 'open'], withheld: ['declined', 'no'], done: ['place', 'ok'],
}

/** Glyph and word; a mail that was tried before says that another try follows. */
export function outboxLook({ state, attempts }: Pick<OutboxItem, 'state' | 'attempts'>, language: Language, t: Texts): { icon: IconName; tone: Tone; word: string } {
  if (state === 'pending' && attempts > 0) return { icon: 'waiting', tone: 'wait', word: t.outbox.retrying }
  const [icon, tone] = LOOKS[state]
  return { icon, tone, word: words(language).outbox.states[state] }
}

/** The sentences below the state: why, what the server said, when the next try is. What helps stands apart. */
export function outboxSentences(item: OutboxItem, timeZone: string, language: Language, today: string, t: Texts): string[] {
  const { reasonText, smtpReply, nextTryAt, attempts } = item
  return [
    ...(reasonText === null ? [] : [reasonText]),
    ...(smtpReply === null ? [] : [t.outbox.serverSaid(smtpReply)]),
    ...(nextTryAt === null || attempts === 0 ? [] : [t.outbox.nextTry(shortDay(nextTryAt, timeZone, language, today), clockTime(nextTryAt, timeZone, language))]),
  ]
}

/** "25. Nov., 10:01 Uhr": when it was settled, or else begun. */
export function outboxMoment({ settledAt, createdAt }: Pick<OutboxItem, 'settledAt' | 'createdAt'>, timeZone: string, language: Language, today: string): string {
  const instant = settledAt ?? createdAt
  return `${shortDay(instant, timeZone, language, today)}, ${clockTime(instant, timeZone, language)}`
}

function clockTime(instant: string, timeZone: string, language: Language): string {
  return formatTime(language, timeOfInstant(instant, timeZone))
}
