import { ConsolePath, OIDC_ENDS, type OidcAddress, type OidcEnd } from '@app/contracts'

/** Leaves for the provider; whoever is back stands again where they were. */
export async function goToProvider(begin: (back: string) => Promise<OidcAddress>): Promise<void> {
  const here = ConsolePath.safeParse(location.pathname + location.search)
  const { address } = await begin(here.success ? here.data : '/console')
  location.assign(address)
}

/** How the way to the provider ended from which this page was opened, or null. Said once: the address forgets it. */
export function takeOidcEnd(): OidcEnd | null {
  const url = new URL(location.href)
  const end = OIDC_ENDS.find((one) => one === url.searchParams.get('oidc')) ?? null
  if (url.searchParams.has('oidc')) {
    url.searchParams.delete('oidc')
    history.replaceState(history.state, '', url)
  }
  return end
}
