import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { STATES_IN_CALENDARS, type EventDetail, type EventPatchSent } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Confirm } from '../parts/confirm.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { letGo } from '../parts/unsaved.js'
import { countOf } from '../participants/views.js'
import { useEvent, useLookAgain, useUpdateEvent } from '../queries.js'
import { NoRight } from '../shell/no-right.js'
import { conflictsOf, settled } from './conflicts.js'
import { EventConflict } from './event-conflict.js'
import { EventFormFields } from './event-form.js'
import { formOf, isForCalendars, patchOf, withFirstRows, withoutEmptyRows, type EventForm, type FactName } from './form-state.js'
import { movingUpWith } from './moving-up.js'
import { isOtherNumber, TellPeople } from './tell-people.js'
import { tellingOfChange } from './telling.js'

/** Changes the facts of an event; only what was changed is sent. */
export function EventEdit({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error, refetch } = useEvent(id)
  if (event === undefined) {
    return error === null ? <Loading rows={10} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  return event.may.includes('programme.write') ? <EditForm event={event} /> : <NoRight />
}

/** What is asked before saving. */
type Asked =
  | { kind: 'conflict'; names: readonly FactName[]; saved: EventForm; savedEvent: EventDetail; mine: EventForm }
  | { kind: 'tell'; patch: EventPatchSent; mine: EventForm; movingUp: number }
  | { kind: 'moveUp'; patch: EventPatchSent; mine: EventForm; movingUp: number }

function EditForm({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  // The event as it was when the form was opened: later reads must not move the fields under somebody's hands.
  const [opened, setOpened] = useState<EventForm>(() => formOf(event))
  const [form, setForm] = useState<EventForm>(opened)
  const [asked, setAsked] = useState<Asked | null>(null)
  const update = useUpdateEvent(event.id)
  const look = useLookAgain(event.id)
  const say = useToast()
  const [, navigate] = useLocation()
  const refused = isOtherNumber(update.error) ? null : update.error ?? look.error
  const pending = update.isPending || look.isPending
  const home = `/veranstaltungen/${event.id}`
  const now = withoutEmptyRows(form)
  const changed = Object.keys(patchOf(opened, now))
  const asksFirst = mayTell(event) && isForCalendars(opened, now)
  const movingUp = changed.includes('capacity') ? movingUpWith(form.capacity, event) : 0
  const close = () => {
    setAsked(null)
    update.reset()
  }
  const leave = () => {
    letGo()
    navigate(home)
  }
  const save = (patch: EventPatchSent) =>
    void update.mutateAsync(patch).then(
      (saved) => {
        setAsked(null)
        say(t.eventForm.saved(saved.title))
        leave()
      },
      // Any other refusal is said at the form, where it can be seen to.
      (error: unknown) => {
        if (!isOtherNumber(error)) setAsked(null)
      },
    )
  /** Goes on only where nobody else has meanwhile changed the same facts; otherwise both versions are shown. */
  const unlessChanged = (mine: EventForm, goOn: (savedEvent: EventDetail) => void) =>
    void look.mutateAsync().then((savedEvent) => {
      const saved = formOf(savedEvent)
      const names = conflictsOf(opened, mine, saved)
      if (names.length > 0) setAsked({ kind: 'conflict', names, saved, savedEvent, mine })
      else goOn(savedEvent)
    }, () => setAsked(null))
  const proceed = (ground: EventForm, mine: EventForm, savedEvent: EventDetail) => {
    const patch = patchOf(ground, mine)
    if (Object.keys(patch).length === 0) return leave()
    const rising = patch.capacity === undefined ? 0 : movingUpWith(mine.capacity, savedEvent)
    if (mayTell(savedEvent) && isForCalendars(ground, mine)) setAsked({ kind: 'tell', patch, mine, movingUp: rising })
    else if (rising > 0) setAsked({ kind: 'moveUp', patch, mine, movingUp: rising })
    else {
      setAsked(null)
      save(patch)
    }
  }
  return (
    <>
      <PageHead title={t.eventForm.editTitle} tabTitle={`${t.eventForm.editTitle}: ${event.title}`} kicker={<Link href={home}>{event.title}</Link>} failed={refused !== null} />
      <FormShell
        error={refused} pending={pending} submit={t.form.save} dirty={changed.length > 0 && !update.isSuccess}
        note={changed.length === 0 ? t.form.unchanged : movingUp > 0 ? t.tell.movesUp(movingUp) : asksFirst ? t.tell.editNote : t.form.changedCount(changed.length)}
        onCancel={() => navigate(home)}
        onSubmit={() => {
          setForm(withFirstRows(now))
          if (changed.length === 0) return leave()
          update.reset()
          unlessChanged(now, (savedEvent) => proceed(opened, now, savedEvent))
        }}
      >
        <EventFormFields form={form} movingUp={movingUp} onChange={(change) => setForm((before) => ({ ...before, ...change }))} />
      </FormShell>
      {asked?.kind === 'conflict' ? (
        <EventConflict
          names={asked.names} mine={asked.mine} saved={asked.saved} onClose={close}
          onSettle={(theirs) => {
            const mine = settled(opened, asked.mine, asked.saved, theirs)
            setOpened(asked.saved)
            setForm(withFirstRows(mine))
            proceed(asked.saved, mine, asked.savedEvent)
          }}
        />
      ) : null}
      {asked?.kind === 'moveUp' ? (
        <Confirm
          title={t.tell.editAsk(event.title)} consequences={[t.tell.movesUp(asked.movingUp)]} action={t.tell.movesUpAct(asked.movingUp)}
          pending={pending} error={update.error} onClose={close} onConfirm={() => unlessChanged(asked.mine, () => save(asked.patch))}
        />
      ) : null}
      {asked?.kind === 'tell' ? (
        <TellPeople
          eventId={event.id} title={t.tell.editAsk(event.title)}
          tellingOf={(audience) => {
            const telling = tellingOfChange(audience, asked.mine.days.some(({ date }) => date !== ''), t)
            return asked.movingUp === 0 ? telling : { ...telling, sentences: [...telling.sentences, t.tell.movesUp(asked.movingUp)] }
          }}
          act={t.tell.editAct} plainAct={t.form.save} pending={pending} error={update.error} onClose={close}
          onConfirm={(expectedTold) => unlessChanged(asked.mine, () => save({ ...asked.patch, expectedTold }))}
        />
      ) : null}
    </>
  )
}

/** Where nobody outside knows of the event yet and nobody has a place, there is nothing to ask. */
function mayTell(event: EventDetail): boolean {
  return STATES_IN_CALENDARS.includes(event.state) && (event.state !== 'planned' || countOf(event.counts, 'confirmed') > 0)
}
