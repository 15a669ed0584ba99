import { formatInstant, words } from '@app/i18n'
import { Layout } from './layout.js'
import type { MailProps } from './view-models.js'

/** One mail as text with its links; HTML and calendar stand as source, because the page runs nothing that came by mail. */
export function MailPage({ frame, timeZone, mailboxPath, mail }: MailProps) {
  const { language } = frame
  const say = words(language).mailbox
  const subject = mail.subject || say.noSubject
  return (
    <Layout frame={frame} title={subject} isPrivate>
      <div className="wrap msg">
        <p className="kick"><a href={mailboxPath}>{say.back}</a></p>
        <h1 className="h1--m">{subject}</h1>
        <dl className="facts">
          <dt>{say.from}</dt>
          <dd>{mail.from}</dd>
          <dt>{say.to}</dt>
          <dd>{mail.to}</dd>
          <dt>{say.sent}</dt>
          <dd>{formatInstant(language, mail.sentAt, timeZone)}</dd>
        </dl>
        <section className="mg">
          <h2>{say.text}</h2>
          <div className="mail-t"><Lines text={mail.text} /></div>
        </section>
        {mail.calendar ? <Source title={say.calendar} summary={say.source} text={mail.calendar} /> : null}
        {mail.html ? <Source title={say.html} summary={say.source} text={mail.html} /> : null}
        {mail.attachments.length ? (
          <section className="mg">
            <h2>{say.attachments}</h2>
            <ul className="plain">
              {mail.attachments.map((file) => (
                <li key={file.name}>{file.href ? <a href={file.href}>{file.name}</a> : file.name} <span className="m">{`${file.type}, ${say.bytes(file.bytes)}`}</span></li>
              ))}
            </ul>
          </section>
        ) : null}
        {mail.fileHref ? <div className="acts"><a href={mail.fileHref}>{say.download}</a></div> : null}
      </div>
    </Layout>
  )
}

function Source({ title, summary, text }: { title: string; summary: string; text: string }) {
  return (
    <section className="mg">
      <h2>{title}</h2>
      <details className="map-t">
        <summary>{summary}</summary>
        <pre>{text}</pre>
      </details>
    </section>
  )
}

const LINK = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/

/** The text as it was sent, line for line, its links alive. */
function Lines({ text }: { text: string }) {
  return (
    <>
      {text.replaceAll('\r\n', '\n').split(LINK).map((part, i) => (i % 2 === 0 ? part : <a key={`${i}a`} href={part}>{part}</a>))}
    </>
  )
}
