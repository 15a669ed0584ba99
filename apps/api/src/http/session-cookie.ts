import type { Config } from '@app/platform'
import { SESSION_MOST } from '@app/staff'
import { OwnCookie } from './own-cookie.js'

/** The staff's session. */
export class SessionCookie extends OwnCookie {
  constructor(config: Pick<Config, 'publicUrl'>) {
    super(config, 'dialogwerk', SESSION_MOST / 1000)
  }
}
