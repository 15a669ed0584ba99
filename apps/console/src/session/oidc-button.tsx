import { useMutation, useQuery } from '@tanstack/react-query'
import { operations } from '@app/contracts'
import { Icon } from '@app/ui'
import { call } from '../api.js'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { useTroubleText } from '../parts/feedback.js'
import { goToProvider } from './oidc.js'

/** What people call the provider of OpenID Connect; null until it is known that there is one. */
export function useProviderName(): string | null {
  const { data } = useQuery({ queryKey: ['sign-in-ways'], queryFn: ({ signal }) => call(operations.readSignInWays, {}, signal), staleTime: Infinity })
  return data?.oidc?.name ?? null
}

/** Signs in by the provider, where one is configured. */
export function OidcButton() {
  const { t } = useLanguage()
  const name = useProviderName()
  return name === null ? null : <ToProvider label={t.oidc.signIn(name)} begin={(back) => call(operations.beginOidc, { body: { back } })} />
}

/** Binds the own account to the provider. */
export function BindOidcButton({ name, small = false }: { name: string; small?: boolean }) {
  const { t } = useLanguage()
  return <ToProvider label={t.oidc.bind(name)} small={small} begin={(back) => call(operations.beginOidcBinding, { body: { back } })} />
}

function ToProvider({ label, begin, small = false }: { label: string; begin: Parameters<typeof goToProvider>[0]; small?: boolean }) {
  const textOf = useTroubleText()
  const go = useMutation({ mutationFn: () => goToProvider(begin) })
  return (
    <div className={small ? 'gap' : 'gate-go'}>
      <Button small={small} pending={go.isPending} onClick={() => go.mutate()}>{label}</Button>
      {go.error === null ? null : <p className="fd-err" role="alert"><Icon name="alert" /> {textOf(go.error)}</p>}
    </div>
  )
}
