import { useState } from 'react'
import type { ConsentPurpose, EventDetail, ParticipantRow } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useRevokeConsent } from '../queries.js'
import { fullName } from './person-words.js'

/** Consents that stand; whoever may write takes one back for somebody who calls or writes. */
export function Consents({ event, person }: { event: EventDetail; person: ParticipantRow }) {
  const { t, v } = useLanguage()
  if (person.consents.length === 0) return t.person.noConsents
  if (!event.may.includes('people.write')) return person.consents.map((purpose) => v.consentNames[purpose]).join(', ')
  return (
    <ul className="cs">
      {person.consents.map((purpose) => (
        <li key={purpose}>{v.consentNames[purpose]} <RevokeConsent event={event} person={person} purpose={purpose} /></li>
      ))}
    </ul>
  )
}

/** The button that asks; `special` stands for needs and answers of special categories. */
export function RevokeConsent({ event, person, purpose }: { event: EventDetail; person: ParticipantRow; purpose: ConsentPurpose | 'special' }) {
  const { t, v } = useLanguage()
  const a = t.answers
  const [asked, setAsked] = useState(false)
  const revoke = useRevokeConsent(event.id, person.id)
  const say = useToast()
  const name = purpose === 'special' ? a.specialName : v.consentNames[purpose]
  const close = () => {
    setAsked(false)
    revoke.reset()
  }
  return (
    <>
      <Button rank="tertiary" small aria-label={a.revokeLabel(name)} onClick={() => setAsked(true)}>{a.revoke}</Button>
      {asked ? (
        <Confirm
          title={a.revokeAsk(name, fullName(person))} action={a.revokeAct} pending={revoke.isPending} error={revoke.error} consequences={purpose === 'special' ? [a.revokeSpecial, a.revokeFuture] : [a.revokeFuture]}
          reasonLabel={t.reason} reasonHint={a.changeReasonHint} needsReason onClose={close}
          onConfirm={(reason) => afterwards(revoke.mutateAsync({ purpose, reason }), () => {
            say(a.revoked(name))
            close()
          })}
        />
      ) : null}
    </>
  )
}
