import { Inject, Injectable } from '@nestjs/common'
import { Between } from 'typeorm'
import type { Language, Place, RegistrationInput } from '@app/contracts'
import { type EventForRegistration, EventLookup, Notices, registrationWindow } from '@app/events'
import { CONFIG, Clock, type Config, type FieldProblem, Outbox, OutboxEntity, PersonalLinks, Throttle, Transactions, type Tx, isDuplicate } from '@app/platform'
import { participantActor } from '@app/staff'
import { ConsentKeeper } from './consent-keeper.js'
import { personColumns, personProblems } from './domain/person.js'
import { ParticipationEntity } from './entities/participation.entity.js'
import { ParticipationStates, laneOf } from './participation-states.js'
import { Places, eventLock } from './places.js'
import { Answers, type CheckedAnswers } from './questions/answers.js'
import { UnconfirmedExpiry, expiryOf } from './unconfirmed-expiry.js'

export type RegisterResult =
  /** A letter is on its way, whatever existed before: the answer must not tell. */
  | { kind: 'sent' }
  | { kind: 'closed'; reason: string }
  | { kind: 'invalid'; problems: FieldProblem[] }
  | { kind: 'wait'; seconds: number }

export type ConfirmResult =
  | { kind: 'confirmed'; participationId: string; place: Place; manageToken: string }
  /** The link was used before; it leads to the same personal page. */
  | { kind: 'already'; manageToken: string }
  | { kind: 'gone' }
  | { kind: 'unknown' }
  | { kind: 'closed' }

const TEN_MINUTES = 600
/** One person pressing a button, a form sent twice by a nervous hand and fifty equal requests are one registration and one letter. */
const SAME_REQUEST_MILLISECONDS = 60_000
/** Above this, somebody is using us to fill a mailbox. */
const ATTEMPTS_PER_ADDRESS = { name: 'attempts', points: 60, windowSeconds: TEN_MINUTES }

/** Registration of one person: unconfirmed and without a seat until the mailed link is confirmed (C1, C3). */
@Injectable()
export class Registrations {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly links: PersonalLinks,
    private readonly throttle: Throttle,
    private readonly states: ParticipationStates,
    private readonly places: Places,
    private readonly consents: ConsentKeeper,
    private readonly answers: Answers,
    private readonly expiry: UnconfirmedExpiry,
    private readonly notices: Notices,
    private readonly events: EventLookup,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Takes a registration down; nothing is decided yet. The event's lock is not needed, because no seat is given.
   * @param shownIn language of the form, which may be another than that of the mails: information and consents are kept as they were read
   */
  async register(event: EventForRegistration, input: RegistrationInput, shownIn: Language = input.language): Promise<RegisterResult> {
    const { checked, problems: faults } = await this.answers.check(event.id, input, true)
    const problems = [...personProblems(input), ...faults]
    if (problems.length > 0) return { kind: 'invalid', problems }
    const free = event.waitingList ? null : (await this.places.countMany([event])).get(event.id)!.free
    const window = registrationWindow(event, this.clock.moment(), free)
    if (!window.open) return { kind: 'closed', reason: window.reason }
    const person = personColumns(input)
    const seconds = await this.throttle.take(ATTEMPTS_PER_ADDRESS, `${event.id}:${person.emailNormalised}`)
    if (seconds !== null) return { kind: 'wait', seconds }
    await this.once(() => this.write(event, input, shownIn, person, checked))
    return { kind: 'sent' }
  }

  /**
   * Confirms by the mailed link: now the place is decided, under the lock of the event. Whatever can be looked up before the lock is, and
   * what is behind it is few statements, because everybody else who wants a place waits for them.
   */
  async confirm(token: string): Promise<ConfirmResult> {
    const link = await this.links.find('confirm', token)
    if (link.kind === 'unknown') return { kind: 'unknown' }
    const id = link.subjectId
    const found = await this.transactions.pick(ParticipationEntity, { id }, ['eventId', 'answer'])
    if (!found) return { kind: 'gone' }
    if (found.answer !== 'unconfirmed') return this.already(id)
    if (link.kind === 'gone') return { kind: 'gone' }
    return this.transactions.runLocked(eventLock(found.eventId), async (tx, revision) => {
      const applicant = await this.places.applicant(tx, id)
      if (!applicant) return { kind: 'gone' as const }
      if (applicant.row.answer !== 'unconfirmed') return this.already(id)
      // Who registered in time may confirm after the deadline, but not for an event that is over or off.
      if (applicant.eventState !== 'inviting' && applicant.eventState !== 'closed') return { kind: 'closed' as const }
      const place = await this.places.admit(tx, applicant, revision, participantActor(id))
      const manageToken = await this.links.create(tx, 'manage', id)
      return { kind: 'confirmed' as const, participationId: id, place, manageToken }
    })
  }

  private async already(participationId: string): Promise<ConfirmResult> {
    const manageToken = await this.links.tokenFor('manage', participationId)
    return manageToken === null ? { kind: 'gone' } : { kind: 'already', manageToken }
  }

  private write(event: EventForRegistration, input: RegistrationInput, shownIn: Language, person: ReturnType<typeof personColumns>, checked: CheckedAnswers): Promise<void> {
    return this.transactions.run(async (tx) => {
      const known = await tx.db.findOneBy(ParticipationEntity, { eventId: event.id, activeKey: person.activeKey! })
      const now = this.clock.now()
      if (known && known.answer === 'unconfirmed' && expiryOf(known) <= now) await this.expiry.remove(tx, known)
      else if (known) return this.repeat(tx, known, person)
      const [host] = await this.events.hostsOf(event.id, tx)
      const row = await this.states.create(
        tx,
        { ...person, eventId: event.id, origin: 'open', noticeId: (host && (await this.notices.current(tx, 'privacy', host.id, shownIn))?.id) ?? null },
        'unconfirmed',
        participantActor(''),
      )
      await this.consents.give(tx, row, input.consents, host?.id ?? null, shownIn)
      await this.answers.give(tx, { ...row, eventId: event.id }, checked, host?.id ?? null, shownIn)
      await this.links.create(tx, 'confirm', row.id, expiryOf(row))
      await this.outbox.add(tx, { kind: 'participation.unconfirmed', subjectId: row.id, payload: {}, nodeId: event.id, lane: laneOf(row) })
    })
  }

  /** The address is known: a letter says what exists, but nobody's mailbox is filled by typing its address often. */
  private async repeat(tx: Tx, known: ParticipationEntity, person: ReturnType<typeof personColumns>): Promise<void> {
    const now = this.clock.now().getTime()
    const isSame = known.givenNames === person.givenNames && known.familyName === person.familyName
    if (known.answer === 'unconfirmed' && isSame && isWithin(SAME_REQUEST_MILLISECONDS, known.createdAt, now)) return
    const kind = 'participation.repeated'
    const lately = await tx.db.countBy(OutboxEntity, { kind, subjectId: known.id, createdAt: Between(new Date(now - TEN_MINUTES * 1000), new Date(now + TEN_MINUTES * 1000)) })
    const { mailsPerAddress } = this.config.limits
    if (mailsPerAddress > 0 && lately >= mailsPerAddress) return
    const ever = await tx.db.countBy(OutboxEntity, { kind, subjectId: known.id })
    // Two of these at once want the same number: the second one is turned away by the unique key, comes again and counts the first.
    await this.outbox.add(tx, { kind, subjectId: known.id, payload: {}, nodeId: known.eventId, lane: laneOf(known), dedupeKey: `${kind}:${known.id}:${ever}` })
  }

  /** Two equal requests at the same moment: the unique key lets one in, the other one comes again and finds it. */
  private async once(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!isDuplicate(error)) throw error
      await work().catch((again: unknown) => {
        if (!isDuplicate(again)) throw again
      })
    }
  }
}

/** Not long ago; nor long ahead, which is a time from a clock that was wrong. */
function isWithin(milliseconds: number, instant: Date, now: number): boolean {
  return Math.abs(now - instant.getTime()) < milliseconds
}
