import { Link } from 'wouter'
import { operations, type EventDetail, type EventVerb } from '@app/contracts'
import { StateGlyph } from '@app/ui'
import { addressOf } from '../api.js'
import { useLanguage } from '../language.js'
import { ButtonLink, OuterLink } from '../parts/button.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useEvent } from '../queries.js'
import { Decisions } from './decisions.js'
import { EventAgenda, EventFacts } from './event-facts.js'
import { EventSteps } from './event-steps.js'
import { EventVerbs } from './event-verbs.js'
import { editionOf, eventWhen, hiddenSentence, stateSentence, stateLook } from './event-words.js'
import { Stand } from './stand.js'

/** Overview of one event: what it is, how it stands, what is to be decided, what comes next. */
export function EventOverview({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error, refetch } = useEvent(id)
  if (event === undefined) {
    return error === null ? <Loading rows={10} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  return (
    <>
      <Head event={event} />
      <Stand event={event} />
      <div className="g2">
        <div className="stack">{event.may.includes('people.write') ? <Decisions event={event} /> : null}<EventAgenda event={event} /></div>
        <div className="stack"><EventSteps event={event} /><EventFacts event={event} /></div>
      </div>
    </>
  )
}

const FIRST: readonly EventVerb[] = ['publish', 'reopen']

function Head({ event }: { event: EventDetail }) {
  const { t, language } = useLanguage()
  const hidden = hiddenSentence(event, language, t)
  const primary = FIRST.find((verb) => event.verbs.includes(verb))
  return (
    <PageHead
      title={event.title}
      kicker={<>{event.seriesTitle === null ? null : <>{event.may.includes('programme.write') ? <Link href={event.seriesId === null ? '/reihen' : `/reihen/${event.seriesId}`}>{event.seriesTitle}</Link> : event.seriesTitle}, </>}{editionOf(event, t)}{event.isDemo ? <> <span className="dm">{t.demo}</span></> : null}</>}
      facts={(
        <>
          <StateGlyph {...stateLook(event)} word={stateSentence(event, language, t)} />
          <span>{eventWhen(event, language, t)}</span>
          <span>{hidden ?? t.event.visible}</span>
        </>
      )}
      actions={(
        <>
          {event.visible ? <OuterLink href={event.publicPath} icon="outside">{t.event.publicPage}</OuterLink> : null}
          {event.may.includes('programme.write') ? <ButtonLink href={`/veranstaltungen/${event.id}/bearbeiten`} icon="pencil">{t.event.edit}</ButtonLink> : null}
          {primary === undefined ? <ToPeople event={event} /> : <EventVerbs event={event} verbs={[primary]} primary={primary} />}
        </>
      )}
    />
  )
}

/** The list of people; for those who arrange support, what is needed; for those who may only take it to the door or to the funder, the file itself. */
function ToPeople({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  if (event.may.includes('people.read')) return <ButtonLink href={`/veranstaltungen/${event.id}/personen`} rank="primary" icon="people">{t.event.toPeople}</ButtonLink>
  if (event.may.includes('needs.read')) return <ButtonLink href={`/veranstaltungen/${event.id}/unterstuetzung`} rank="primary" icon="support">{t.needs.toSupport}</ButtonLink>
  return event.may.includes('people.export') ? <OuterLink rank="primary" icon="download" href={addressOf(operations.attendanceXlsx, { id: event.id })}>{t.event.attendanceList}</OuterLink> : null
}
