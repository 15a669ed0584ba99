import { createElement } from 'react'
import { Body, Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { showEmail } from '@app/contacts'
import { ParticipantEdit, addresses } from '@app/contracts'
import { PersonalCalendar } from '@app/mailing'
import { Confirmations, ConsentKeeper, PersonalPage as PersonalAccess, type PersonalView, Withdrawals } from '@app/participants'
import { type FieldProblem, Problem, Transactions } from '@app/platform'
import { participantActor } from '@app/staff'
import { FormTokens } from '../http/form-tokens.js'
import { AllowedFor, fieldProblems } from '../http/operation.js'
import { textValues } from './form-values.js'
import { PageFrames } from './page-frames.js'
import { PersonalPages, guardForm, nameOf } from './personal-pages.js'
import {
  ConfirmPage, type ConfirmProps, EDIT_FIELDS, WithdrawPage, type WithdrawProps, renderPage,
} from './views/index.js'

const PRIVATE = ['cache-control', 'no-store'] as const

/** What one person does behind the links of our letters. GET shows, POST acts: mail gateways follow every link. */
@Controller('t/:token')
@AllowedFor('public')
export class PersonalController {
  constructor(
    private readonly personal: PersonalAccess,
    private readonly confirmations: Confirmations,
    private readonly withdrawals: Withdrawals,
    private readonly consents: ConsentKeeper,
    private readonly transactions: Transactions,
    private readonly calendars: PersonalCalendar,
    private readonly forms: FormTokens,
    private readonly frames: PageFrames,
    private readonly pages: PersonalPages,
  ) {}

  @Get()
  @Header(...PRIVATE)
  async show(@Param('token') token: string, @Query('gespeichert') saved?: string): Promise<string> {
    return this.pages.page(token, await this.found(token), { saved: saved !== undefined })
  }

  @Post()
  async edit(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    guardForm(this.forms, request, 'personal', token, body)
    const view = await this.found(token)
    const values = textValues(body, EDIT_FIELDS)
    const refuse = async (problems: FieldProblem[]) => {
      response.status(422).type('html').setHeader(...PRIVATE).send(await this.pages.page(token, view, { values, problems }))
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
    guardForm(this.forms, request, 'confirm', token, body)
    const result = await this.confirmations.confirm(token)
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
    const event = await this.pages.eventOf(view)
    const { language } = view.participation
    const frame = await this.frames.of(language, null, { ...event, context: event.series?.title ?? null })
    return renderPage(createElement(WithdrawPage, { frame, event, hasPage: await this.pages.hasPage(view), name: nameOf(view), state }))
  }

  @Post('abmelden')
  async withdraw(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    guardForm(this.forms, request, 'withdraw', token, body)
    const view = await this.found(token)
    if (view.mayWithdraw) await this.withdrawals.withdraw(view.participation.id, participantActor(view.participation.id))
    response.redirect(303, addresses.withdraw(token))
  }

  @Post('einwilligung')
  async revokeConsent(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    guardForm(this.forms, request, 'consent', token, body)
    const { participation } = await this.found(token)
    const { consent = '' } = textValues(body, ['consent'])
    // What was revoked before, or is somebody else's, is shown as it stands.
    await this.transactions.run((tx) => this.consents.revoke(tx, participation, consent, participantActor(participation.id)))
    response.redirect(303, addresses.manage(token))
  }

  @Get('leichte-sprache')
  @Header(...PRIVATE)
  async easyLanguage(@Param('token') token: string): Promise<string> {
    return this.pages.easy(token, await this.found(token))
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

  private found(token: string): Promise<PersonalView> {
    return this.pages.found(token)
  }

  private async confirmPage(token: string, found: Awaited<ReturnType<PersonalAccess['findByConfirmLink']>> | { kind: 'gone' }): Promise<string> {
    if (found.kind === 'unknown') throw new Problem('not_found')
    if (found.kind === 'gone') return this.renderConfirm(await this.frames.of('de', null), { kind: 'expired', registrationPath: null })
    const { participation: row } = found
    const event = await this.pages.eventOf(found)
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
