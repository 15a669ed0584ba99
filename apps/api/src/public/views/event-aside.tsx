import { addresses, type PublicEventSummary } from '@app/contracts'
import { words } from '@app/i18n'
import type { ReactNode } from 'react'
import { EventDate } from './event-date.js'
import { closingWords, dateSentence, eventTitle, placeWord, venueLine } from './event-words.js'
import { contentLanguage } from './layout.js'
import type { PageFrame } from './view-models.js'

/** The event beside a form: what it is about, when, where, until when; with a link to its page where the public sees one. */
export function EventAside({ frame, event, hasPage = true, children }: { frame: PageFrame; event: PublicEventSummary; hasPage?: boolean; children?: ReactNode }) {
  const { language } = frame
  const { registration: say, event: eventSay } = words(language)
  const closing = closingWords(language, event)
  return (
    <aside className="side" aria-label={eventTitle(language, event)}>
      <h2><EventName frame={frame} event={event} hasPage={hasPage} /></h2>
      <dl>
        <dt>{say.when}</dt>
        <dd><EventDate frame={frame} event={event}>{dateSentence(language, event)}</EventDate></dd>
        <dt>{say.where}</dt>
        <dd>{venueLine(event) ?? placeWord(language, event) ?? eventSay.noPlace}</dd>
        {closing && event.registration.open ? <><dt>{say.until}</dt><dd>{closing}</dd></> : null}
      </dl>
      {children ? <div className="sep">{children}</div> : null}
    </aside>
  )
}

/** The title of an event, leading to its page where the public sees one. */
export function EventName({ frame, event, hasPage }: { frame: PageFrame; event: PublicEventSummary; hasPage: boolean }) {
  const title = eventTitle(frame.language, event)
  const lang = contentLanguage(frame)
  return hasPage ? <a href={addresses.event(frame.language, event.slug)} lang={lang}>{title}</a> : <span lang={lang}>{title}</span>
}
