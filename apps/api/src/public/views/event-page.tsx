import { addresses, type PublicEvent } from '@app/contracts'
import { listWords, words } from '@app/i18n'
import { StateGlyph } from '@app/ui'
import type { ReactNode } from 'react'
import { Agenda } from './agenda.js'
import { BookingCard } from './booking-card.js'
import { Documents, Results } from './documents.js'
import { eventKick, eventTitle, groupWords } from './event-words.js'
import { HostRoles } from './host-roles.js'
import { contentLanguage, EASY_LANGUAGE, Layout } from './layout.js'
import { Paragraphs } from './paragraphs.js'
import { People } from './people.js'
import { RegionMap } from './region-map.js'
import { SignVideo } from './sign-video.js'
import { StructuredEvent } from './structured-data.js'
import type { EventProps, PageFrame } from './view-models.js'

/** One event with everything that is public about it. */
export function EventPage({ frame, event }: EventProps) {
  const { language } = frame
  const say = words(language).event
  const [lead, ...rest] = (event.description ?? '').split(/\n{2,}/).map((part) => part.trim()).filter((part) => part)
  const past = event.state === 'done' || event.state === 'accounted' || event.state === 'cancelled'
  return (
    <Layout frame={frame} title={eventTitle(language, event)} head={<><Description event={event} /><StructuredEvent frame={frame} event={event} /></>}>
      <div className="hero ev-hero">
        <div className="wrap">
          <div className="txt">
            <Kick frame={frame} event={event} />
            <h1 lang={contentLanguage(frame)}>{eventTitle(language, event)}</h1>
            {event.state === 'cancelled' ? <p className="off"><StateGlyph icon="declined" tone="bad" tag word={say.reasons.cancelled()} /></p> : null}
            {event.subtitle ? <p className="subt" lang={contentLanguage(frame)}>{event.subtitle}</p> : null}
            {lead ? <p className="lead" lang={contentLanguage(frame)}>{lead}</p> : null}
          </div>
          <BookingCard frame={frame} event={event} />
          {event.regions.length ? <RegionMap frame={frame} event={event} /> : null}
        </div>
      </div>
      <div className="wrap ev-main">
        <OtherForms frame={frame} event={event} />
        {event.guidingQuestion ? (
          <Section title={say.guidingQuestion}><p className="question" lang={contentLanguage(frame)}>{event.guidingQuestion}</p></Section>
        ) : null}
        {rest.length ? <Section title={say.about}><div className="prose" lang={contentLanguage(frame)}><Paragraphs text={rest.join('\n\n')} /></div></Section> : null}
        <Agenda frame={frame} event={event} />
        {event.agenda.length === 0 && !past ? <Section title={say.programme}><p>{say.noProgramme}</p></Section> : null}
        {event.topics.length ? <Section title={say.topics}><List items={event.topics} lang={contentLanguage(frame)} /></Section> : null}
        {event.contributions.length ? <Section title={say.people}><People frame={frame} contributions={event.contributions} /></Section> : null}
        {event.groups.length ? <Section title={say.groups}><List items={groupWords(language, event.groups)} columns /></Section> : null}
        {event.results.length ? <Section title={say.results}><Results frame={frame} results={event.results} /></Section> : null}
        {event.documents.length ? <Section title={say.documents}><Documents frame={frame} documents={event.documents} /></Section> : null}
        {event.roles.length ? <Section title={say.whoInvites}><dl className="roles"><HostRoles frame={frame} roles={event.roles} /></dl></Section> : null}
      </div>
    </Layout>
  )
}

/** The event in Leichte Sprache and in sign language, above all that is hard to read. */
function OtherForms({ frame, event }: EventProps) {
  const { event: say, layout } = words(frame.language)
  const forms = [event.easyLanguage === null ? null : layout.easy, event.signVideoUrl === null ? null : say.signLanguage].filter((form) => form !== null)
  if (forms.length === 0) return null
  return (
    <Section title={listWords(frame.language, forms, 'and')}>
      <ul className="plain">
        {event.easyLanguage === null ? null : <li><a href={addresses.eventEasy(frame.language, event.slug)} hrefLang={EASY_LANGUAGE}>{say.easy}</a></li>}
        <SignVideo url={event.signVideoUrl} word={say.signVideo} />
      </ul>
    </Section>
  )
}

function Description({ event }: { event: PublicEvent }) {
  const text = event.description ?? event.subtitle
  return text ? <meta name="description" content={text.slice(0, 300)} /> : null
}

function Kick({ frame, event }: EventProps) {
  const parts = eventKick(frame.language, event).join(' · ')
  return (
    <p className="kick">
      {event.series ? <><a href={addresses.series(frame.language, event.series.slug)}>{event.series.title}</a> · </> : null}
      {parts}
    </p>
  )
}

/** A section with its heading in the margin. */
export function Section({ title, small, children }: { title: string; small?: string; children: ReactNode }) {
  return (
    <section className="mg">
      <h2>{title}{small ? <small>{small}</small> : null}</h2>
      <div>{children}</div>
    </section>
  )
}

function List({ items, columns = false, lang }: { items: readonly string[]; columns?: boolean; lang?: PageFrame['language'] }) {
  return <ul className={columns ? 'plain plain--2' : 'plain'} lang={lang}>{items.map((item) => <li key={item}>{item}</li>)}</ul>
}
