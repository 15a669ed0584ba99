import type { EventDetail } from '@app/contracts'
import { formatDay, formatWeekday } from '@app/i18n'
import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { useMay } from '../session/may.js'
import { todayHere } from '../today.js'
import { EventVerbs } from './event-verbs.js'
import { daysBetween, isOver, stepsOf, type Step } from './steps.js'

const LATER = ['save_the_date', 'close', 'reopen', 'cancel'] as const

/** The line from the draft to the day of the event; only the next step carries a button. Below it what can be done out of turn. */
export function EventSteps({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  const today = todayHere()
  const verbs = LATER.filter((verb) => event.verbs.includes(verb))
  return (
    <section className="sec" aria-labelledby="h-s">
      <header><h2 id="h-s">{isOver(event) ? t.steps.titleOver : t.steps.title}</h2></header>
      <ol className="ln steps">
        {stepsOf(event, today).map((step) => (
          <li key={step.key} className={`is-${step.look}`}>
            <div><b>{t.steps[step.key]}</b>{step.look === 'done' && step.day === null ? null : <small><Note step={step} event={event} today={today} /></small>}</div>
            {step.look === 'next' ? <Action step={step} event={event} /> : null}
          </li>
        ))}
      </ol>
      {verbs.length === 0 ? null : <p className="acts-row"><EventVerbs event={event} verbs={verbs} /></p>}
    </section>
  )
}

function Note({ step, event, today }: { step: Step; event: EventDetail; today: string }) {
  const { t, language } = useLanguage()
  if (step.key === 'today') {
    const days = event.firstDay === null ? null : daysBetween(today, event.firstDay)
    return <>{formatDay(language, today)}{days === null || days <= 0 ? null : ` · ${t.steps.daysLeft(days)}`}</>
  }
  if (step.day !== null) return <>{[formatWeekday(language, step.day), ...(step.weeksBefore === null || step.weeksBefore === 0 ? [] : [t.steps.weeksBefore(step.weeksBefore)])].join(' · ')}</>
  if (step.key === 'host' && event.hosts.length === 0) return <>{t.steps.hostMissing}</>
  return <>{t.steps.openNote[step.key]}</>
}

function Action({ step, event }: { step: Step; event: EventDetail }) {
  const { t } = useLanguage()
  const may = useMay()
  const edit = `/veranstaltungen/${event.id}/bearbeiten`
  if (step.key !== 'publish' && !event.may.includes('programme.write')) return null
  switch (step.key) {
    case 'date':
      return <ButtonLink href={edit} small>{t.steps.addDate}</ButtonLink>
    case 'place':
      return <ButtonLink href={edit} small>{t.steps.addPlace}</ButtonLink>
    case 'access':
      return <ButtonLink href={edit} small>{t.steps.addAccess}</ButtonLink>
    case 'host': {
      const host = event.hosts[0]
      return host === undefined
        ? <ButtonLink href={edit} small>{t.steps.addHost}</ButtonLink>
        : may('organisations.write') ? <ButtonLink href={`/organisationen/${host.organisationId}`} small>{t.steps.addTexts}</ButtonLink> : null
    }
    case 'agenda':
      return <ButtonLink href={edit} small>{t.steps.addAgenda}</ButtonLink>
    case 'publish':
      return event.verbs.includes('publish') ? <EventVerbs event={event} verbs={['publish']} /> : null
    default:
      return null
  }
}
