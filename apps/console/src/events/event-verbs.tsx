import { useState } from 'react'
import type { EventDetail, EventVerb } from '@app/contracts'
import { formatDay } from '@app/i18n'
import { useLanguage, type Texts } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { useToast } from '../parts/toast.js'
import { countOf } from '../participants/views.js'
import { afterwards, useMoveEvent } from '../queries.js'

/** Buttons for what may be done with the event now; each says its consequences before the click. */
export function EventVerbs({ event, verbs, primary }: { event: EventDetail; verbs: readonly EventVerb[]; primary?: EventVerb }) {
  const { t, language } = useLanguage()
  const [asked, setAsked] = useState<EventVerb | null>(null)
  const move = useMoveEvent(event.id)
  const say = useToast()
  const close = () => {
    setAsked(null)
    move.reset()
  }
  return (
    <>
      {verbs.map((verb) => (
        <Button key={verb} rank={verb === primary ? 'primary' : 'secondary'} small={verb !== primary} onClick={() => setAsked(verb)}>{t.eventVerb[verb]}</Button>
      ))}
      {asked === null ? null : (
        <Confirm
          title={t.eventAsk[asked](event.title)}
          consequences={consequencesOf(asked, event, t, (day) => formatDay(language, day))}
          action={t.eventVerb[asked]}
          pending={move.isPending}
          error={move.error}
          {...(asked === 'cancel' ? { reasonLabel: t.reason, reasonHint: t.eventReasonHint } : {})}
          onClose={close}
          onConfirm={(reason) =>
            afterwards(move.mutateAsync({ verb: asked, reason: reason.trim() === '' ? null : reason }), () => {
              say(t.eventDone[asked](event.title))
              close()
            })}
        />
      )}
    </>
  )
}

/** What will be true afterwards. Numbers come from the event, so that nobody is surprised by mails. */
export function consequencesOf(verb: EventVerb, event: EventDetail, t: Texts, dayOf: (day: string) => string): string[] {
  const c = t.eventConsequence
  const told = countOf(event.counts, 'confirmed') + countOf(event.counts, 'waiting') + countOf(event.counts, 'open')
  switch (verb) {
    case 'publish':
      return [
        event.visibility === 'public' ? c.publishPublic(event.publicPath) : c.publishInvited,
        event.closesOn === null ? c.publishOpen : c.publishUntil(dayOf(event.closesOn)),
        event.capacity === null ? c.publishNoLimit : event.waitingList ? c.publishWaiting(event.capacity) : c.publishCapacity(event.capacity),
      ]
    case 'save_the_date':
      return [c.saveTheDatePage, c.saveTheDateNoRegistration]
    case 'close':
      return [c.closeNoNew, c.closeKeeps(countOf(event.counts, 'confirmed'))]
    case 'reopen':
      return [c.reopenNew, event.closesOn === null ? c.publishOpen : c.publishUntil(dayOf(event.closesOn))]
    case 'cancel':
      return [told === 0 ? c.cancelNobody : c.cancelMails(told), c.cancelPage, c.cancelFinal]
  }
}
