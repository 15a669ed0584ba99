import { createElement } from 'react'
import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { showEmail } from '@app/contacts'
import { type Language, RegistrationInput, addresses } from '@app/contracts'
import { EventLookup } from '@app/events'
import { ConsentKeeper } from '@app/participants'
import { CONFIG, type Config, type FieldProblem } from '@app/platform'
import { callerNetwork } from '../http/caller-network.js'
import { FormTokens } from '../http/form-tokens.js'
import { AllowedFor } from '../http/operation.js'
import { languageOf } from '../http/request-language.js'
import { SignUps } from '../sign-ups.js'
import { formErrors, textValues, tickedValues } from './form-values.js'
import { PageFrames } from './page-frames.js'
import { inBoth } from './pages.controller.js'
import { personFormProblems } from './person-form-problems.js'
import { PublicProgramme } from './public-programme.js'
import { CheckMailPage, FORM_TOKEN_FIELD, type FormValues, REGISTRATION_FIELDS, RegistrationPage, TRAP_FIELD, renderPage } from './views/index.js'

const TEXT_FIELDS = REGISTRATION_FIELDS.filter((name) => name !== 'consents')

/** The public form of registration: POST, redirect, GET; works without JavaScript and without cookies. */
@Controller()
@AllowedFor('public')
export class RegistrationController {
  constructor(
    private readonly programme: PublicProgramme,
    private readonly signUps: SignUps,
    private readonly forms: FormTokens,
    private readonly frames: PageFrames,
    private readonly events: EventLookup,
    private readonly consentKeeper: ConsentKeeper,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(inBoth((language) => addresses.registration(language, ':slug')))
  @Header('cache-control', 'no-store')
  form(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    return this.page(languageOf(request), slug, {}, [], [])
  }

  @Post(inBoth((language) => addresses.registration(language, ':slug')))
  async send(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    this.forms.assertOwnSite(request)
    const language = languageOf(request)
    const values = textValues(body, TEXT_FIELDS)
    const consents = tickedValues(body, 'consents')
    const refuse = async (problems: FieldProblem[], status = 422) => {
      response.status(status).type('html').send(await this.page(language, slug, values, consents, problems))
    }
    // A robot gets the answer of a person: it must not learn what gave it away.
    if (body[TRAP_FIELD]) return response.redirect(303, addresses.registrationSent(language, slug))
    const token = this.forms.check('registration', slug, body[FORM_TOKEN_FIELD])
    if (token !== 'good') return refuse([{ pointer: '/form', code: token === 'expired' ? 'field.form_expired' : 'field.form_too_fast' }])
    const parsed = RegistrationInput.safeParse({ ...values, consents })
    if (!parsed.success) return refuse(personFormProblems(values, parsed.error))
    const result = await this.signUps.signUp(slug, parsed.data, callerNetwork(request))
    if (result.kind === 'invalid') return refuse(result.problems)
    // The page itself says why registration is not open.
    if (result.kind === 'closed') return refuse([], 409)
    response.redirect(303, addresses.registrationSent(language, slug))
  }

  @Get(inBoth((language) => addresses.registrationSent(language, ':slug')))
  async sent(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    const language = languageOf(request)
    const event = await this.programme.event(slug, language)
    const frame = await this.frames.of(language, (other) => addresses.registrationSent(other, slug), { ...event, context: event.series?.title ?? null })
    return renderPage(createElement(CheckMailPage, { frame, event, mailboxPath: this.config.mode === 'embedded' ? addresses.mailbox() : null }))
  }

  private async page(language: Language, slug: string, values: FormValues, consents: readonly string[], problems: readonly FieldProblem[]): Promise<string> {
    const event = await this.programme.event(slug, language)
    const frame = await this.frames.of(language, (other) => addresses.registration(other, slug), { ...event, context: event.series?.title ?? null })
    const [lead] = await this.events.hostsOf(event.id)
    const wordings = await this.consentKeeper.wordings(lead?.id ?? null, language)
    const errors = formErrors(problems, values, language)
    const formToken = this.forms.issue('registration', slug)
    return renderPage(createElement(RegistrationPage, { frame, event, formToken, values: { ...values, ...(values.email ? { email: showEmail(values.email) } : {}) }, wordings, consents, errors }))
  }
}
