import { useState } from 'react'
import type { FactorAdded, OwnPasskey } from '@app/contracts'
import { formatInstant } from '@app/i18n'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Confirm } from '../parts/confirm.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { passkeysWork } from '../session/passkeys.js'
import { AddPasskey } from './add-passkey.js'
import { useRemovePasskey } from './own-access-queries.js'

const ZONE = 'Europe/Berlin'

/** Passkeys with their names; one alone signs in. */
export function OwnPasskeys({ passkeys, onAdded }: { passkeys: readonly OwnPasskey[]; onAdded: (added: FactorAdded) => void }) {
  const { t, language } = useLanguage()
  const p = t.passkeys
  const [asked, setAsked] = useState<OwnPasskey | null>(null)
  const remove = useRemovePasskey()
  const say = useToast()
  const leave = () => {
    setAsked(null)
    remove.reset()
  }
  const on = (instant: string) => formatInstant(language, instant, ZONE)
  return (
    <section className="sec grp" aria-labelledby="h-p">
      <header><h2 id="h-p">{p.title}</h2></header>
      <p className="m">{passkeysWork ? p.says : p.notHere}</p>
      <ul className="dec acc-l">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <div><b>{passkey.label}</b><small>{p.since(on(passkey.createdAt))}{passkey.lastUsedAt === null ? '' : `, ${p.last(on(passkey.lastUsedAt))}`}</small></div>
            <Button small aria-label={p.removeLabel(passkey.label)} onClick={() => setAsked(passkey)}>{p.remove}</Button>
          </li>
        ))}
      </ul>
      {passkeysWork ? <AddPasskey onAdded={onAdded} /> : null}
      {asked === null ? null : (
        <Confirm
          title={p.removeAsk(asked.label)} consequences={p.removeSays} action={p.remove} pending={remove.isPending} error={remove.error} onClose={leave}
          onConfirm={() => afterwards(remove.mutateAsync(asked.id), () => { say(p.removed); leave() })}
        />
      )}
    </section>
  )
}
