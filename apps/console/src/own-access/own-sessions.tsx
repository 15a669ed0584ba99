import type { OwnSession } from '@app/contracts'
import { formatInstant } from '@app/i18n'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Trouble } from '../parts/feedback.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { useProviderName } from '../session/oidc-button.js'
import { useEndOthers, useEndSession } from './own-access-queries.js'

const ZONE = 'Europe/Berlin'

/** Every session with its browser and times; each ends alone, or all others at once. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const { t } = useLanguage()
  const o = t.ownAccess
  const others = useEndOthers()
  const say = useToast()
  return (
    <section className="sec" aria-labelledby="h-s">
      <header><h2 id="h-s">{o.sessionsTitle}</h2></header>
      <ul className="dec acc-l">{sessions.map((session) => <Session key={session.id} session={session} />)}</ul>
      {others.error === null ? null : <Trouble error={others.error} />}
      {sessions.length < 2 ? <p className="m gap">{o.onlyThis}</p> : (
        <p className="gap"><Button small pending={others.isPending} onClick={() => afterwards(others.mutateAsync(), () => say(o.endedOthers))}>{o.endOthers}</Button></p>
      )}
    </section>
  )
}

function Session({ session: { id, device, openedBy, createdAt, lastSeenAt, isThis } }: { session: OwnSession }) {
  const { t, language } = useLanguage()
  const o = t.ownAccess
  const provider = useProviderName() ?? t.oidc.someName
  const end = useEndSession()
  const say = useToast()
  const name = device ?? o.unknownDevice
  const when = formatInstant(language, createdAt, ZONE)
  return (
    <li>
      <div><b>{name}</b><small>{[...(isThis ? [o.thisOne] : []), o.since(when), ...(openedBy === null ? [] : [o.by[openedBy](provider)]), o.last(formatInstant(language, lastSeenAt, ZONE))].join(', ')}</small></div>
      {isThis ? null : (
        <Button small aria-label={o.endLabel(name, when)} pending={end.isPending} onClick={() => afterwards(end.mutateAsync(id), () => say(o.ended))}>{o.end}</Button>
      )}
      {end.error === null ? null : <Trouble error={end.error} />}
    </li>
  )
}
