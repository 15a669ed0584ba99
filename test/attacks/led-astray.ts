import { plainRequest } from '../support/plain-request.js'

export const EVIL = 'evil.example'

/** Ways in which somebody tells a server that it is called otherwise (RFC 9110 §7.2, RFC 7239, and what proxies send). */
const NAMES: Record<string, string>[] = [
  { host: EVIL }, { host: `${EVIL}:80` },
  ...['x-forwarded-host', 'x-host', 'x-forwarded-server', 'x-original-host', 'x-http-host-override'].map((name) => ({ [name]: EVIL })),
  { forwarded: `host=${EVIL};proto=https` }, { 'x-forwarded-proto': 'https', 'x-forwarded-host': EVIL, 'x-forwarded-port': '443' },
  { 'x-original-url': `//${EVIL}/`, 'x-rewrite-url': `//${EVIL}/` }, { referer: `https://${EVIL}/`, origin: `https://${EVIL}` },
]

/** Names under which programs take the address to go to afterwards. */
const RETURNS = ['next', 'return', 'returnTo', 'return_to', 'returnUrl', 'redirect', 'redirect_uri', 'redirect_url', 'url', 'goto', 'continue', 'target', 'dest', 'ziel', 'weiter', 'zurueck', 'from', 'ref', 'r', 'u']
/** Addresses that a browser leaves the site by, though some look like paths. */
const AWAY = [`//${EVIL}`, `https://${EVIL}/`, `/\\${EVIL}`, `\\\\${EVIL}`, `///${EVIL}`, `/%09/${EVIL}`, `https:${EVIL}`, `javascript:alert(1)//${EVIL}`]

const leavesFor = (base: string, location: string) => !URL.canParse(location, base) || new URL(location, base).origin !== new URL(base).origin

/** The addresses, with the header, at which a server repeats a name that it was given. */
export async function namesRepeated(base: string, paths: readonly string[], headers: Record<string, string> = {}): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    for (const name of NAMES) {
      const answer = await plainRequest(base + path, { headers: { ...headers, ...name } })
      if (`${JSON.stringify(answer.headers)}${answer.text}`.includes(EVIL)) found.push(`${path} repeats ${Object.keys(name).join(', ')}`)
    }
  }
  return found
}

/** The addresses at which a server sends people away to a site of somebody else. */
export async function waysOut(base: string, paths: readonly string[], headers: Record<string, string> = {}): Promise<string[]> {
  const found: string[] = []
  const asked = paths.flatMap((path) => AWAY.map((away) => `${path}?${RETURNS.map((name) => `${name}=${encodeURIComponent(away)}`).join('&')}`))
  const slashes = ['', '/..', '/%2e%2e', '/..;'].map((end) => `//${EVIL}${end}`).concat(`/\\${EVIL}`, `/%5c${EVIL}`, `/%2f${EVIL}`, `/%2f%2f${EVIL}/..`, `//${EVIL}/%2f..`, `///${EVIL}//`)
  for (const path of [...asked, ...slashes, ...paths.map((one) => `${one}//${EVIL}`)]) {
    // Sent as it stands: an URL would have been tidied up before.
    const { headers: told, text } = await plainRequest(base, { headers, path })
    const locations = [told.location, told.refresh, told['content-location']].filter((one): one is string => typeof one === 'string')
    const links = [...text.matchAll(/(?:href|action|content)="([^"]*evil\.example[^"]*)"/g)].map(([, link]) => link!)
    if ([...locations, ...links].some((location) => leavesFor(base, location))) found.push(path)
  }
  return found
}
