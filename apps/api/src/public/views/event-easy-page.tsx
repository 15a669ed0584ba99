import { addresses } from '@app/contracts'
import { words } from '@app/i18n'
import { Section } from './event-page.js'
import { eventTitle, leadsToWaiting } from './event-words.js'
import { contentLanguage, EASY_LANGUAGE, Layout } from './layout.js'
import { Paragraphs } from './paragraphs.js'
import { SignVideo } from './sign-video.js'
import type { EventProps } from './view-models.js'

/**
 * One event in Leichte Sprache, in its host's own words, with the ways on from there: the event itself, its video, its registration.
 * @param props.personal the personal page from which somebody came, where the event has no page that everybody may read
 */
export function EventEasyPage({ frame, event, personal = null }: EventProps & { personal?: string | null }) {
  const { language } = frame
  const say = words(language)
  const title = eventTitle(language, event)
  return (
    <Layout frame={frame} title={`${say.layout.easy}: ${title}`} isPrivate={personal !== null}>
      <div className="wrap msg">
        <p className="kick"><a href={personal ?? addresses.event(language, event.slug)} lang={contentLanguage(frame)}>{title}</a></p>
        <h1 className="h1--m">{say.layout.easy}</h1>
        <div className="prose" lang={EASY_LANGUAGE}><Paragraphs text={event.easyLanguage ?? ''} headings /></div>
        <Section title={say.event.more}>
          <ul className="plain">
            <li><a href={personal ?? addresses.event(language, event.slug)}>{personal === null ? say.event.usual : say.personal.back}</a></li>
            {personal === null && event.registration.open ? <li><a href={addresses.registration(language, event.slug)}>{leadsToWaiting(event) ? say.event.registerWaiting : say.event.register}</a></li> : null}
            <SignVideo url={event.signVideoUrl} word={say.event.signVideo} />
          </ul>
        </Section>
      </div>
    </Layout>
  )
}
