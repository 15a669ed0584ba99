import { createElement } from 'react'
import { Controller, Get, Header, Param, Redirect, Req } from '@nestjs/common'
import type { Request } from 'express'
import { type Language, type LegalPage, LANGUAGES, addresses } from '@app/contracts'
import { Hosts } from '@app/events'
import { dayOfInstant } from '@app/i18n'
import { Clock, Problem } from '@app/platform'
import { AllowedFor } from '../http/operation.js'
import { languageOf } from '../http/request-language.js'
import { PageFrames } from './page-frames.js'
import { PublicProgramme } from './public-programme.js'
import { EventPage, HomePage, LegalPage as LegalText, SeriesPage, renderPage } from './views/index.js'

/** A route in every language. */
export const inBoth = (address: (language: Language) => string) => LANGUAGES.map(address)

const legal = (page: LegalPage) => inBoth((language) => addresses.legal(language, ':slug', page))

/** The pages that everybody reads: no cookies, no script, the same for all, revalidated by their ETag. */
@Controller()
@AllowedFor('public')
export class PagesController {
  constructor(private readonly programme: PublicProgramme, private readonly hosts: Hosts, private readonly frames: PageFrames, private readonly clock: Clock) {}

  @Get('/')
  @Redirect('/de', 302)
  root(): void {}

  @Get(inBoth(addresses.home))
  @Header('cache-control', 'no-cache')
  async home(@Req() request: Request): Promise<string> {
    const language = languageOf(request)
    const [series, events, host] = await Promise.all([this.programme.seriesList(language), this.programme.events(language), this.hosts.ofInstallation()])
    const frame = await this.frames.of(language, addresses.home, { hosts: host ? [host] : [], claims: [] })
    return renderPage(createElement(HomePage, { frame, today: this.today(), series, events }))
  }

  @Get(inBoth((language) => addresses.series(language, ':slug')))
  @Header('cache-control', 'no-cache')
  async series(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    const language = languageOf(request)
    const series = await this.programme.series(slug, language)
    const frame = await this.frames.of(language, (other) => addresses.series(other, slug), series)
    return renderPage(createElement(SeriesPage, { frame, today: this.today(), series }))
  }

  @Get(inBoth((language) => addresses.event(language, ':slug')))
  @Header('cache-control', 'no-cache')
  async event(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    const language = languageOf(request)
    const event = await this.programme.event(slug, language)
    const frame = await this.frames.of(language, (other) => addresses.event(other, slug), { ...event, context: event.series?.title ?? null })
    return renderPage(createElement(EventPage, { frame, event }))
  }

  @Get(legal('imprint'))
  imprint(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    return this.legal(languageOf(request), slug, 'imprint')
  }

  @Get(legal('privacy'))
  privacy(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    return this.legal(languageOf(request), slug, 'privacy')
  }

  @Get(legal('accessibility'))
  accessibility(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    return this.legal(languageOf(request), slug, 'accessibility')
  }

  private async legal(language: Language, slug: string, page: LegalPage): Promise<string> {
    const texts = await this.hosts.publicHost(slug, language)
    if (!texts) throw new Problem('not_found')
    const frame = await this.frames.of(language, (other) => addresses.legal(other, slug, page), { hosts: [texts.host], claims: [] })
    return renderPage(createElement(LegalText, { frame, page, host: texts.host, text: texts[page], imprint: texts.imprint }))
  }

  /** Today where the dialogues take place; a page of several zones needs one of them. */
  private today(): string {
    return dayOfInstant(this.clock.now().toISOString(), 'Europe/Berlin')
  }
}
