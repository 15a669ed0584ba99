import { createElement } from 'react'
import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { addresses } from '@app/contracts'
import { CONFIG, type Config, Problem } from '@app/platform'
import { Accounts } from '@app/staff'
import { deviceOf } from '../http/device.js'
import { FormTokens } from '../http/form-tokens.js'
import { AllowedFor } from '../http/operation.js'
import { SessionCookie } from '../http/session-cookie.js'
import { PageFrames } from './page-frames.js'
import { FORM_TOKEN_FIELD, SignInLinkPage, renderPage } from './views/index.js'

/** The one-time link of a first start or an invitation: GET shows a button, POST uses the link up. */
@Controller('anmelden/:token')
@AllowedFor('public')
export class SignInLinkController {
  private readonly cookie: SessionCookie

  constructor(private readonly accounts: Accounts, private readonly forms: FormTokens, private readonly frames: PageFrames, @Inject(CONFIG) config: Config) {
    this.cookie = new SessionCookie(config)
  }

  @Get()
  @Header('cache-control', 'no-store')
  async show(@Res({ passthrough: true }) response: Response, @Param('token') token: string): Promise<string> {
    const holder = await this.accounts.holderOf(token)
    if (!holder) response.status(410)
    const state = holder
      ? ({ kind: 'open', name: holder.name, action: addresses.signIn(token), formToken: this.forms.issue('signin', token) } as const)
      : ({ kind: 'expired' } as const)
    return renderPage(createElement(SignInLinkPage, { frame: await this.frames.of('de', null), state }))
  }

  @Post()
  async signIn(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    this.forms.assertOwnSite(request)
    if (this.forms.check('signin', token, body[FORM_TOKEN_FIELD]) === 'expired') throw new Problem('cross_site')
    const session = await this.accounts.signInByLink(token, deviceOf(request))
    if (session === null) throw new Problem('link_gone')
    this.cookie.set(response, session)
    response.redirect(303, addresses.console())
  }
}
