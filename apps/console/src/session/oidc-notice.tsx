import { useEffect, useRef } from 'react'
import type { OidcEnd } from '@app/contracts'
import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'
import { useProviderName } from './oidc-button.js'

/** Says how the way to the provider ended; nothing when there was none, or it did what it should. */
export function OidcNotice({ end }: { end: OidcEnd | null }) {
  const { t } = useLanguage()
  const name = useProviderName()
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => alert.current?.focus(), [name])
  if (end === null || end === 'bound' || name === null) return null
  return (
    <div ref={alert} className="esum esum--d" role="alert" tabIndex={-1}>
      <p className="st st--bad"><Icon name="alert" />{t.oidc.ends[end](name)}</p>
    </div>
  )
}
