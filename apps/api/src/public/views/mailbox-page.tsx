import { formatInstant, words } from '@app/i18n'
import { Icon } from '@app/ui'
import { Layout } from './layout.js'
import type { MailboxProps } from './view-models.js'

/** All mail that the embedded mode has written instead of sending. */
export function MailboxPage({ frame, timeZone, mails }: MailboxProps) {
  const { language } = frame
  const say = words(language).mailbox
  return (
    <Layout frame={frame} title={say.title} isPrivate>
      <div className="wrap msg">
        <h1 className="h1--m">{say.title}</h1>
        <p className="lead">{say.lead}</p>
        {mails.length === 0 ? (
          <div className="empty"><h2>{say.empty}</h2><p>{say.emptyText}</p></div>
        ) : (
          <>
            <p className="mails-n">{say.count(mails.length)}</p>
            <ol className="mails">
              {mails.map((mail) => (
                <li key={mail.href}>
                  <p className="when">{formatInstant(language, mail.sentAt, timeZone)}</p>
                  <div>
                    <p className="t"><a href={mail.href}>{mail.subject || say.noSubject}</a></p>
                    <p className="m">{`${say.to} ${mail.to}`}{mail.hasCalendar ? <> · <Icon name="calendar" /> {say.withCalendar}</> : null}</p>
                  </div>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Layout>
  )
}
