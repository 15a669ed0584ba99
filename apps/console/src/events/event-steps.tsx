import { answering, missingHostTexts, type EventDetail, type OrganisationView } from '@app/contracts'
import { formatDay, formatWeekday, listWords } from '@app/i18n'
import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { useOrganisations } from '../queries.js'
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

/** Hosts of the event that lack a text, as far as the address book may be read. */
function useHostsWithoutTexts(event: EventDetail): OrganisationView[] {
  const { data } = useOrganisations()
  const hosts = answering(event.hosts).map(({ organisationId }) => data?.find(({ id }) => id === organisationId))
  return hosts.filter((host) => host !== undefined && missingHostTexts(host.host).length > 0) as OrganisationView[]
}

/** Which host lacks which text. */
function HostNote({ event }: { event: EventDetail }) {
  const { t, language } = useLanguage()
  const without = useHostsWithoutTexts(event)
  if (without.length === 0) return <>{event.hosts.length === 0 ? t.steps.hostMissing : t.steps.openNote.host}</>
  return <>{without.map(({ name, host }) => t.steps.hostLacks(name, listWords(language, missingHostTexts(host).map((text) => t.organisation[text])))).join('; ')}</>
}

/** Leads to the first host that lacks a text, where the caller may enter it. */
function HostAction({ event, edit }: { event: EventDetail; edit: string }) {
  const { t } = useLanguage()
  const may = useMay()
  const [first] = useHostsWithoutTexts(event)
  if (event.hosts.length === 0 || event.hiddenBecause.includes('no_host')) return <ButtonLink href={edit} small>{t.steps.addHost}</ButtonLink>
  return first !== undefined && first.mayChange && may('organisations.write') ? <ButtonLink href={`/organisationen/${first.id}`} small>{t.steps.addTexts}</ButtonLink> : null
}

function Note({ step, event, today }: { step: Step; event: EventDetail; today: string }) {
  const { t, language } = useLanguage()
  if (step.key === 'today') {
    const days = event.firstDay === null ? null : daysBetween(today, event.firstDay)
    return <>{formatDay(language, today)}{days === null || days <= 0 ? null : ` · ${t.steps.daysLeft(days)}`}</>
  }
  if (step.day !== null) return <>{[formatWeekday(language, step.day), ...(step.weeksBefore === null || step.weeksBefore === 0 ? [] : [t.steps.weeksBefore(step.weeksBefore)])].join(' · ')}</>
  if (step.key === 'host') return <HostNote event={event} />
  return <>{t.steps.openNote[step.key]}</>
}

function Action({ step, event }: { step: Step; event: EventDetail }) {
  const { t } = useLanguage()
  const edit = `/veranstaltungen/${event.id}/bearbeiten`
  if (step.key !== 'publish' && !event.may.includes('programme.write')) return null
  switch (step.key) {
    case 'date':
      return <ButtonLink href={edit} small>{t.steps.addDate}</ButtonLink>
    case 'place':
      return <ButtonLink href={edit} small>{t.steps.addPlace}</ButtonLink>
    case 'access':
      return <ButtonLink href={edit} small>{t.steps.addAccess}</ButtonLink>
    case 'host':
      return <HostAction event={event} edit={edit} />
    case 'agenda':
      return <ButtonLink href={edit} small>{t.steps.addAgenda}</ButtonLink>
    case 'publish':
      return event.verbs.includes('publish') ? <EventVerbs event={event} verbs={['publish']} /> : null
    default:
      return null
  }
}
