import { useEffect, useState } from 'react'
import type { OwnOidc as Binding } from '@app/contracts'
import { formatInstant } from '@app/i18n'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { BindOidcButton } from '../session/oidc-button.js'
import { OidcNotice } from '../session/oidc-notice.js'
import { takeOidcEnd } from '../session/oidc.js'
import { useRemoveOidc } from './own-access-queries.js'

const ZONE = 'Europe/Berlin'

/** The binding to the provider of OpenID Connect: there is at most one. */
export function OwnOidc({ binding: { name, since, lastUsedAt } }: { binding: Binding }) {
  const { t, language } = useLanguage()
  const o = t.oidc
  const [end] = useState(takeOidcEnd)
  const [asks, setAsks] = useState(false)
  const remove = useRemoveOidc()
  const say = useToast()
  useEffect(() => {
    if (end === 'bound') say(o.bound(name))
  }, [end, say, o, name])
  const leave = () => {
    setAsks(false)
    remove.reset()
  }
  const on = (instant: string) => formatInstant(language, instant, ZONE)
  return (
    <section className="sec grp" aria-labelledby="h-o">
      <header><h2 id="h-o">{o.title(name)}</h2></header>
      <OidcNotice end={end} />
      <p className="m">{since === null ? o.says(name) : o.saysBound(name)}</p>
      {since === null ? <BindOidcButton small name={name} /> : (
        <ul className="dec acc-l">
          <li>
            <div><b>{o.isBound}</b><small>{o.since(on(since))}{lastUsedAt === null ? '' : `, ${o.last(on(lastUsedAt))}`}</small></div>
            <Button small onClick={() => setAsks(true)}>{o.remove}</Button>
          </li>
        </ul>
      )}
      {asks ? (
        <Confirm
          title={o.removeAsk(name)} consequences={o.removeSays} action={o.remove} pending={remove.isPending} error={remove.error} onClose={leave}
          onConfirm={() => afterwards(remove.mutateAsync(), () => { say(o.removed(name)); leave() })}
        />
      ) : null}
    </section>
  )
}
