import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import type { EventState, ParticipantCorrection, ParticipantInput, ParticipantVerb, PlaceCause } from '@app/contracts'
import { EventEntity, EventLookup } from '@app/events'
import { Outbox, PersonalLinks, Problem, Transactions, type Tx, isDuplicate, lockRow } from '@app/platform'
import { type Actor, Audit } from '@app/staff'
import { type PersonColumns, personColumns, personProblems } from '../domain/person.js'
import { isActive } from '../domain/standing.js'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { ParticipationStates, laneOf } from '../participation-states.js'
import { Places, eventLock } from '../places.js'
import { Answers } from '../questions/answers.js'
import { Withdrawals } from './withdrawals.js'

/** A person of an edition that took place before the system knew it: the place is a fact, nobody is written to. */
export type PastPerson = ParticipantInput & { standing: 'confirmed' | 'withdrawn' }

/** What somebody with a new address is told; whoever has no place and waits for none is not written to. */
const LETTERS_TO_NEW_ADDRESS: Partial<Record<ParticipationEntity['place'], PlaceCause>> = { confirmed: 'confirmed', waiting: 'waiting', requested: 'requested' }

/** Columns that hold what was said; the others are made from them. */
const SAID_COLUMNS = [
  'givenNames', 'familyName', 'email', 'salutation', 'title', 'organisationShown', 'officeAddress', 'officeSalutation', 'land', 'groupKey', 'phone', 'language',
] as const satisfies readonly (keyof PersonColumns)[]

/** States in which staff may put people on the list. */
const OPEN_TO_STAFF: readonly EventState[] = ['planned', 'save_the_date', 'inviting', 'closed', 'running']

/** What staff does by hand with participations of an event. */
@Injectable()
export class StaffRegistrations {
  constructor(
    private readonly transactions: Transactions,
    private readonly states: ParticipationStates,
    private readonly places: Places,
    private readonly withdrawals: Withdrawals,
    private readonly answers: Answers,
    private readonly events: EventLookup,
    private readonly links: PersonalLinks,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Registers a person who called or wrote: accepted at once, then decided like everybody else.
   * @throws Problem `invalid` by field, `already_registered`, `registration_closed` when the event is over or off.
   */
  async add(eventId: string, input: ParticipantInput, actor: Actor): Promise<ParticipationEntity> {
    // What is required of the person may be unknown to whoever answered the telephone.
    const { checked, problems: faults } = await this.answers.check(eventId, input, false)
    const problems = [...personProblems(input), ...faults]
    if (problems.length > 0) throw new Problem('invalid', {}, problems)
    return this.refusingDuplicates(() =>
      this.transactions.runLocked(eventLock(eventId), async (tx, revision) => {
        const event = await tx.db.findOneByOrFail(EventEntity, { id: eventId })
        if (!OPEN_TO_STAFF.includes(event.state)) throw new Problem('registration_closed')
        const noted = await this.states.create(tx, { ...personColumns(input), eventId, origin: 'staff' }, 'noted', actor)
        const [host] = await this.events.hostsOf(eventId, tx)
        // Nothing was shown to whoever called: the wording is that of the language in which the person reads.
        await this.answers.give(tx, noted, checked, host?.id ?? null, noted.language)
        await this.links.create(tx, 'manage', noted.id)
        const applicant = (await this.places.applicant(tx, noted.id))!
        await this.places.admit(tx, applicant, revision, actor)
        return tx.db.findOneByOrFail(ParticipationEntity, { id: noted.id })
      }),
    )
  }

  /**
   * Corrects the data of one person. Another address gets the letter that says how the person stands, with a personal link of its own:
   * whoever reads the old mailbox has no way in any more.
   * @throws Problem `not_found`; `invalid` by field; `already_registered`; `verb_not_possible` while the address is not confirmed,
   * because the link in the mailbox would then prove another address than the one it was sent to
   */
  async edit(eventId: string, participationId: string, said: ParticipantCorrection, actor: Actor): Promise<void> {
    const problems = personProblems(said)
    if (problems.length > 0) throw new Problem('invalid', {}, problems)
    await this.refusingDuplicates(() =>
      this.transactions.runLocked(eventLock(eventId), async (tx) => {
        const row = await tx.db.findOneBy(ParticipationEntity, { id: participationId, eventId, anonymisedAt: IsNull() })
        if (!row || row.anonymisedAt !== null) throw new Problem('not_found')
        if (row.answer === 'unconfirmed') throw new Problem('verb_not_possible')
        const columns = personColumns(said)
        if (!isActive(row.answer)) columns.activeKey = null
        const fields = SAID_COLUMNS.filter((column) => row[column] !== columns[column])
        if (fields.length === 0) return
        await tx.db.update(ParticipationEntity, { id: row.id }, { ...columns, revision: () => 'revision + 1' })
        // Names of fields only: what was wrong of a person is nothing that a log should keep.
        await this.audit.record(tx, { actor, action: 'participation.correct', subject: { kind: 'participation', id: row.id }, nodeId: eventId, change: { fields } })
        if (row.emailNormalised !== columns.emailNormalised) await this.moveLink(tx, { ...row, ...columns, revision: row.revision + 1 })
      }),
    )
  }

  /**
   * Moves one person by a verb. `confirm` on somebody whose address is not confirmed stands in for the link in a letter that got lost: the
   * place is decided as if the person had come now. Whoever `wait` takes a seat from keeps the number of arrival: those behind get this
   * seat, and the person is first in line for the next.
   * @throws Problem `not_found`, `verb_not_possible`, `event_full` with the numbers, `registration_closed` when the event is over or off.
   */
  async move(eventId: string, participationId: string, verb: ParticipantVerb, reason: string | null, actor: Actor): Promise<ParticipationEntity> {
    return this.transactions.runLocked(eventLock(eventId), async (tx, revision) => {
      const row = await tx.db.findOneBy(ParticipationEntity, { id: participationId, eventId, anonymisedAt: IsNull() })
      if (!row) throw new Problem('not_found')
      switch (verb) {
        case 'confirm':
          if (row.answer === 'unconfirmed') {
            await this.accept(tx, participationId, revision, reason, actor)
            break
          }
          await this.places.assertFree(tx, eventId, row.seats)
          await this.states.move(tx, row, { step: 'confirm', answer: 'accepted', place: 'confirmed', actor, cause: row.place === 'waiting' ? 'promoted' : 'confirmed', reason })
          break
        case 'wait':
          await this.states.move(tx, row, {
            step: 'wait', answer: 'accepted', place: 'waiting', actor, cause: 'waiting', reason, ...(row.arrivalNo === null ? { arrivalNo: revision } : {}),
          })
          // The own number stays, so the next seat but this one comes back: staff has just taken this one away.
          if (row.place === 'confirmed') await this.places.moveUp(tx, eventId, row.id)
          break
        case 'refuse':
          await this.states.move(tx, row, { step: 'refuse', answer: 'accepted', place: 'refused', actor, cause: 'refused', reason })
          await this.places.moveUp(tx, eventId)
          break
        case 'withdraw':
          await this.withdrawals.withdrawLocked(tx, participationId, actor, reason)
          break
      }
      return tx.db.findOneByOrFail(ParticipationEntity, { id: participationId })
    })
  }

  /** Records who took part in a past edition, in one transaction of the caller, without letters. Takes the event's lock. */
  async recordPast(tx: Tx, eventId: string, people: readonly PastPerson[], actor: Actor): Promise<void> {
    await lockRow(tx, eventLock(eventId))
    let arrivalNo = 1
    for (const { standing, ...person } of people) {
      const problems = personProblems(person)
      if (problems.length > 0) throw new Problem('invalid', {}, problems)
      const noted = await this.states.create(tx, { ...personColumns(person), eventId, origin: 'import' }, 'noted', actor)
      const accepted = await this.states.move(tx, noted, { step: 'accept', answer: 'accepted', place: 'confirmed', actor, cause: null, arrivalNo: arrivalNo++ })
      if (standing === 'withdrawn') await this.states.move(tx, accepted, { step: 'withdraw', answer: 'withdrawn', place: 'none', actor, cause: null })
    }
  }

  private async accept(tx: Tx, participationId: string, revision: number, reason: string | null, actor: Actor): Promise<void> {
    const applicant = (await this.places.applicant(tx, participationId))!
    if (!OPEN_TO_STAFF.includes(applicant.eventState)) throw new Problem('registration_closed')
    // The letter that now goes out leads to the personal page.
    await this.links.create(tx, 'manage', participationId)
    await this.places.admit(tx, applicant, revision, actor, reason)
  }

  private async moveLink(tx: Tx, row: ParticipationEntity): Promise<void> {
    await this.links.revoke(tx, 'manage', row.id)
    await this.links.create(tx, 'manage', row.id)
    const cause = LETTERS_TO_NEW_ADDRESS[row.place]
    if (cause === undefined || row.email === null) return
    await this.outbox.add(tx, {
      kind: 'participation.changed',
      subjectId: row.id,
      payload: { cause },
      nodeId: row.eventId,
      dedupeKey: `participation.changed:${row.id}:${row.revision}`,
      lane: laneOf(row),
    })
  }

  private async refusingDuplicates<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('already_registered', {}, [{ pointer: '/email', code: 'field.already_registered' }])
      throw error
    }
  }
}
