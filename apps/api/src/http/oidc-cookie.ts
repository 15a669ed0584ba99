import { parse, serialize } from 'cookie'
import type { Request, Response } from 'express'
import type { Config } from '@app/platform'
import { ATTEMPT_MINUTES } from '@app/staff'

/**
 * The way to the provider that this browser began, sealed. It comes back by a link from the provider's site, so `Lax`, like the session; `__Host-`
 * as there.
 */
export class OidcCookie {
  private readonly isSecure: boolean
  private readonly name: string

  constructor(config: Pick<Config, 'publicUrl'>) {
    this.isSecure = config.publicUrl.startsWith('https:')
    this.name = this.isSecure ? '__Host-dialogwerk-oidc' : 'dialogwerk-oidc'
  }

  read(request: Request): string | undefined {
    return parse(request.headers.cookie ?? '')[this.name]
  }

  set(response: Response, sealed: string): void {
    this.write(response, sealed, ATTEMPT_MINUTES * 60)
  }

  clear(response: Response): void {
    this.write(response, '', 0)
  }

  private write(response: Response, value: string, maxAge: number): void {
    response.appendHeader('set-cookie', serialize(this.name, value, { httpOnly: true, secure: this.isSecure, sameSite: 'lax', path: '/', maxAge }))
  }
}
