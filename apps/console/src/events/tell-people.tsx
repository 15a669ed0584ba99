import { useEffect } from 'react'
import type { Audience } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Confirm } from '../parts/confirm.js'
import { EMPTY_ADDRESS, writeAddress } from '../participants/address.js'
import { ProblemError } from '../problem.js'
import { useAudience } from '../queries.js'
import type { Telling } from './telling.js'

interface Props {
  eventId: string
  title: string
  tellingOf: (audience: Audience) => Telling
  /** The words of the button, which carries the number. */
  act: (told: number) => string
  /** The button while the number is not known yet. */
  plainAct: string
  pending: boolean
  error: unknown
  reasonLabel?: string
  reasonHint?: string
  onConfirm: (expectedTold: number, reason: string) => void
  onClose: () => void
}

/** The API has counted another number than the dialog showed, and changed nothing. */
export function isOtherNumber(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'told_number_changed'
}

/** Asks before people are told, with the number on the button. A refused number is counted again, and the button then carries the new one. */
export function TellPeople({ eventId, title, tellingOf, act, plainAct, pending, error, onConfirm, onClose, ...reason }: Props) {
  const { t } = useLanguage()
  const { data: audience, error: unread, refetch } = useAudience(eventId)
  const telling = audience && tellingOf(audience)
  useEffect(() => {
    if (isOtherNumber(error)) void refetch()
  }, [error, refetch])
  return (
    <Confirm
      title={title}
      consequences={telling?.sentences ?? [t.tell.counting]}
      action={telling ? act(telling.told) : plainAct}
      pending={pending || (telling === undefined && unread === null)}
      error={error ?? (telling ? null : unread)}
      {...reason}
      onClose={onClose}
      onConfirm={(given) => (telling ? onConfirm(telling.told, given) : void refetch())}
    >
      {telling === undefined || telling.unreachable === 0 ? null : (
        <p className="dlg-note">
          {t.tell.unreachable(telling.unreachable)}{' '}
          <a href={`/console/veranstaltungen/${eventId}/personen${writeAddress({ ...EMPTY_ADDRESS, standing: telling.unreachableAs })}`} target="_blank" rel="noopener">{t.tell.showUnreachable}</a>
        </p>
      )}
    </Confirm>
  )
}
