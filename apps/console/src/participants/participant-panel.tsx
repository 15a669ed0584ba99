import { useEffect, useEffectEvent, useRef, useState, type Ref } from 'react'
import { Link } from 'wouter'
import type { EventDetail, ParticipantRow, ParticipantVerb } from '@app/contracts'
import { formatInstant, wordFor } from '@app/i18n'
import { Icon, StandingGlyph } from '@app/ui'
import { auditPath } from '../audit/audit-address.js'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { Email } from '../parts/email.js'
import { useMay } from '../session/may.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useMoveParticipant } from '../queries.js'
import { AnswersChange } from './answers-change.js'
import { Consents } from './consents.js'
import { ParticipantEdit } from './participant-edit.js'
import { PersonAnswers } from './person-answers.js'
import { consequencesOf, fullName, sinceOf, verbWords } from './person-words.js'
import { countOf, VERBS_OF } from './views.js'

interface Props {
  ref: Ref<HTMLElement>
  event: EventDetail
  person: ParticipantRow
  /** Place in the whole list, from 1; null when it is not known. */
  position: number | null
  total: number
  previous: string | undefined
  next: string | undefined
  onOpen: (id: string) => void
  onClose: () => void
}

/** One person beside the list: standing, what may be done, the data, the way so far. */
export function ParticipantPanel({ ref, event, person, position, total, previous, next, onOpen, onClose }: Props) {
  const { t, language } = useLanguage()
  const p = t.person
  const leave = useEffectEvent((key: KeyboardEvent) => {
    // Inside the form it would throw away what was typed.
    const inside = key.target instanceof Element && key.target.closest('.pn') !== null && key.target.closest('form') === null
    if (key.key === 'Escape' && inside && document.querySelector('dialog[open]') === null) onClose()
  })
  useEffect(() => {
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [])
  const office = [person.office, person.organisation].filter(Boolean).join(', ')
  return (
    <aside ref={ref} className="pn" aria-labelledby="pn-h">
      <div className="top">
        <span className="n">{position === null ? '' : p.position(position, total)}</span>
        <span>
          <button type="button" className="ib" aria-label={p.previous} disabled={previous === undefined} onClick={() => { if (previous !== undefined) onOpen(previous) }}><Icon name="up" /></button>
          <button type="button" className="ib" aria-label={p.next} disabled={next === undefined} onClick={() => { if (next !== undefined) onOpen(next) }}><Icon name="down" /></button>
          <button type="button" className="ib" aria-label={p.close} onClick={onClose}><Icon name="cross" /></button>
        </span>
      </div>
      <h2 id="pn-h" tabIndex={-1}>{fullName(person)}</h2>
      {office === '' ? null : <p className="off">{office}</p>}
      <div className="pb"><StandingGlyph standing={person.standing} position={person.waitingPosition} language={language} tag /></div>
      <Doing key={person.id} event={event} person={person} />
      <Way event={event} person={person} />
    </aside>
  )
}

/** What may be done, and the data; while the data is being corrected the form stands in their place. */
function Doing({ event, person }: { event: EventDetail; person: ParticipantRow }) {
  const { t } = useLanguage()
  const [changing, setChanging] = useState<'person' | 'answers' | null>(null)
  const mayWrite = event.may.includes('people.write')
  const left = useRef<'person' | 'answers' | null>(null)
  const done = () => {
    left.current = changing
    setChanging(null)
  }
  /** Gives the focus back to the button that led to the form. That to the answers comes with them, when somebody may have gone on already. */
  const backTo = (part: 'person' | 'answers') => (place: HTMLDivElement | null) => {
    if (place === null || left.current !== part) return
    left.current = null
    if (document.activeElement === document.body) place.querySelector('button')?.focus()
  }
  if (changing === 'person') return <ParticipantEdit event={event} person={person} onDone={done} />
  if (changing === 'answers') return <AnswersChange event={event} person={person} onDone={done} />
  return (
    <>
      {mayWrite ? <Verbs event={event} person={person} /> : null}
      <Seats event={event} person={person} />
      <Data event={event} person={person} />
      {person.standing === 'unconfirmed' || !mayWrite ? null : <div ref={backTo('person')} className="pb"><Button small onClick={() => setChanging('person')}>{t.person.edit}</Button></div>}
      <PersonAnswers event={event} person={person}>
        {mayWrite ? <div ref={backTo('answers')} className="pb"><Button small onClick={() => setChanging('answers')}>{t.answers.change}</Button></div> : null}
      </PersonAnswers>
    </>
  )
}

function Verbs({ event, person }: { event: EventDetail; person: ParticipantRow }) {
  const { t } = useLanguage()
  const [asked, setAsked] = useState<ParticipantVerb | null>(null)
  const move = useMoveParticipant(event.id)
  const say = useToast()
  const full = isFull(event)
  const verbs = VERBS_OF[person.standing].filter((verb) => (verb === 'wait' ? event.waitingList : verb !== 'confirm' || person.standing === 'unconfirmed' || !full))
  const name = fullName(person)
  // As they were when asked: afterwards the person stands elsewhere.
  const words = asked === null ? null : verbWords(asked, person, t)
  const close = () => {
    setAsked(null)
    move.reset()
  }
  return (
    <>
      <div className="pb">
        {verbs.map((verb, index) => (
          <Button key={verb} rank={index === 0 && verb === 'confirm' ? 'primary' : 'secondary'} onClick={() => setAsked(verb)}>{verbWords(verb, person, t).action}</Button>
        ))}
        {verbs.length === 0 ? <p className="m">{t.person.noVerbs}</p> : null}
        {person.standing === 'unconfirmed' ? <p className="m">{t.person.unproven}</p> : null}
      </div>
      {asked === null || words === null ? null : (
        <Confirm
          title={words.ask(name)} action={words.action} pending={move.isPending} error={move.error}
          consequences={consequencesOf(asked, person, { ...event, waiting: countOf(event.counts, 'waiting') }, t)}
          reasonLabel={t.reason} reasonHint={t.person.reasonKept}
          onClose={close}
          onConfirm={(reason) =>
            afterwards(move.mutateAsync({ participantId: person.id, verb: asked, reason: reason.trim() === '' ? null : reason }), () => {
              say(words.done(name))
              close()
            })}
        />
      )}
    </>
  )
}

/** The API gives no place beyond the number of places, so the button is not offered. */
function isFull({ capacity, taken }: EventDetail): boolean {
  return capacity !== null && taken >= capacity
}

function Seats({ event, person }: { event: EventDetail; person: ParticipantRow }) {
  const { t } = useLanguage()
  const waiting = countOf(event.counts, 'waiting')
  const full = isFull(event)
  const asks = person.standing !== 'unconfirmed' && VERBS_OF[person.standing].includes('confirm')
  return (
    <>
      <h3>{t.event.places}</h3>
      <p className="n">{event.capacity === null ? t.event.takenOpen(event.taken) : t.event.taken(event.taken, event.capacity)}{waiting === 0 ? '' : `, ${t.event.waiting(waiting)}`}</p>
      {full && asks && event.may.includes('programme.write') ? <p className="warn"><Icon name="alert" /><span>{t.person.full} <Link href={`/veranstaltungen/${event.id}/bearbeiten`}>{t.person.changeCapacity}</Link></span></p> : null}
    </>
  )
}

function Data({ event, person }: { event: EventDetail; person: ParticipantRow }) {
  const { t, v } = useLanguage()
  const p = t.person
  const group = person.group === null ? null : (event.groups.find(({ key }) => key === person.group)?.label ?? wordFor(v.groups, person.group))
  const facts: [string, string | null][] = [
    [p.salutation, person.salutation === null ? null : v.salutations[person.salutation]],
    [p.officeSalutation, person.officeSalutation], [p.phone, person.phone], [p.group, group], [t.list.land, person.land === null ? null : v.lands[person.land]], [p.language, v.languages[person.language]],
    [p.origin, v.origins[person.origin]],
  ]
  return (
    <>
      <h3>{p.data}</h3>
      <dl className="kv">
        <dt>{p.email}</dt><dd>{person.email === null ? <span className="m">{p.noEmail}</span> : <a href={`mailto:${person.email}`}><Email address={person.email} /></a>}</dd>
        {facts.map(([label, value]) => (value === null ? null : <div key={label} className="kv-r"><dt>{label}</dt><dd>{value}</dd></div>))}
        <div className="kv-r"><dt>{p.consents}</dt><dd><Consents event={event} person={person} /></dd></div>
      </dl>
    </>
  )
}

/** What is known of the way so far: the standing and the beginning. */
function Way({ event, person }: { event: EventDetail; person: ParticipantRow }) {
  const { t, v, language } = useLanguage()
  const may = useMay()
  return (
    <>
      <h3>{t.person.way}</h3>
      <ol className="ln hist">
        {person.placeAt === null || person.standing === 'unconfirmed' ? null : (
          <li className="is-next">{v.standings[person.standing]}<small>{formatInstant(language, sinceOf(person), event.timeZone)}</small></li>
        )}
        <li className="is-done">{v.origins[person.origin]}<small>{formatInstant(language, person.createdAt, event.timeZone)}</small></li>
      </ol>
      {may('audit.read') ? <p><Link href={auditPath({ subject: person.id })}>{t.audit.ofPerson}</Link></p> : null}
    </>
  )
}
