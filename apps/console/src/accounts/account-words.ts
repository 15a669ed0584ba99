import type { AccountView, Language, RoleView } from '@app/contracts'
import { dayOfInstant, formatDayShort, type Words } from '@app/i18n'
import type { IconName, Tone } from '@app/ui'
import type { Texts } from '../language.js'

const ZONE = 'Europe/Berlin'

/** Where a role holds and how long: "Reihe „Zukunftsdialog“, nur Hessen, bis 31.12.2027". */
export function whereOf({ node, land, lastDay }: RoleView, language: Language, t: Texts, v: Words['vocabulary']): string {
  const a = t.accounts
  return [
    node === null ? a.whole : a[node.kind](node.title),
    ...(land === null ? [] : [a.onlyLand(v.lands[land])]),
    ...(lastDay === null ? [] : [a.until(formatDayShort(language, lastDay))]),
  ].join(', ')
}

/** Glyph and word of an account: what needs somebody comes before what is well. */
export function stateOf({ state, invitation, roles, hasMore }: AccountView, language: Language, t: Texts): { icon: IconName; tone: Tone; word: string } {
  const a = t.accounts
  if (state === 'closed') return { icon: 'declined', tone: 'no', word: a.closed }
  if (state === 'invited') {
    if (invitation?.mail === 'failed') return { icon: 'alert', tone: 'bad', word: a.mailFailed }
    if (!invitation?.expiresAt) return { icon: 'alert', tone: 'wait', word: a.invitationOver }
    if (invitation.mail === 'pending' || invitation.mail === 'running') return { icon: 'mail', tone: 'none', word: a.mailUnderWay }
    return { icon: 'unanswered', tone: 'none', word: a.invited(formatDayShort(language, dayOfInstant(invitation.expiresAt, ZONE))) }
  }
  return roles.length === 0 && !hasMore ? { icon: 'lock', tone: 'wait', word: a.noRole } : { icon: 'place', tone: 'ok', word: a.active }
}

/** The day on which somebody last came in. */
export function seenOf({ lastSeenAt }: AccountView, language: Language, t: Texts): string {
  return lastSeenAt === null ? t.accounts.never : formatDayShort(language, dayOfInstant(lastSeenAt, ZONE))
}
