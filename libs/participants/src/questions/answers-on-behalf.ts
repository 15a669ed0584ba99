import { Injectable } from '@nestjs/common'
import { type AnswerPeriod, type AnswersOnBehalf as Said, type Language, isAsked } from '@app/contracts'
import { EventLookup } from '@app/events'
import { Problem, Transactions, type Tx } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { ConsentKeeper, type KeptConsent } from '../consent-keeper.js'
import { takeOnBehalf } from '../domain/answers-on-behalf.js'
import type { Given } from '../domain/answers.js'
import type { QuestionEntity } from '../entities/question.entity.js'
import { eventLock } from '../places.js'
import { lockAnswers } from './answer-rows.js'
import { type AnswerChange, Answers } from './answers.js'
import { questionView } from './question-rows.js'
import { Questions } from './questions.js'

type Person = { id: string; eventId: string; language: Language }

/** Answers of these periods go before the log does: of them it keeps the names alone. */
const GONE_BEFORE_THE_LOG: readonly AnswerPeriod[] = ['S', 'B']

/** Answers and consents that staff changes for somebody who calls or writes. */
@Injectable()
export class AnswersOnBehalf {
  constructor(
    private readonly transactions: Transactions,
    private readonly questions: Questions,
    private readonly answers: Answers,
    private readonly consents: ConsentKeeper,
    private readonly events: EventLookup,
    private readonly audit: Audit,
  ) {}

  /**
   * Changes what is named and leaves everything else; an answer whose condition no longer holds goes, as it does on the personal page, and a file that is named with null. The log
   * tells ordinary answers before and after, and of sealed ones only that there was a change.
   * @param readsNeeds whether the caller has the role `needs` here: nobody else changes, or takes away, what is sealed
   * @throws Problem `forbidden` for what is sealed; `invalid` by field; `link_gone` when the person is no longer there
   */
  async change(person: Person, said: Said, readsNeeds: boolean, actor: Actor): Promise<void> {
    const [host] = await this.events.hostsOf(person.eventId)
    // Under the lock of the event nobody makes a question one of a special category meanwhile.
    await this.transactions.runLocked(eventLock(person.eventId), async (tx) => {
      await lockAnswers(tx, person.id)
      const { questions, offers } = await this.questions.of(person.eventId, tx.db)
      const isSealed = said.need !== undefined || questions.some(({ key, special }) => special && key in said.answers)
      if (isSealed && !readsNeeds) throw new Problem('forbidden')
      const standing = await this.answers.standing(tx, person.id, questions)
      const isConsented = !isSealed || said.specialConsent || (await this.consents.hasSpecial(tx, person.id))
      const { taken, problems } = takeOnBehalf(questions.map(questionView), offers.map(({ kind }) => kind), { said, standing, isConsented })
      if (problems.length > 0) throw new Problem('invalid', {}, problems)
      const open = questions.filter((question) => readsNeeds || !question.special)
      const changes = await this.answers.rewrite(tx, person.id, open.filter((question) => isTouched(question, said, standing, taken.given)), taken.given, droppedFiles(questions, said))
      const consentId = isSealed && taken.isSpecial ? await this.consents.giveSpecial(tx, person, host?.id ?? null, person.language) : null
      const needChanged = said.need !== undefined && (await this.answers.changeNeed(tx, person, taken.need, consentId))
      if (changes.length > 0 || needChanged) await this.record(tx, person, changes, said.reason, actor)
    })
  }

  /** Takes all consents for one purpose back, and with that for special categories what was sealed; nothing is done where none stands. */
  async revokeConsent(person: Pick<Person, 'id' | 'eventId'>, purpose: KeptConsent['purpose'], reason: string, actor: Actor): Promise<void> {
    await this.transactions.run((tx) => this.consents.revokeFor(tx, person, purpose, reason, actor))
  }

  private record(tx: Tx, { id, eventId }: Person, changes: readonly AnswerChange[], reason: string, actor: Actor): Promise<void> {
    const ordinary = changes.filter(({ question }) => !question.special)
    const told = ordinary.filter(({ question: { kind, retention } }) => kind !== 'file' && !GONE_BEFORE_THE_LOG.includes(retention))
    const fields = ordinary.filter((change) => !told.includes(change)).map(({ question }) => question.key)
    const by = (side: 'before' | 'after') => Object.fromEntries(told.map((change) => [change.question.key, change[side]]))
    return this.audit.record(tx, {
      actor, action: 'participation.answer', subject: { kind: 'participation', id }, nodeId: eventId,
      change: { ...(told.length > 0 ? { before: by('before'), after: by('after') } : {}), ...(fields.length > 0 ? { fields } : {}), reason },
    })
  }
}

/** Files that staff deletes for somebody: named with null, as an answer is taken back. */
function droppedFiles(questions: readonly QuestionEntity[], { answers }: Said): string[] {
  return questions.filter(({ key, kind }) => kind === 'file' && answers[key] === null).map(({ key }) => key)
}

/** Named by staff, or answered and no longer asked. */
function isTouched(question: QuestionEntity, said: Said, standing: Given, given: Given): boolean {
  return question.key in said.answers || (standing.has(question.key) && !isAsked(question, given))
}
