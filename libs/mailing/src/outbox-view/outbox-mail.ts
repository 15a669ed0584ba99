import type { OutboxMail } from '@app/contracts'
import type { OutboxEntity, OutboxKind } from '@app/platform'
import { changed } from '../handlers/letter.js'
import type { MailWork } from '../handlers/mailing-outbox.js'

/** Work that ends in one mail to one person; work that fans out is none that staff could watch. */
export const MAIL_WORK = [
  'participation.unconfirmed', 'participation.repeated', 'participation.changed', 'participation.event_changed', 'participation.date_set',
  'participation.event_cancelled',
] as const satisfies readonly (MailWork & OutboxKind)[]

/** A change that asks for no mail; its row never was one. */
export const NO_LETTER = 'no_letter'

/** Reasons to withhold that somebody can remove; the others say that the mail is no longer due. */
const REMOVABLE = ['blocked', 'no_address']

/** What a row says or will say. A second registration is told what exists, which only the letter itself knows; before that, that something exists. */
export function mailOf({ kind, payload }: Pick<OutboxEntity, 'kind' | 'payload'>): OutboxMail {
  switch (kind as (typeof MAIL_WORK)[number]) {
    case 'participation.unconfirmed':
      return 'confirm_request'
    case 'participation.repeated':
      return 'already_registered'
    case 'participation.changed':
      return changed(payload.cause as Parameters<typeof changed>[0])?.kind ?? 'requested'
    case 'participation.event_changed':
      return 'event_changed'
    case 'participation.date_set':
      return 'date_set'
    case 'participation.event_cancelled':
      return 'event_cancelled'
  }
}

/** What failed, or was withheld for something that can be settled. */
export function mayBeSentAgain({ state, reason }: Pick<OutboxEntity, 'state' | 'reason'>): boolean {
  return state === 'failed' || (state === 'withheld' && REMOVABLE.includes(reason ?? ''))
}
