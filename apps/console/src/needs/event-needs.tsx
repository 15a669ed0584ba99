import { Link } from 'wouter'
import type { EventDetail } from '@app/contracts'
import { editionOf } from '../events/event-words.js'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useEvent } from '../queries.js'
import { NoRight } from '../shell/no-right.js'
import { NeedsCounts } from './needs-counts.js'
import { NeedsNames } from './needs-names.js'

/** What the people of an event need: numbers for whoever books it, names for the role that arranges it. */
export function EventNeeds({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error, refetch } = useEvent(id)
  if (event === undefined) {
    return error === null ? <Loading rows={10} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  return event.may.includes('needs.count') ? <Screen event={event} /> : <NoRight />
}

function Screen({ event }: { event: EventDetail }) {
  const { t } = useLanguage()
  return (
    <>
      <PageHead
        title={t.nav.support} tabTitle={`${t.nav.support}: ${event.title}`} facts={<span>{t.needs.facts}</span>}
        kicker={<><Link href={`/veranstaltungen/${event.id}`}>{event.title}</Link>, {editionOf(event, t)}</>}
      />
      <NeedsCounts event={event} />
      <NeedsNames event={event} />
    </>
  )
}
