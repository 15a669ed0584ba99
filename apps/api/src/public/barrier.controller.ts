import { Body, Controller, Get, Header, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { BarrierReportInput, addresses } from '@app/contracts'
import { BarrierReports } from '@app/events'
import { CONFIG, type Config, type FieldProblem, Problem, Throttle } from '@app/platform'
import { callerNetwork } from '../http/caller-network.js'
import { FormTokens, TOKEN_MARK } from '../http/form-tokens.js'
import { AllowedFor, fieldProblems } from '../http/operation.js'
import { languageOf } from '../http/request-language.js'
import { formErrors, textValues } from './form-values.js'
import { inBoth, send } from './pages.controller.js'
import { PublicPages } from './public-pages.js'
import { BARRIER_FIELDS, FORM_TOKEN_FIELD, TRAP_FIELD } from './views/index.js'

/** Reports that a host gets in an hour, whoever sends them: a flood must not bury the mailbox that reads them. */
const REPORTS_PER_HOST = { name: 'barriers-host', points: 60, windowSeconds: 3600 }

/** The public form for barriers: POST, redirect, GET; works without JavaScript and without cookies. */
@Controller()
@AllowedFor('public')
export class BarrierController {
  constructor(
    private readonly pages: PublicPages,
    private readonly reports: BarrierReports,
    private readonly forms: FormTokens,
    private readonly throttle: Throttle,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(inBoth((language) => addresses.barrier(language, ':slug')))
  @Header('cache-control', 'no-store')
  async form(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    const { html } = await this.pages.emptyBarrierForm(slug, languageOf(request), { formToken: TOKEN_MARK, values: {}, errors: [] })
    return html.toString().replace(TOKEN_MARK, this.forms.issue('barrier', slug))
  }

  @Get(inBoth((language) => addresses.barrierSent(language, ':slug')))
  async sent(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string): Promise<void> {
    send(response, await this.pages.barrierSent(slug, languageOf(request)))
  }

  @Post(inBoth((language) => addresses.barrier(language, ':slug')))
  async report(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    this.forms.assertOwnSite(request)
    const language = languageOf(request)
    const values = textValues(body, BARRIER_FIELDS)
    const refuse = async (problems: FieldProblem[]) => {
      const contents = { formToken: this.forms.again('barrier', slug, body[FORM_TOKEN_FIELD]), values, errors: formErrors(problems, values, language) }
      response.status(422).type('html').setHeader('cache-control', 'no-store').send(await this.pages.filledBarrierForm(slug, language, contents))
    }
    const done = () => response.redirect(303, addresses.barrierSent(language, slug))
    // A robot gets the answer of a person: it must not learn what gave it away.
    if (body[TRAP_FIELD]) return done()
    const token = this.forms.check('barrier', slug, body[FORM_TOKEN_FIELD])
    if (token !== 'good') return refuse([{ pointer: '/form', code: token === 'expired' ? 'field.form_expired' : 'field.form_too_fast' }])
    const parsed = BarrierReportInput.safeParse(values)
    if (!parsed.success) return refuse(fieldProblems(parsed.error))
    await this.limit(slug, callerNetwork(request))
    await this.reports.add(slug, language, parsed.data)
    done()
  }

  /** @throws Problem `too_many_requests` with the seconds to wait; a whole authority may share one network */
  private async limit(slug: string, network: string): Promise<void> {
    const perNetwork = { name: 'barriers', points: this.config.limits.signupsPerIp, windowSeconds: 600 }
    const seconds = (await this.throttle.take(perNetwork, network)) ?? (await this.throttle.take(REPORTS_PER_HOST, slug))
    if (seconds !== null) throw new Problem('too_many_requests', {}, [], seconds)
  }
}
