import { createElement } from 'react'
import { Inject, Injectable } from '@nestjs/common'
import { type Language, type LegalPage as LegalKind, type PublicEvent, addresses } from '@app/contracts'
import { Hosts, ProgrammeRevisions, endOfDay } from '@app/events'
import { dayOfInstant } from '@app/i18n'
import { CONFIG, type Config, type Moment, Problem } from '@app/platform'
import { RegistrationForms } from '../registration-forms.js'
import type { FinishedPage } from './kept-pages.js'
import { PageCache } from './page-cache.js'
import { PageFrames } from './page-frames.js'
import { PublicProgramme } from './public-programme.js'
import { BarrierPage, type BarrierProps, BarrierSentPage, CheckMailPage, EventEasyPage, EventPage, HomePage, LegalPage, type PageFrame, RegistrationPage, type RegistrationProps, SeriesPage, renderPage } from './views/index.js'

/** Where the dialogues take place; a page of several zones needs one of them to say what is past. */
const ZONE = 'Europe/Berlin'

/** What a registration form holds besides the event: what was typed, what is wrong with it. */
export type FormContents = Pick<RegistrationProps, 'formToken' | 'values' | 'answers' | 'consents' | 'errors'>

/** The same of the form for barriers. */
export type BarrierContents = Pick<BarrierProps, 'formToken' | 'values' | 'errors'>

/** The pages that are the same for everybody, finished. What is not public does not exist: each throws Problem `not_found`. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly cache: PageCache,
    private readonly revisions: ProgrammeRevisions,
    private readonly programme: PublicProgramme,
    private readonly hosts: Hosts,
    private readonly forms: RegistrationForms,
    private readonly frames: PageFrames,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  home(language: Language): Promise<FinishedPage> {
    return this.cache.page(addresses.home(language), {
      revision: () => this.revisions.ofAllEvents(),
      make: async (at) => {
        const [series, events, host] = await Promise.all([this.programme.seriesList(language, at), this.programme.events(language, at), this.hosts.ofInstallation()])
        const frame = await this.frames.of(language, addresses.home, { hosts: host ? [host] : [], claims: [] })
        return renderPage(createElement(HomePage, { frame, today: dayAt(at), series, events }))
      },
    })
  }

  series(slug: string, language: Language): Promise<FinishedPage> {
    return this.cache.page(addresses.series(language, slug), {
      revision: () => this.revisions.ofAllEvents(),
      make: async (at) => {
        const series = await this.programme.series(slug, language, at)
        const frame = await this.frames.of(language, (other) => addresses.series(other, slug), series)
        return renderPage(createElement(SeriesPage, { frame, today: dayAt(at), series }))
      },
    })
  }

  event(slug: string, language: Language): Promise<FinishedPage> {
    return this.ofEvent(slug, language, addresses.event, async (event, frame) => renderPage(createElement(EventPage, { frame, event })))
  }

  /** The event in Leichte Sprache; there is no such page while nothing was written for it. */
  eventEasy(slug: string, language: Language): Promise<FinishedPage> {
    return this.ofEvent(slug, language, addresses.eventEasy, async (event, frame) => {
      if (event.easyLanguage === null) throw new Problem('not_found')
      return renderPage(createElement(EventEasyPage, { frame, event }))
    })
  }

  /** Where somebody is sent who has registered. */
  checkMail(slug: string, language: Language): Promise<FinishedPage> {
    const mailboxPath = this.config.mode === 'embedded' ? addresses.mailbox() : null
    return this.ofEvent(slug, language, addresses.registrationSent, async (event, frame) => renderPage(createElement(CheckMailPage, { frame, event, mailboxPath })))
  }

  /** @param contents the same for everybody: nothing that was typed may get into a page that is kept */
  emptyForm(slug: string, language: Language, contents: FormContents): Promise<FinishedPage> {
    return this.ofEvent(slug, language, addresses.registration, (event, frame) => this.formOf(event, frame, contents))
  }

  /** The form as one person has filled it in; made for this answer alone. */
  async filledForm(slug: string, language: Language, contents: FormContents, at: Moment): Promise<string> {
    const event = await this.programme.event(slug, language, at)
    return this.formOf(event, await this.frameOf(event, language, addresses.registration), contents)
  }

  legal(slug: string, language: Language, page: LegalKind): Promise<FinishedPage> {
    return this.cache.page(addresses.legal(language, slug, page), {
      revision: () => this.revisions.ofTexts(),
      make: async () => {
        const texts = await this.hosts.publicHost(slug, language)
        if (!texts || (page === 'easy' && texts.easy === null)) throw new Problem('not_found')
        const frame = await this.frames.of(language, (other) => addresses.legal(other, slug, page), { hosts: [texts.host], claims: [] })
        return renderPage(createElement(LegalPage, { frame, page, host: texts.host, text: texts[page], imprint: texts.imprint, duties: texts }))
      },
    })
  }

  /** @param contents as for the registration: what is kept holds nothing that was typed */
  emptyBarrierForm(slug: string, language: Language, contents: BarrierContents): Promise<FinishedPage> {
    return this.ofHost(slug, language, addresses.barrier, (props) => renderPage(createElement(BarrierPage, { ...props, ...contents })))
  }

  /** The form as one person has filled it in; made for this answer alone. */
  async filledBarrierForm(slug: string, language: Language, contents: BarrierContents): Promise<string> {
    return renderPage(createElement(BarrierPage, { ...(await this.hostOf(slug, language, addresses.barrier)), ...contents }))
  }

  /** Where somebody is sent who has reported a barrier. */
  barrierSent(slug: string, language: Language): Promise<FinishedPage> {
    return this.ofHost(slug, language, addresses.barrierSent, (props) => renderPage(createElement(BarrierSentPage, props)))
  }

  private ofHost(slug: string, language: Language, address: PageAddress, render: (props: HostProps) => string): Promise<FinishedPage> {
    return this.cache.page(address(language, slug), { revision: () => this.revisions.ofTexts(), make: async () => render(await this.hostOf(slug, language, address)) })
  }

  private async hostOf(slug: string, language: Language, address: PageAddress): Promise<HostProps> {
    const texts = await this.hosts.publicHost(slug, language)
    if (!texts) throw new Problem('not_found')
    return { host: texts.host, frame: await this.frames.of(language, (other) => address(other, slug), { hosts: [texts.host], claims: [] }) }
  }

  private ofEvent(
    slug: string, language: Language, address: PageAddress, render: (event: PublicEvent, frame: PageFrame) => Promise<string>,
  ): Promise<FinishedPage> {
    return this.cache.page(address(language, slug), {
      revision: () => this.revisions.ofEvent(slug),
      make: async (at) => {
        const event = await this.programme.event(slug, language, at)
        return render(event, await this.frameOf(event, language, address))
      },
    })
  }

  private async formOf(event: PublicEvent, frame: PageFrame, contents: FormContents): Promise<string> {
    const asks = await this.forms.of(event.id, frame.language)
    return renderPage(createElement(RegistrationPage, { frame, event, asks, ...contents }))
  }

  private frameOf(event: PublicEvent, language: Language, address: PageAddress): Promise<PageFrame> {
    return this.frames.of(language, (other) => address(other, event.slug), { ...event, context: event.series?.title ?? null })
  }
}

type HostProps = Pick<BarrierProps, 'frame' | 'host'>
type PageAddress = (language: Language, slug: string) => string

function dayAt(at: Moment): string {
  const day = dayOfInstant(at.instant.toISOString(), ZONE)
  at.hasCome(endOfDay(day, ZONE))
  return day
}
