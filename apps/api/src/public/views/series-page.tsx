import { addresses, type PublicEventSummary, type PublicSeries } from '@app/contracts'
import { formatDay, wordFor, words } from '@app/i18n'
import { ButtonLink, EditionLine, seatsSentence, type EditionNode } from '@app/ui'
import { EventDate } from './event-date.js'
import {
  closingWords, dateShort, eventKick, eventTitle, firstToJoin, inTimeOrder, isOver, landWords, leadsToWaiting, openSentence, placeWord, publishedCount, registrationSentence,
} from './event-words.js'
import { HostRoles } from './host-roles.js'
import { contentLanguage, Layout } from './layout.js'
import { Paragraphs } from './paragraphs.js'
import { EditionMap } from './region-map.js'
import type { PageFrame, SeriesProps } from './view-models.js'

/** A series: what it is, where it has been and goes, its editions on the line, the outlook, who carries it. */
export function SeriesPage({ frame, today, series }: SeriesProps) {
  const { language } = frame
  const { series: say, vocabulary } = words(language)
  const { upcoming, past } = inTimeOrder(series.events, today)
  const ahead = upcoming.filter((event) => event.state !== 'cancelled')
  const next = firstToJoin(ahead) ?? ahead[0]
  const kind = wordFor(vocabulary.seriesKinds, series.kind)
  const numbered = series.events.some((event) => event.editionNo !== null)
  const hasMap = series.events.some((event) => event.regions.length > 0)
  return (
    <Layout frame={frame} title={series.title} head={series.summary ? <meta name="description" content={series.summary.slice(0, 300)} /> : undefined}>
      <div className={hasMap ? 'hero se-hero' : 'hero se-hero se-hero--plain'}>
        <div className="wrap">
          <div>
            <p className="kick">{numbered ? say.inEditions(kind, series.events.length) : say.ofEvents(kind, series.events.length)}</p>
            <h1 lang={contentLanguage(frame)}>{series.title}</h1>
            {series.summary ? <div className="lead" lang={contentLanguage(frame)}><Paragraphs text={series.summary} /></div> : null}
            {next ? <div className="acts"><ButtonLink href={addresses.event(language, next.slug)}>{next === ahead[0] ? say.toNext(next.venue?.city ?? null) : say.toEdition(next.venue?.city ?? eventTitle(language, next))}</ButtonLink></div> : null}
          </div>
          <EditionMap frame={frame} events={series.events} today={today} />
        </div>
      </div>
      <div className="wrap">
        <h2 className="vh">{say.editions}</h2>
        {series.events.length ? (
          <EditionLine nodes={[...upcoming, ...past].map((event) => editionNode(frame, event, today, event === next && event.registration.open))} />
        ) : <p className="none">{say.noEvents}</p>}
        {series.outlook ? (
          <section className="mg">
            <h2>{say.outlook}</h2>
            <div lang={contentLanguage(frame)}><Paragraphs text={outlookText(series.outlook, say.outlookText)} /></div>
          </section>
        ) : null}
        <Project frame={frame} series={series} />
        {series.roles.length ? (
          <section className="mg">
            <h2>{say.whoInvites}</h2>
            <dl className="roles"><HostRoles frame={frame} roles={series.roles} /></dl>
          </section>
        ) : null}
      </div>
    </Layout>
  )
}

/** An outlook that is only a phrase ("in weiteren Regionen Deutschlands") becomes a sentence. */
function outlookText(outlook: string, sentence: (where: string) => string): string {
  return /[.?…]$/.test(outlook.trim()) ? outlook : sentence(outlook.trim())
}

function editionNode(frame: PageFrame, event: PublicEventSummary, today: string, raised: boolean): EditionNode {
  const { language } = frame
  const { series: say, event: eventSay } = words(language)
  const over = isOver(event, today)
  const [when, where] = [dateShort(language, event), placeWord(language, event)]
  return {
    key: event.id,
    state: over ? 'done' : raised ? 'next-dashed' : 'later',
    when: <EventDate frame={frame} event={event}>{over && event.datePrecision === 'unknown' && event.isKickoff ? say.kickoff : when}</EventDate>,
    where,
    raised,
    children: (
      <>
        <p className="kick">{eventKick(language, event).join(' · ')}</p>
        <h3><a href={addresses.event(language, event.slug)} lang={contentLanguage(frame)}>{eventTitle(language, event)}</a></h3>
        {event.subtitle ? <p lang={contentLanguage(frame)}>{event.subtitle}</p> : null}
        {over ? <p>{pastSentence(frame, event)}</p> : null}
        {over ? null : raised ? <NextFacts frame={frame} event={event} /> : <LaterSentence frame={frame} event={event} />}
        {raised ? (
          <div className="acts">
            <ButtonLink href={addresses.registration(language, event.slug)}>{leadsToWaiting(event) ? eventSay.registerWaiting : say.register}</ButtonLink>
            <a href={addresses.event(language, event.slug)}>{say.showProgramme}</a>
          </div>
        ) : null}
      </>
    ),
  }
}

function pastSentence(frame: PageFrame, event: PublicEventSummary): string | null {
  if (event.state === 'cancelled') return registrationSentence(frame.language, event)
  const { series: say } = words(frame.language)
  const people = publishedCount(frame.language, event)
  const lands = event.regions.length ? landWords(frame.language, event.regions) : null
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  if (people && lands) return capital(say.peopleRegion(people, lands))
  return people ? capital(`${people}.`) : null
}

function NextFacts({ frame, event }: { frame: PageFrame; event: PublicEventSummary }) {
  const { language } = frame
  const say = words(language).series
  return (
    <dl className="facts">
      {event.regions.length ? <><dt>{say.lands}</dt><dd>{landWords(language, event.regions)}</dd></> : null}
      <dt>{say.places}</dt>
      <dd>{seatsSentence(language, event.registration.places)}</dd>
      <dt>{say.registration}</dt>
      <dd>{closingWords(language, event) ?? registrationSentence(language, event)}</dd>
    </dl>
  )
}

function LaterSentence({ frame, event }: { frame: PageFrame; event: PublicEventSummary }) {
  const { language } = frame
  const { series: say, event: eventSay } = words(language)
  const region = event.regions.length ? `${eventSay.region(landWords(language, event.regions))}. ` : ''
  if (!event.registration.open) return <p>{region + registrationSentence(language, event)}</p>
  return (
    <>
      {region ? <p>{region}</p> : null}
      <p className="meta">
        {openSentence(language, event)}<br />
        <a href={addresses.registration(language, event.slug)}>{leadsToWaiting(event) ? say.registerWaiting : say.register}<span className="vh">: {eventTitle(language, event)}</span></a>
      </p>
    </>
  )
}

function Project({ frame, series }: { frame: PageFrame; series: PublicSeries }) {
  const { language } = frame
  const { series: say, vocabulary } = words(language)
  const years = [series.runsFrom, series.runsUntil].map((date) => (date ? formatDay(language, date) : null))
  const phases = (each: boolean) => series.phases.filter((phase) => phase.forEachMember === each).map((phase) => (language === 'de' ? phase.title : wordFor(vocabulary.seriesPhases, phase.key)))
  const rows: [string, string[]][] = [
    [say.partOf, []],
    [say.period, years[0] || years[1] ? [years.filter((year) => year).join('–')] : []],
    [say.members, series.memberQuota !== null || series.memberCount > 0 ? [say.memberSentence(series.memberCount, series.memberQuota)] : []],
    [say.phasesEach, phases(true)],
    [say.phasesAll, phases(false)],
  ]
  const shown = rows.filter(([, values]) => values.length > 0)
  if (shown.length === 0 && !series.parent) return null
  return (
    <section className="mg">
      <h2>{say.project}</h2>
      <dl className="roles">
        {series.parent ? <div><dt>{say.partOf}</dt><dd><a href={addresses.series(language, series.parent.slug)}>{series.parent.title}</a></dd></div> : null}
        {shown.map(([word, values]) => (
          <div key={word}>
            <dt>{word}</dt>
            {values.map((value) => <dd key={value}>{value}</dd>)}
          </div>
        ))}
      </dl>
    </section>
  )
}
