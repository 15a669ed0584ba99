import type { Config } from '@app/platform'
import { ATTEMPT_MINUTES } from '@app/staff'
import { OwnCookie } from './own-cookie.js'

/** The way to the provider that this browser began, sealed. It comes back by a link from the provider's site, so it is `Lax`, like the session. */
export class OidcCookie extends OwnCookie {
  constructor(config: Pick<Config, 'publicUrl'>) {
    super(config, 'dialogwerk-oidc', ATTEMPT_MINUTES * 60)
  }
}
