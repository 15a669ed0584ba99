import { parse, serialize } from 'cookie'
import type { Request, Response } from 'express'
import type { Config } from '@app/platform'

/** A cookie for this host alone. `__Host-` binds it to it over https; without https (embedded, loopback) browsers refuse that prefix. */
export class OwnCookie {
  private readonly isSecure: boolean
  private readonly name: string

  /** @param seconds how long a browser keeps it */
  constructor(config: Pick<Config, 'publicUrl'>, name: string, private readonly seconds: number) {
    this.isSecure = config.publicUrl.startsWith('https:')
    this.name = this.isSecure ? `__Host-${name}` : name
  }

  read(request: Request): string | undefined {
    return parse(request.headers.cookie ?? '')[this.name]
  }

  set(response: Response, value: string): void {
    this.write(response, value, this.seconds)
  }

  clear(response: Response): void {
    this.write(response, '', 0)
  }

  private write(response: Response, value: string, maxAge: number): void {
    response.appendHeader('set-cookie', serialize(this.name, value, { httpOnly: true, secure: this.isSecure, sameSite: 'lax', path: '/', maxAge }))
  }
}
