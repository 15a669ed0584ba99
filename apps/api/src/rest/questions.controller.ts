import { Controller, Req } from '@nestjs/common'
import { type EventQuestions, type FormatQuestionsSaved, type Received, operations } from '@app/contracts'
import { Formats } from '@app/events'
import { Questions, eventLock } from '@app/participants'
import { Problem, Transactions } from '@app/platform'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'

/** What the forms of a format and of an event ask (C2). */
@Controller()
export class QuestionsController {
  constructor(private readonly transactions: Transactions, private readonly formats: Formats, private readonly questions: Questions) {}

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
}
