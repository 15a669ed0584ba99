import { addresses } from '@app/contracts'
import { words } from '@app/i18n'
import { EventAside } from './event-aside.js'
import { eventTitle } from './event-words.js'
import { MessagePage } from './message-page.js'
import type { CheckMailProps } from './view-models.js'

/** After the form: the same words whether the address was new or known, so that nobody learns who is registered. */
export function CheckMailPage({ frame, event, mailboxPath }: CheckMailProps) {
  const { language } = frame
  const say = words(language).checkMail
  return (
    <MessagePage
      frame={frame}
      title={say.title}
      kick={<a href={addresses.event(language, event.slug)}>{eventTitle(language, event)}</a>}
      text={mailboxPath === null ? say.text : <><p>{say.text}</p><p>{say.mailboxHint} <a href={mailboxPath}>{say.toMailbox}</a></p></>}
      aside={<EventAside frame={frame} event={event} />}
    >
      <section className="mg">
        <h2>{say.nothing}</h2>
        <div>
          <ul className="plain">{say.hints.map((hint) => <li key={hint}>{hint}</li>)}</ul>
          <div className="acts"><a href={addresses.registration(language, event.slug)}>{say.again}</a></div>
        </div>
      </section>
    </MessagePage>
  )
}
