import { createElement } from 'react'
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { showEmail } from '@app/contacts'
import { type Land, ParticipantEdit, type PublicEvent, addresses } from '@app/contracts'
import { EventLookup } from '@app/events'
import { PersonalCalendar } from '@app/mailing'
import { ConsentKeeper, PersonalPage as PersonalAccess, type PersonalView, Registrations, Withdrawals } from '@app/participants'
import { type FieldProblem, Problem, Transactions } from '@app/platform'
import { participantActor } from '@app/staff'
import { FormTokens } from '../http/form-tokens.js'
import { AllowedFor, fieldProblems } from '../http/operation.js'
import { formErrors, textValues } from './form-values.js'
import { PageFrames } from './page-frames.js'
import { PublicProgramme } from './public-programme.js'
import {
  ConfirmPage, type ConfirmProps, EDIT_FIELDS, FORM_TOKEN_FIELD, type PersonalParticipation, PersonalPage, WithdrawPage, type WithdrawProps, renderPage,
} from './views/index.js'

const PRIVATE = ['cache-control', 'no-store'] as const

/** What one person does behind the links of our letters. GET shows, POST acts: mail gateways follow every link. */
@Controller('t/:token')
@AllowedFor('public')
export class PersonalController {
  constructor(
    private readonly personal: PersonalAccess,
    private readonly registrations: Registrations,
    private readonly withdrawals: Withdrawals,
    private readonly consents: ConsentKeeper,
    private readonly transactions: Transactions,
    private readonly programme: PublicProgramme,
    private readonly events: EventLookup,
    private readonly calendars: PersonalCalendar,
    private readonly forms: FormTokens,
    private readonly frames: PageFrames,
  ) {}

  @Get()
  @Header(...PRIVATE)
  async show(@Param('token') token: string, @Query('gespeichert') saved?: string): Promise<string> {
    return this.page(token, await this.found(token), null, [], saved !== undefined)
  }

  @Post()
  async edit(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    this.guard(request, 'personal', token, body)
    const view = await this.found(token)
    const values = textValues(body, EDIT_FIELDS)
    const refuse = async (problems: FieldProblem[]) => {
      response.status(422).type('html').setHeader(...PRIVATE).send(await this.page(token, view, values, problems, false))
    }
    // What the page does not ask stays as it is.
    const parsed = ParticipantEdit.safeParse({ officeSalutation: view.participation.officeSalutation, ...values })
    if (!parsed.success) return refuse(fieldProblems(parsed.error))
    const result = await this.personal.edit(token, parsed.data)
    if (result.kind === 'invalid') return refuse(result.problems)
    if (result.kind !== 'saved') throw new Problem('link_gone')
    response.redirect(303, `${addresses.manage(token)}?gespeichert`)
  }

  @Get('bestaetigen')
  @Header(...PRIVATE)
  async askToConfirm(@Res({ passthrough: true }) response: Response, @Param('token') token: string): Promise<string> {
    const found = await this.personal.findByConfirmLink(token)
    if (found.kind === 'gone') response.status(410)
    return this.confirmPage(token, found)
  }

  @Post('bestaetigen')
  async confirm(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    this.guard(request, 'confirm', token, body)
    const result = await this.registrations.confirm(token)
    switch (result.kind) {
      case 'confirmed':
      case 'already':
        return response.redirect(303, addresses.manage(result.manageToken))
      case 'closed':
        throw new Problem('registration_closed')
      case 'unknown':
        throw new Problem('not_found')
      case 'gone':
        response.status(410).type('html').setHeader(...PRIVATE).send(await this.confirmPage(token, { kind: 'gone' }))
    }
  }

  @Get('abmelden')
  @Header(...PRIVATE)
  async askToWithdraw(@Param('token') token: string): Promise<string> {
    const view = await this.found(token)
    const personalPath = addresses.manage(token)
    const state: WithdrawProps['state'] =
      view.participation.answer === 'withdrawn'
        ? { kind: 'withdrawn' }
        : view.mayWithdraw
          ? { kind: 'open', action: addresses.withdraw(token), formToken: this.forms.issue('withdraw', token), personalPath }
          : { kind: 'impossible', personalPath }
    const event = await this.eventOf(view)
    const { language } = view.participation
    const frame = await this.frames.of(language, null, { ...event, context: event.series?.title ?? null })
    return renderPage(createElement(WithdrawPage, { frame, event, hasPage: await this.hasPage(view), name: nameOf(view), state }))
  }

  @Post('abmelden')
  async withdraw(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    this.guard(request, 'withdraw', token, body)
    const view = await this.found(token)
    if (view.mayWithdraw) await this.withdrawals.withdraw(view.participation.id, participantActor(view.participation.id))
    response.redirect(303, addresses.withdraw(token))
  }

  @Post('einwilligung')
  async revokeConsent(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    this.guard(request, 'consent', token, body)
    const { participation } = await this.found(token)
    const { consent = '' } = textValues(body, ['consent'])
    // What was revoked before, or is somebody else's, is shown as it stands.
    await this.transactions.run((tx) => this.consents.revoke(tx, participation, consent, participantActor(participation.id)))
    response.redirect(303, addresses.manage(token))
  }

  @Get('termin.ics')
  @Header(...PRIVATE)
  @Header('content-disposition', 'attachment; filename="termin.ics"')
  @Header('content-type', 'text/calendar; charset=utf-8')
  async calendar(@Param('token') token: string): Promise<string> {
    const view = await this.found(token)
    const calendar = await this.calendars.fileFor(view.participation.id)
    if (calendar === null) throw new Problem('not_found')
    return calendar
  }

  private guard(request: Request, form: string, token: string, body: Record<string, unknown>): void {
    this.forms.assertOwnSite(request)
    // Speed tells nothing here: a page with one button is answered at once.
    if (this.forms.check(form, token, body[FORM_TOKEN_FIELD]) === 'expired') throw new Problem('cross_site')
  }

  private async found(token: string): Promise<PersonalView> {
    const found = await this.personal.find(token)
    if (found.kind === 'unknown') throw new Problem('not_found')
    if (found.kind === 'gone') throw new Problem('link_gone')
    return found
  }

  /** The event as its participants see it, also when it is not public. */
  private eventOf({ event, participation }: PersonalView): Promise<PublicEvent> {
    return this.programme.eventForItsPeople(event.id, participation.language)
  }

  private async hasPage({ event }: PersonalView): Promise<boolean> {
    return (await this.events.eventForRegistration(event.id))?.hasPublicPage ?? false
  }

  private async page(token: string, view: PersonalView, values: Record<string, string | undefined> | null, problems: FieldProblem[], saved: boolean): Promise<string> {
    const { participation: row } = view
    const event = await this.eventOf(view)
    const frame = await this.frames.of(row.language, null, { ...event, context: event.series?.title ?? null })
    const participation: PersonalParticipation = {
      token,
      name: nameOf(view),
      email: showEmail(row.email ?? ''),
      standing: view.standing,
      waitingPosition: view.waitingPosition,
      registeredAt: row.createdAt.toISOString(),
      placeAt: row.placeAt?.toISOString() ?? null,
      reason: null,
      onlineUrl: view.standing === 'confirmed' ? this.events.onlineUrlOf(view.event) : null,
      salutation: row.salutation,
      title: row.title,
      organisation: row.organisationShown,
      office: row.officeAddress,
      land: row.land as Land | null,
      group: row.groupKey,
      phone: row.phone,
      language: row.language,
      consents: (await this.consents.of(row.id)).map(({ id, text, givenAt, revokedAt }) => ({ id, text, givenAt: givenAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null })),
      mayChange: view.mayEdit,
      mayWithdraw: view.mayWithdraw,
      hasCalendar: view.standing === 'confirmed' && event.datePrecision === 'day' && event.state !== 'cancelled',
      deletedOn: null,
    }
    const errors = formErrors(problems, values ?? {}, row.language)
    const tokens = { formToken: this.forms.issue('personal', token), consentToken: this.forms.issue('consent', token) }
    return renderPage(createElement(PersonalPage, { frame, event, hasPage: await this.hasPage(view), participation, ...tokens, values, errors, saved }))
  }

  private async confirmPage(token: string, found: Awaited<ReturnType<PersonalAccess['findByConfirmLink']>> | { kind: 'gone' }): Promise<string> {
    if (found.kind === 'unknown') throw new Problem('not_found')
    if (found.kind === 'gone') return this.renderConfirm(await this.frames.of('de', null), { kind: 'expired', registrationPath: null })
    const { participation: row } = found
    const event = await this.eventOf(found)
    const frame = await this.frames.of(row.language, null, { ...event, context: event.series?.title ?? null })
    if (row.answer !== 'unconfirmed') {
      const manageToken = await this.personal.manageTokenOf(row.id)
      return this.renderConfirm(frame, { kind: 'confirmed', personalPath: manageToken && addresses.manage(manageToken) })
    }
    return this.renderConfirm(frame, {
      kind: 'open',
      subject: { name: nameOf(found), email: showEmail(row.email ?? ''), organisation: row.organisationShown, event },
      action: addresses.confirm(token),
      formToken: this.forms.issue('confirm', token),
    })
  }

  private renderConfirm(frame: ConfirmProps['frame'], state: ConfirmProps['state']): string {
    return renderPage(createElement(ConfirmPage, { frame, state }))
  }
}

function nameOf({ participation }: PersonalView): string {
  return [participation.givenNames, participation.familyName].filter(Boolean).join(' ')
}
