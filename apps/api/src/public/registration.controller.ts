import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { showEmail } from '@app/contacts'
import { AnswersInput, RegistrationInput, addresses } from '@app/contracts'
import { Answers } from '@app/participants'
import { Clock, type FieldProblem } from '@app/platform'
import { callerNetwork } from '../http/caller-network.js'
import { FormTokens, TOKEN_MARK } from '../http/form-tokens.js'
import { AllowedFor } from '../http/operation.js'
import { languageOf } from '../http/request-language.js'
import { SignUps } from '../sign-ups.js'
import { type AnswersSent, answerLabels, answersIn, shownAgain } from './answer-values.js'
import { formErrors, textValues, tickedValues } from './form-values.js'
import { inBoth } from './pages.controller.js'
import { personFormProblems } from './person-form-problems.js'
import { RegistrationForms } from '../registration-forms.js'
import { PublicPages } from './public-pages.js'
import { PublicProgramme } from './public-programme.js'
import { FORM_TOKEN_FIELD, NO_ANSWERS, REGISTRATION_FIELDS, TRAP_FIELD } from './views/index.js'

const TEXT_FIELDS = REGISTRATION_FIELDS.filter((name) => name !== 'consents')

/** The public form of registration: POST, redirect, GET; works without JavaScript and without cookies. */
@Controller()
@AllowedFor('public')
export class RegistrationController {
  constructor(
    private readonly pages: PublicPages,
    private readonly programme: PublicProgramme,
    private readonly signUps: SignUps,
    private readonly asked: RegistrationForms,
    private readonly answers: Answers,
    private readonly forms: FormTokens,
    private readonly clock: Clock,
  ) {}

  @Get(inBoth((language) => addresses.registration(language, ':slug')))
  @Header('cache-control', 'no-store')
  async form(@Req() request: Request, @Param('slug') slug: string): Promise<string> {
    const { html } = await this.pages.emptyForm(slug, languageOf(request), { formToken: TOKEN_MARK, values: {}, answers: NO_ANSWERS, consents: [], errors: [] })
    return html.toString().replace(TOKEN_MARK, this.forms.issue('registration', slug))
  }

  @Post(inBoth((language) => addresses.registration(language, ':slug')))
  async send(@Req() request: Request, @Res() response: Response, @Param('slug') slug: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    this.forms.assertOwnSite(request)
    const language = languageOf(request)
    const values = textValues(body, TEXT_FIELDS)
    const consents = tickedValues(body, 'consents')
    const { id } = await this.programme.event(slug, language, this.clock.moment())
    const asks = await this.asked.of(id, language)
    const sent = answersIn(body, asks)
    const refuse = async (problems: FieldProblem[], status = 422) => {
      const contents = {
        formToken: this.forms.again('registration', slug, body[FORM_TOKEN_FIELD]), consents, answers: shownAgain(sent),
        errors: formErrors(problems, values, language, answerLabels(asks)),
        values: { ...values, ...(values.email ? { email: showEmail(values.email) } : {}) },
      }
      const page = await this.pages.filledForm(slug, language, contents, this.clock.moment())
      response.status(status).type('html').setHeader('cache-control', 'no-store').send(page)
    }
    // A robot gets the answer of a person: it must not learn what gave it away.
    if (body[TRAP_FIELD]) return response.redirect(303, addresses.registrationSent(language, slug))
    const token = this.forms.check('registration', slug, body[FORM_TOKEN_FIELD])
    if (token !== 'good') return refuse([{ pointer: '/form', code: token === 'expired' ? 'field.form_expired' : 'field.form_too_fast' }])
    const parsed = RegistrationInput.safeParse({ ...values, consents, ...sent })
    if (!parsed.success) return refuse([...personFormProblems(values, parsed.error), ...(await this.answerProblems(id, sent))])
    const result = await this.signUps.signUp(slug, parsed.data, language, callerNetwork(request))
    if (result.kind === 'invalid') return refuse(result.problems)
    // The page itself says why registration is not open.
    if (result.kind === 'closed') return refuse([], 409)
    response.redirect(303, addresses.registrationSent(language, slug))
  }

  /** What is wrong with the answers, when the person's own fields are wrong already: nobody mends a form twice. */
  private async answerProblems(eventId: string, sent: AnswersSent): Promise<FieldProblem[]> {
    const said = AnswersInput.safeParse(sent)
    return said.success ? (await this.answers.check(eventId, said.data, true)).problems : []
  }
}
