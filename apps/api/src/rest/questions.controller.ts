import { Readable } from 'node:stream'
import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import type { Response } from 'express'
import { type EventQuestions, type FormatQuestionsSaved, type NeedsCounts, type NeedsList, type ParticipantRow, type PersonAnswers, type Received, operations } from '@app/contracts'
import { EventLookup, Formats } from '@app/events'
import { words } from '@app/i18n'
import { type AnswerFile, AnswerFiles, AnswerReader, AnswersOnBehalf, ConsentKeeper, Needs, NeedsSheet, ParticipantList, Questions, Readings, eventLock } from '@app/participants'
import { Problem, Transactions } from '@app/platform'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { attachment } from '../http/attachment.js'
import { Handles, Input } from '../http/operation.js'

/** What forms ask, what people answered, and what they need (C2, C7). */
@Controller()
export class QuestionsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly events: EventLookup,
    private readonly formats: Formats,
    private readonly questions: Questions,
    private readonly participants: ParticipantList,
    private readonly reader: AnswerReader,
    private readonly files: AnswerFiles,
    private readonly needs: Needs,
    private readonly sheet: NeedsSheet,
    private readonly readings: Readings,
    private readonly onBehalf: AnswersOnBehalf,
    private readonly consents: ConsentKeeper,
  ) {}

  /** Formats belong to nobody's part of the programme. */
  @Handles(operations.saveFormatQuestions)
  async saveFormat(@Req() { signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.saveFormatQuestions>): Promise<FormatQuestionsSaved> {
    const { account, rights } = signedIn
    if (!rights.scope('programme.write').isWhole) throw new Problem('forbidden')
    const { expectedRevision, ...asks } = body
    await this.transactions.run((tx) => this.formats.saveQuestions(tx, params.key, asks, accountActor(account.id), expectedRevision))
    const saved = (await this.formats.current(this.transactions.read, params.key))!
    return { revision: saved.version, ...saved.asks }
  }

  @Handles(operations.readQuestions)
  read(@Req() { may }: StaffRequest, @Input() { params }: Received<typeof operations.readQuestions>): Promise<EventQuestions> {
    return this.questions.view(params.id, may)
  }

  @Handles(operations.saveQuestions)
  async save(@Req() { may, signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.saveQuestions>): Promise<EventQuestions> {
    const { expectedRevision, ...asks } = body
    await this.transactions.runLocked(eventLock(params.id), (tx) => this.questions.save(tx, params.id, asks, accountActor(signedIn.account.id), expectedRevision))
    return this.questions.view(params.id, may)
  }

  @Handles(operations.readAnswers)
  async answers(@Req() request: StaffRequest, @Input() { params }: Received<typeof operations.readAnswers>): Promise<PersonAnswers> {
    const { id } = await this.participants.one(params.id, params.participantId)
    return this.shown({ id, eventId: params.id }, request)
  }

  @Handles(operations.changeAnswers)
  async changeAnswers(@Req() request: StaffRequest, @Input() { params, body }: Received<typeof operations.changeAnswers>): Promise<PersonAnswers> {
    const { id, language } = await this.participants.one(params.id, params.participantId)
    const person = { id, eventId: params.id, language }
    await this.onBehalf.change(person, body, request.may.includes('needs.read'), accountActor(request.signedIn.account.id))
    return this.shown(person, request)
  }

  /** Whether there is a consent to special categories is nothing that others learn from the answer. */
  @Handles(operations.revokeConsent)
  async revokeConsent(@Req() { may, signedIn }: StaffRequest, @Input() { params, body }: Received<typeof operations.revokeConsent>): Promise<ParticipantRow> {
    const { id } = await this.participants.one(params.id, params.participantId)
    if (params.purpose === 'special' && !may.includes('needs.read')) throw new Problem('forbidden')
    await this.transactions.run((tx) => this.consents.revokeFor(tx, { id, eventId: params.id }, params.purpose, body.reason, accountActor(signedIn.account.id)))
    return this.participants.one(params.id, id)
  }

  @Handles(operations.readAnswerFile)
  async file(@Req() { may, signedIn }: StaffRequest, @Res({ passthrough: true }) response: Response, @Input() { params }: Received<typeof operations.readAnswerFile>): Promise<StreamableFile> {
    const { id } = await this.participants.one(params.id, params.participantId)
    const file = await this.files.read(params.id, id, params.key, may.includes('needs.read') ? 'all' : 'ordinary')
    return this.handOver(response, file, { participantId: id, eventId: params.id, accountId: signedIn.account.id })
  }

  /** For the role needs, which need not read anything else of people. */
  @Handles(operations.readNeedsFile)
  async needsFile(@Req() { signedIn }: StaffRequest, @Res({ passthrough: true }) response: Response, @Input() { params }: Received<typeof operations.readNeedsFile>): Promise<StreamableFile> {
    const { id } = await this.participants.one(params.id, params.participantId)
    const file = await this.files.read(params.id, id, params.question, 'special')
    return this.handOver(response, file, { participantId: id, eventId: params.id, accountId: signedIn.account.id })
  }

  @Handles(operations.countNeeds)
  counts(@Input() { params }: Received<typeof operations.countNeeds>): Promise<NeedsCounts> {
    return this.needs.counts(params.id)
  }

  @Handles(operations.listNeeds)
  async list(@Req() { signedIn }: StaffRequest, @Input() { params }: Received<typeof operations.listNeeds>): Promise<NeedsList> {
    const items = await this.needs.list(params.id)
    await this.readings.list('reading.needs', params.id, items.length, accountActor(signedIn.account.id))
    return { items }
  }

  @Handles(operations.needsCsv)
  async csv(@Req() { signedIn }: StaffRequest, @Res({ passthrough: true }) response: Response, @Input() { params }: Received<typeof operations.needsCsv>): Promise<StreamableFile> {
    const event = await this.events.eventForRegistration(params.id)
    if (!event || event.id !== params.id) throw new Problem('not_found')
    const { id, language } = signedIn.account
    const { text, people } = await this.sheet.csv(params.id, language)
    await this.readings.list('reading.needs_csv', params.id, people, accountActor(id))
    attachment(response, `${words(language).sheet.needs.file}-${event.slug}.csv`, operations.needsCsv.answer)
    return new StreamableFile(Readable.from([text]))
  }

  private async shown(person: { id: string; eventId: string }, { may, signedIn }: StaffRequest): Promise<PersonAnswers> {
    const readsNeeds = may.includes('needs.read')
    const answers = await this.reader.ofPerson(person.eventId, person.id, readsNeeds)
    if (readsNeeds && (await this.reader.holdsSealed(person.eventId))) await this.readings.answers(person, accountActor(signedIn.account.id))
    return answers
  }

  /** A file leaves the house only as a download of its own, because no browser is to show it among our pages, and it is written down. */
  private async handOver(response: Response, file: AnswerFile & { content: Buffer }, to: { participantId: string; eventId: string; accountId: string }): Promise<StreamableFile> {
    await this.readings.file({ id: to.participantId, eventId: to.eventId }, accountActor(to.accountId))
    attachment(response, file.name, file.type)
    return new StreamableFile(file.content)
  }
}
