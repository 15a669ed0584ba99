import { useMutation } from '@tanstack/react-query'
import type { SessionView } from '@app/contracts'
import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { useTroubleText } from '../parts/feedback.js'
import { PasskeyLeft, passkeysWork, signInByPasskey } from './passkeys.js'

/** Signs in by a passkey alone, where the browser knows them. */
export function PasskeyButton({ onSignedIn }: { onSignedIn: (session: SessionView) => void }) {
  const { t } = useLanguage()
  const textOf = useTroubleText()
  const signIn = useMutation({ mutationFn: signInByPasskey, onSuccess: onSignedIn })
  if (!passkeysWork) return null
  return (
    <div className="gate-go">
      <Button icon="lock" pending={signIn.isPending} onClick={() => signIn.mutate()}>{t.passkeys.signIn}</Button>
      {signIn.error === null ? null : <p className="fd-err" role="alert"><Icon name="alert" /> {signIn.error instanceof PasskeyLeft ? t.passkeys.left : textOf(signIn.error)}</p>}
    </div>
  )
}
