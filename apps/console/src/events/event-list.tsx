import { Link } from 'wouter'
import type { EventRow } from '@app/contracts'
import { StateGlyph } from '@app/ui'
import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useEvents } from '../queries.js'
import { useMay } from '../session/may.js'
import { useSession } from '../session/session.js'
import { todayHere } from '../today.js'
import { dateOf, editionOf, groupEvents, hiddenSentence, placeOf, placesSentence, stateSentence, stateLook } from './event-words.js'

/** All events with their true states: what comes, what still has no day, what was. */
export function EventList() {
  const { t } = useLanguage()
  const { data: events, error, refetch } = useEvents()
  const { session } = useSession()
  const mayCreate = session.may.includes('programme.write')
  const groups = events === undefined ? null : groupEvents(events, todayHere())
  return (
    <>
      <PageHead
        title={t.events.title}
        facts={groups === null ? <span>&nbsp;</span> : <><span>{t.events.countNext(groups.next.length + groups.undated.length)}</span><span>{t.events.countPast(groups.past.length)}</span></>}
        actions={mayCreate ? <ButtonLink href="/veranstaltungen/neu" rank="primary" icon="plus">{t.events.create}</ButtonLink> : undefined}
      />
      {error === null || session.may.length === 0 ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {session.may.length === 0 ? <Empty title={t.noRight.noRole}>{t.noRight.noRoleText}</Empty> : groups === null ? (error === null ? <Loading rows={8} /> : null) : events?.length === 0 ? (
        <Empty title={t.events.emptyTitle} action={mayCreate ? <ButtonLink href="/veranstaltungen/neu" icon="plus">{t.events.create}</ButtonLink> : undefined}>{mayCreate ? t.events.emptyText : t.noRight.emptyPart}</Empty>
      ) : (
        <>
          <Group title={t.events.next} events={groups.next} empty={t.events.nextEmpty} />
          {groups.undated.length === 0 ? null : <Group title={t.events.undated} events={groups.undated} />}
          {groups.drafts.length === 0 ? null : <Group title={t.events.drafts} events={groups.drafts} />}
          {groups.cancelled.length === 0 ? null : <Group title={t.events.cancelled} events={groups.cancelled} />}
          {groups.past.length === 0 ? null : <Group title={t.events.past} events={groups.past} />}
        </>
      )}
    </>
  )
}

function Group({ title, events, empty }: { title: string; events: readonly EventRow[]; empty?: string }) {
  const { t } = useLanguage()
  return (
    <section className="sec grp">
      <header><h2>{title}</h2><p className="n">{events.length}</p></header>
      {events.length === 0 ? <p className="m">{empty}</p> : (
        <div className="tb-w">
          <table className="t evl">
            <caption className="vh">{title}</caption>
            <thead><tr><th scope="col">{t.event.when}</th><th scope="col">{t.event.title}</th><th scope="col">{t.event.state}</th><th scope="col">{t.event.places}</th></tr></thead>
            <tbody>{events.map((event) => <Row key={event.id} event={event} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Row({ event }: { event: EventRow }) {
  const { t, language } = useLanguage()
  const may = useMay()
  const hidden = hiddenSentence(event, language, t)
  const over = event.state === 'done' || event.state === 'accounted'
  return (
    <tr>
      <td className="ev-d">{dateOf(event, language, t)}<small>{placeOf(event, language)}</small></td>
      <th scope="row">
        <Link href={`/veranstaltungen/${event.id}`}>{event.title}</Link>{event.isDemo ? <> <span className="dm">{t.demo}</span></> : null}
        <small>{[event.seriesTitle, editionOf(event, t)].filter((part) => part !== null && part !== '').join(' · ')}</small>
      </th>
      <td className="ev-s"><StateGlyph {...stateLook(event)} word={stateSentence(event, language, t)} /><small>{hidden ?? (over ? '' : t.event.visible)}</small></td>
      <td className="ev-p n">
        {over || event.state === 'cancelled' ? (event.taken === 0 ? '–' : t.event.heads(event.taken)) : may('people.read') ? <Link href={`/veranstaltungen/${event.id}/personen`}>{placesSentence(event, t)}</Link> : placesSentence(event, t)}
      </td>
    </tr>
  )
}
