import { type KeyObject, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { addresses } from '@app/contracts'

/** What is used of the library, which brings no types. */
interface Provider {
  callback(): (request: IncomingMessage, response: ServerResponse) => void
  use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void
  Client: { find(id: string): Promise<{ backchannelLogout(sub: string, sid?: string): Promise<void> }> }
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object, how: object): Promise<void>
  proxy: boolean
}

interface Context {
  path: string
  body: { id_token?: string }
  oidc: { provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } }; client: { clientId: string }; session: { accountId: string } }
}

/** Parts of an ID token, as somebody who means harm would like them. */
export interface IdToken {
  header: Record<string, unknown>
  claims: Record<string, unknown>
}

export const CLIENT_ID = 'dialogwerk'
export const CLIENT_SECRET = 'ein-Geheimnis:nur%20fuer+diesen-Test/'

/** What somebody gave at the provider: which methods it says it asked for. */
export interface Proved {
  amr?: string[]
  acr?: string
}

export type Fault = { status: number; body: string; endless?: boolean } | 'cuts' | 'is silent'

/**
 * A provider of OpenID Connect in this process: oidc-provider with accounts in memory, where whoever names a subject is let in as such. What it
 * answers with a code can be bent, to be what it must not be.
 */
export class TestIdentityProvider {
  /** Changes the ID token before it is signed; `key` signs it in place of the provider's own. */
  bend: ((token: IdToken) => { key?: KeyObject | null } | void) | null = null
  /** What it answers at its token endpoint in place of anything else; or it cuts the connection, or is silent. */
  fails: Fault | null = null
  /** The same where it tells of itself. */
  tellsNothing: Fault | null = null
  /** The key that it signs with since it changed keys; it forgot the former one. */
  private changed: { key: KeyObject; kid: string } | null = null
  /** Where the product listens, if not at its own address. */
  productAt: string | null = null
  /** Tells the product that somebody was logged out, in a session of the provider or in all. @throws when it does not take that */
  logOut!: (subject: string, session?: string) => Promise<void>
  /** Requests by path. */
  readonly asked: string[] = []

  private constructor(readonly issuer: string, private readonly server: Server, private readonly key: KeyObject, private readonly speakAgain: () => void) {}

  /** @param publicUrl of the product, where the browser is sent back to. @param isPublic whether the client has no secret */
  static async start(publicUrl: string, { isPublic = false, secretIn = 'client_secret_basic' }: { isPublic?: boolean; secretIn?: string } = {}): Promise<TestIdentityProvider> {
    // A test that ends without ending it is not kept waiting.
    const server = createServer().unref()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    // The library says often that it is not meant for production with what a test gives it.
    const silent = (['info', 'warn'] as const).map((level) => jest.spyOn(console, level).mockReturnValue(undefined))
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const made = new TestIdentityProvider(issuer, server, privateKey, () => silent.forEach((one) => one.mockRestore()))
    const proof = isPublic ? { token_endpoint_auth_method: 'none' } : { client_secret: CLIENT_SECRET, token_endpoint_auth_method: secretIn }
    const { Provider: Library } = (await import('oidc-provider' as string)) as { Provider: new (issuer: string, how: object) => Provider }
    const provider = new Library(issuer, {
      clients: [{ client_id: CLIENT_ID, redirect_uris: [`${publicUrl}${addresses.oidcCallback()}`], backchannel_logout_uri: `${publicUrl}${addresses.oidcLogout()}`, backchannel_logout_session_required: true, ...proof }],
      clientAuthMethods: isPublic ? ['none'] : [secretIn],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] },
      claims: { openid: ['sub', 'amr', 'acr', 'email'] },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
      // The product listens elsewhere in a test than its address says.
      fetch: (url: string, how: RequestInit) => fetch(url.replace(publicUrl, made.productAt ?? publicUrl), how),
      interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId, email: accountId }) }),
      // Nobody is asked for consent: the client belongs to the same house.
      loadExistingGrant: async ({ oidc }: Context) => {
        const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
        grant.addOIDCScope('openid')
        await grant.save()
        return grant
      },
      cookies: { keys: [randomUUID()] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    })
    provider.use(async (context, next) => {
      await next()
      if (context.path === '/token' && context.body?.id_token) context.body.id_token = made.bent(context.body.id_token)
    })
    made.logOut = async (subject, session) => (await provider.Client.find(CLIENT_ID)).backchannelLogout(subject, session)
    const answer = provider.callback()
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const { pathname } = new URL(request.url!, issuer)
      made.asked.push(pathname)
      if (pathname.startsWith('/interaction/')) void interact(provider, request, response)
      else if (pathname === '/token' && made.fails !== null) failAs(made.fails, request, response)
      else if (pathname === '/.well-known/openid-configuration' && made.tellsNothing !== null) failAs(made.tellsNothing, request, response)
      else if (pathname === '/jwks' && made.changed !== null) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [keyToRead(made.changed)] }))
      else answer(request, response)
    })
    return made
  }

  /** What the operator of the product configures. */
  get configured() {
    return { issuer: `${this.issuer}/`, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET as string | null, name: 'Hausanmeldung', trustMfa: false }
  }

  /** Goes to the provider as a new browser does, is let in as `subject`, and tells the address to which the browser is sent back. */
  async letIn(address: string, subject: string, proved: Proved = {}): Promise<URL> {
    return this.walk(address, new URLSearchParams({ subject, proved: JSON.stringify(proved) }))
  }

  /** From now on it signs with another key. */
  changeKeys(): void {
    this.changed = { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, kid: randomUUID() }
  }

  /** Goes there and turns round. */
  deny(address: string): Promise<URL> {
    return this.walk(address, new URLSearchParams({ deny: '1' }))
  }

  async stop(): Promise<void> {
    this.speakAgain()
    await this.leave()
  }

  /** Nobody listens any more; those under way are cut off. */
  async leave(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** It is there again, at the same address. */
  async return(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(Number(new URL(this.issuer).port), '127.0.0.1', resolve))
  }

  private async walk(address: string, body: URLSearchParams): Promise<URL> {
    const cookies = new Map<string, string>()
    let [url, init]: [URL, RequestInit] = [new URL(address), {}]
    for (let step = 0; step < 8; step++) {
      if (url.origin !== this.issuer) return url
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(url, { redirect: 'manual', ...init, headers: { cookie } })
      for (const line of answer.headers.getSetCookie()) cookies.set(line.slice(0, line.indexOf('=')), /=([^;]*)/.exec(line)![1]!)
      const location = answer.headers.get('location')
      if (location === null && !url.pathname.startsWith('/interaction/')) throw new Error(`The provider answered ${answer.status} at ${url.pathname}: ${await answer.text()}`)
      ;[url, init] = location === null ? [url, { method: 'POST', body }] : [new URL(location, url), {}]
    }
    throw new Error('The provider leads round in circles')
  }

  /** A logout token of its own, bent by whoever means harm. */
  logoutToken(claims: Record<string, unknown>, { header = {}, key = this.key }: { header?: object; key?: KeyObject | null } = {}): string {
    const now = Math.floor(Date.now() / 1000)
    const whole = { iss: this.issuer, aud: CLIENT_ID, iat: now, exp: now + 120, jti: randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims }
    return signed({ alg: 'RS256', kid: 'own', typ: 'logout+jwt', ...header }, whole, key)
  }

  private bent(jwt: string): string {
    if (this.bend === null && this.changed === null) return jwt
    const [header, claims] = jwt.split('.').slice(0, 2).map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>)
    const token: IdToken = { header: header!, claims: claims! }
    if (this.changed !== null) token.header.kid = this.changed.kid
    const { key = this.changed?.key ?? this.key } = this.bend?.(token) ?? {}
    return signed(token.header, token.claims, key)
  }
}

function signed(header: object, claims: object, key: KeyObject | null): string {
  const head = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${head}.${key === null ? '' : sign('sha256', Buffer.from(head), key).toString('base64url')}`
}

function failAs(how: Fault, request: IncomingMessage, response: ServerResponse): void {
  if (how === 'cuts') request.socket.destroy()
  else if (how === 'is silent') request.resume()
  else if (how.endless) Readable.from(endless(how.body)).pipe(response.writeHead(how.status, { 'content-type': 'application/json' }))
  else response.writeHead(how.status, { 'content-type': 'application/json' }).end(how.body)
}

function* endless(part: string): Generator<string> {
  while (true) yield part
}

function keyToRead({ key, kid }: { key: KeyObject; kid: string }): object {
  return { ...createPublicKey(key).export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }
}

/** The page on which somebody says who they are. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><html lang="de"><title>Hausanmeldung</title><form method="post"><label>Kennung <input name="subject"></label><button>Weiter</button><button name="deny" value="1">Abbrechen</button></form></html>')
    return
  }
  const sent = new URLSearchParams(await text(request))
  const result = sent.has('deny') ? { error: 'access_denied' } : { login: { accountId: sent.get('subject'), ...(JSON.parse(sent.get('proved') ?? '{}') as Proved) } }
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}
