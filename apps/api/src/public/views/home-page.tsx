import { addresses, type PublicEventSummary, type PublicSeriesSummary } from '@app/contracts'
import { wordFor, words } from '@app/i18n'
import { ButtonLink, EditionLine, Icon, type EditionNode } from '@app/ui'
import { EventDate } from './event-date.js'
import { dateShort, eventKick, eventTitle, firstToJoin, inTimeOrder, openSentence, leadsToWaiting, placeWord, publishedCount, registrationSentence } from './event-words.js'
import { contentLanguage, Layout } from './layout.js'
import type { HomeProps, PageFrame } from './view-models.js'

/** All that is public: what comes next on the line, the series, the single events, the past. */
export function HomePage({ frame, today, series, events }: HomeProps) {
  const say = words(frame.language).home
  const { upcoming, past } = inTimeOrder(events, today)
  const joinable = firstToJoin(upcoming)
  const isEmpty = series.length === 0 && events.length === 0
  return (
    <Layout frame={frame} title={say.title} head={<meta name="description" content={say.lead} />}>
      <div className="hero ho-hero">
        <div className="wrap">
          <h1>{say.title}</h1>
          <p className="lead">{say.lead}</p>
        </div>
      </div>
      <div className="wrap ho">
        {isEmpty ? <div className="empty"><h2>{say.emptyTitle}</h2><p>{say.emptyText}</p></div> : null}
        {upcoming.length ? (
          <>
            <h2 className="vh">{say.upcoming}</h2>
            <EditionLine nodes={upcoming.map((event) => upcomingNode(frame, event, event === joinable))} />
          </>
        ) : isEmpty ? null : <p className="none"><Icon name="calendar" /> {say.nothingUpcoming}</p>}
        {series.length ? (
          <section className="mg">
            <h2>{say.series}</h2>
            <ul className="rows">{series.map((one) => <SeriesRow key={one.slug} frame={frame} series={one} />)}</ul>
          </section>
        ) : null}
        <PastEvents frame={frame} title={say.past} events={past} />
      </div>
    </Layout>
  )
}

function upcomingNode(frame: PageFrame, event: PublicEventSummary, raised: boolean): EditionNode {
  const { language } = frame
  const say = words(language)
  const kick = [event.series?.title, ...eventKick(language, event)].filter((part) => part)
  return {
    key: event.id,
    state: raised ? 'next-dashed' : 'later',
    when: <EventDate frame={frame} event={event}>{dateShort(language, event)}</EventDate>,
    where: placeWord(language, event),
    raised,
    children: (
      <>
        <p className="kick">{kick.join(' · ')}</p>
        <h3><a href={addresses.event(language, event.slug)} lang={contentLanguage(frame)}>{eventTitle(language, event)}</a></h3>
        {event.subtitle ? <p lang={contentLanguage(frame)}>{event.subtitle}</p> : null}
        <p className="meta">{event.registration.open ? openSentence(language, event) : registrationSentence(language, event)}</p>
        {raised ? (
          <div className="acts">
            <ButtonLink href={addresses.registration(language, event.slug)}>{leadsToWaiting(event) ? say.event.registerWaiting : say.event.register}</ButtonLink>
            <a href={addresses.event(language, event.slug)}>{say.series.showProgramme}</a>
          </div>
        ) : null}
      </>
    ),
  }
}

function SeriesRow({ frame, series }: { frame: PageFrame; series: PublicSeriesSummary }) {
  const { language } = frame
  const { home, vocabulary } = words(language)
  const next = series.nextEvent
  return (
    <li>
      <p className="kick">{[wordFor(vocabulary.seriesKinds, series.kind), series.eventCount > 0 ? home.events(series.eventCount) : null].filter((part) => part).join(' · ')}</p>
      <h3><a href={addresses.series(language, series.slug)} lang={contentLanguage(frame)}>{series.title}</a></h3>
      {series.summary ? <p lang={contentLanguage(frame)}>{series.summary.split('\n')[0]}</p> : null}
      {next ? (
        <p className="meta">
          {home.nextInSeries}: <a href={addresses.event(language, next.slug)}>{[dateShort(language, next), placeWord(language, next)].filter((part) => part).join(', ')}</a>
        </p>
      ) : null}
    </li>
  )
}

function PastEvents({ frame, title, events }: { frame: PageFrame; title: string; events: readonly PublicEventSummary[] }) {
  const { language } = frame
  if (events.length === 0) return null
  return (
    <section className="mg">
      <h2>{title}</h2>
      <ul className="past">
        {events.map((event) => (
          <li key={event.id}>
            <p className="when"><EventDate frame={frame} event={event}>{dateShort(language, event)}</EventDate></p>
            <div>
              <h3><a href={addresses.event(language, event.slug)} lang={contentLanguage(frame)}>{eventTitle(language, event)}</a></h3>
              <p className="meta">{[event.state === 'cancelled' ? words(language).event.cancelled : null, event.series?.title, placeWord(language, event), publishedCount(language, event)].filter((part) => part).join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
