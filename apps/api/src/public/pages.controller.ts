import { Controller, Get, Param, Redirect, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { type Language, type LegalPage, LANGUAGES, addresses } from '@app/contracts'
import { AllowedFor } from '../http/operation.js'
import { languageOf } from '../http/request-language.js'
import type { FinishedPage } from './kept-pages.js'
import { PublicPages } from './public-pages.js'

/** A route in every language. */
export const inBoth = (address: (language: Language) => string) => LANGUAGES.map(address)

const legal = (page: LegalPage) => inBoth((language) => addresses.legal(language, ':slug', page))

/** The pages that everybody reads: no cookies, no script, the same for all, revalidated by their ETag. */
@Controller()
@AllowedFor('public')
export class PagesController {
  constructor(private readonly pages: PublicPages) {}

  @Get('/')
  @Redirect('/de', 302)
  root(): void {}

  @Get(inBoth(addresses.home))
  async home(@Req() request: Request, @Res() response: Response): Promise<void> {
    send(response, await this.pages.home(languageOf(request)))
  }

  @Get(inBoth((language) => addresses.series(language, ':slug')))
  async series(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.series(slug, languageOf(request)))
  }

  @Get(inBoth((language) => addresses.event(language, ':slug')))
  async event(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.event(slug, languageOf(request)))
  }

  @Get(inBoth((language) => addresses.eventEasy(language, ':slug')))
  async eventEasy(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.eventEasy(slug, languageOf(request)))
  }

  @Get(inBoth((language) => addresses.registrationSent(language, ':slug')))
  async checkMail(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.checkMail(slug, languageOf(request)))
  }

  @Get(legal('imprint'))
  async imprint(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.legal(slug, languageOf(request), 'imprint'))
  }

  @Get(legal('privacy'))
  async privacy(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.legal(slug, languageOf(request), 'privacy'))
  }

  @Get(legal('accessibility'))
  async accessibility(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.legal(slug, languageOf(request), 'accessibility'))
  }

  @Get(legal('easy'))
  async easyLanguage(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.legal(slug, languageOf(request), 'easy'))
  }
}

/** Whole, or 304 to who has it already (RFC 9110 §13.1.2); browsers ask again every time. */
export function send(response: Response, { html, etag }: FinishedPage): void {
  response.set({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', etag }).send(html)
}
