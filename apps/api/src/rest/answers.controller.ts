import { Controller, Req, Res, StreamableFile } from '@nestjs/common'
import type { Response } from 'express'
import { type ParticipantRow, type PersonAnswers, type Received, operations } from '@app/contracts'
import { type AnswerFile, AnswerFiles, AnswerReader, AnswersOnBehalf, ParticipantList, Readings } from '@app/participants'
import { Problem } from '@app/platform'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { attachment } from '../http/attachment.js'
import { Handles, Input } from '../http/operation.js'

/** What one person answered, agreed to and handed in; changed for somebody who calls or writes. */
@Controller()
export class AnswersController {
  constructor(
    private readonly participants: ParticipantList,
    private readonly reader: AnswerReader,
    private readonly files: AnswerFiles,
    private readonly onBehalf: AnswersOnBehalf,
    private readonly readings: Readings,
  ) {}

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
    await this.onBehalf.revokeConsent({ id, eventId: params.id }, params.purpose, body.reason, accountActor(signedIn.account.id))
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
