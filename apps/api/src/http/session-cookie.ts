import { parse, serialize } from 'cookie'
import type { Request, Response } from 'express'
import type { Config } from '@app/platform'
import { SESSION_MOST } from '@app/staff'

/** The staff's session. `__Host-` binds it to this host over https; without https (embedded, loopback) browsers refuse that prefix. */
export class SessionCookie {
  private readonly isSecure: boolean
  private readonly name: string

  constructor(config: Pick<Config, 'publicUrl'>) {
    this.isSecure = config.publicUrl.startsWith('https:')
    this.name = this.isSecure ? '__Host-dialogwerk' : 'dialogwerk'
  }

  read(request: Request): string | undefined {
    return parse(request.headers.cookie ?? '')[this.name]
  }

  set(response: Response, token: string): void {
    response.appendHeader('set-cookie', serialize(this.name, token, { ...this.options, maxAge: SESSION_MOST / 1000 }))
  }

  clear(response: Response): void {
    response.appendHeader('set-cookie', serialize(this.name, '', { ...this.options, maxAge: 0 }))
  }

  private get options() {
    return { httpOnly: true, secure: this.isSecure, sameSite: 'lax', path: '/' } as const
  }
}
