import { useState } from 'react'
import type { EventDetail, EventVerb } from '@app/contracts'
import { formatDay } from '@app/i18n'
import { useLanguage, type Texts } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { useToast } from '../parts/toast.js'
import { countOf } from '../participants/views.js'
import { afterwards, useMoveEvent } from '../queries.js'
import { TellPeople } from './tell-people.js'
import { tellingOfCancellation } from './telling.js'

/** Buttons for what may be done with the event now; each says its consequences before the click. */
export function EventVerbs({ event, verbs, primary }: { event: EventDetail; verbs: readonly EventVerb[]; primary?: EventVerb }) {
  const { t, v, language } = useLanguage()
  const [asked, setAsked] = useState<EventVerb | null>(null)
  const move = useMoveEvent(event.id)
  const say = useToast()
  const close = () => {
    setAsked(null)
    move.reset()
  }
  const act = (sent: Parameters<typeof move.mutateAsync>[0]) =>
    afterwards(move.mutateAsync(sent), () => {
      say(t.eventDone[sent.verb](event.title))
      close()
    })
  return (
    <>
      {verbs.map((verb) => (
        <Button key={verb} rank={verb === primary ? 'primary' : 'secondary'} small={verb !== primary} onClick={() => setAsked(verb)}>{t.eventVerb[verb]}</Button>
      ))}
      {asked === 'cancel' ? (
        <TellPeople
          eventId={event.id} title={t.eventAsk.cancel(event.title)} tellingOf={(audience) => tellingOfCancellation(audience, t, v)}
          act={t.tell.cancelAct} plainAct={t.eventVerb.cancel} pending={move.isPending} error={move.error} reasonLabel={t.reason} reasonHint={t.eventReasonHint}
          onClose={close}
          onConfirm={(expectedTold, reason) => act({ verb: 'cancel', reason: reason.trim() === '' ? null : reason, expectedTold })}
        />
      ) : asked === null ? null : (
        <Confirm
          title={t.eventAsk[asked](event.title)}
          consequences={consequencesOf(asked, event, t, (day) => formatDay(language, day))}
          action={t.eventVerb[asked]}
          pending={move.isPending}
          error={move.error}
          onClose={close}
          onConfirm={() => act({ verb: asked })}
        />
      )}
    </>
  )
}

/** What will be true afterwards; of a cancellation `tellingOfCancellation` says it. */
export function consequencesOf(verb: Exclude<EventVerb, 'cancel'>, event: EventDetail, t: Texts, dayOf: (day: string) => string): string[] {
  const c = t.eventConsequence
  switch (verb) {
    case 'publish':
      return [
        event.visibility === 'public' ? c.publishPublic(event.publicPath) : c.publishInvited,
        event.closesOn === null ? c.publishOpen : c.publishUntil(dayOf(event.closesOn)),
        ...(event.admission === 'approval' ? [c.publishApproval] : []),
        event.capacity === 0 ? c.publishNoPlaces : event.capacity === null ? c.publishNoLimit : event.admission === 'approval' ? c.publishUpTo(event.capacity) : event.waitingList ? c.publishWaiting(event.capacity) : c.publishCapacity(event.capacity),
        ...(event.mode !== 'in_person' && event.onlineUrl === null ? [c.publishNoLink] : []),
      ]
    case 'save_the_date':
      return [c.saveTheDatePage, c.saveTheDateNoRegistration]
    case 'close':
      return [c.closeNoNew, c.closeKeeps(countOf(event.counts, 'confirmed'))]
    case 'reopen':
      return [c.reopenNew, event.closesOn === null ? c.publishOpen : c.publishUntil(dayOf(event.closesOn))]
  }
}
