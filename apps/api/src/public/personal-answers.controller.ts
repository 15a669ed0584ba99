import { Body, Controller, Get, Param, Post, Req, Res, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common'
import { FileInterceptor } from '@nestjs/platform-express'
import type { Request, Response } from 'express'
import { AnswersInput, LANGUAGES, type Language, TICKED, addresses } from '@app/contracts'
import { EventLookup } from '@app/events'
import { AnswerFiles, Answers, type PersonalView } from '@app/participants'
import { type FieldProblem, Problem, Transactions } from '@app/platform'
import { participantActor } from '@app/staff'
import { attachment } from '../http/attachment.js'
import { FormTokens } from '../http/form-tokens.js'
import { AllowedFor, fieldProblems } from '../http/operation.js'
import { ProvenLink } from '../http/proven-link.js'
import { UPLOAD, type Uploaded } from '../http/uploads.js'
import { RegistrationForms } from '../registration-forms.js'
import { answersIn, shownAgain } from './answer-values.js'
import { PersonalPages, guardForm } from './personal-pages.js'
import { SHOWN_IN_FIELD } from './views/index.js'

/** What one person answers behind the personal link, after the registration: questions, needs, files. */
@Controller('t/:token')
@AllowedFor('public')
export class PersonalAnswersController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly asked: RegistrationForms,
    private readonly answers: Answers,
    private readonly files: AnswerFiles,
    private readonly transactions: Transactions,
    private readonly events: EventLookup,
    private readonly forms: FormTokens,
  ) {}

  @Post('angaben')
  async change(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Body() body: Record<string, unknown> = {}): Promise<void> {
    guardForm(this.forms, request, 'answers', token, body)
    const view = await this.open(token)
    const { participation: row } = view
    const sent = answersIn(body, await this.asked.of(row.eventId, row.language))
    const refuse = async (problems: FieldProblem[]) => this.refuse(response, await this.pages.page(token, view, { answers: shownAgain(sent), problems }))
    const parsed = AnswersInput.safeParse(sent)
    if (!parsed.success) return refuse(fieldProblems(parsed.error))
    const { checked, problems } = await this.answers.check(row.eventId, parsed.data, true)
    if (problems.length > 0) return refuse(problems)
    const hostId = await this.hostOf(view)
    await this.transactions.run((tx) => this.answers.change(tx, row, checked, hostId, shownIn(body, row), participantActor(row.id)))
    response.redirect(303, `${addresses.manage(token)}?gespeichert`)
  }

  @Post('datei/:key')
  @UseInterceptors(ProvenLink, FileInterceptor('file', UPLOAD))
  async hand(@Req() request: Request, @Res() response: Response, @Param('token') token: string, @Param('key') key: string, @UploadedFile() file?: Uploaded, @Body() body: Record<string, unknown> = {}): Promise<void> {
    guardForm(this.forms, request, 'answers', token, body)
    const isRemoval = body['remove'] !== undefined
    const view = await (isRemoval ? this.pages.found(token) : this.open(token))
    const { participation: row } = view
    const actor = participantActor(row.id)
    if (isRemoval) await this.files.remove(row, key, view.mayEdit, actor)
    else {
      const problems = await this.files.put(row, key, file ? { name: file.originalname, content: file.buffer } : null, { ticked: body['specialConsent'] === TICKED, hostId: await this.hostOf(view), shownIn: shownIn(body, row) }, actor)
      if (problems.length > 0) return this.refuse(response, await this.pages.page(token, view, { problems }))
    }
    response.redirect(303, `${addresses.manage(token)}?gespeichert`)
  }

  @Get('datei/:key')
  async own(@Res({ passthrough: true }) response: Response, @Param('token') token: string, @Param('key') key: string): Promise<StreamableFile> {
    const { participation: row } = await this.pages.found(token)
    const file = await this.files.read(row.eventId, row.id, key, 'all')
    response.setHeader('cache-control', 'no-store')
    attachment(response, file.name, file.type)
    return new StreamableFile(file.content)
  }

  /** @throws Problem `link_gone` when nothing can be changed any more, which the page says as well */
  private async open(token: string): Promise<PersonalView> {
    const view = await this.pages.found(token)
    if (!view.mayEdit) throw new Problem('link_gone')
    return view
  }

  private async hostOf({ participation }: PersonalView): Promise<string | null> {
    const [host] = await this.events.hostsOf(participation.eventId)
    return host?.id ?? null
  }

  private refuse(response: Response, page: string): void {
    response.status(422).type('html').setHeader('cache-control', 'no-store').send(page)
  }
}

/** Language of the form that was sent: that of the mails may have been changed since it was shown. */
function shownIn(body: Record<string, unknown>, { language }: { language: Language }): Language {
  return LANGUAGES.find((one) => one === body[SHOWN_IN_FIELD]) ?? language
}
