import { Injectable } from '@nestjs/common'
import type { ParticipantEdit, Standing } from '@app/contracts'
import { EventEntity } from '@app/events'
import { Clock, type FieldProblem, PersonalLinks, Transactions } from '@app/platform'
import { Audit, participantActor } from '@app/staff'
import { personColumns, personProblems } from './domain/person.js'
import { standing } from './domain/standing.js'
import { ParticipationEntity } from './entities/participation.entity.js'
import { Places } from './places.js'

export interface PersonalView {
  participation: ParticipationEntity
  event: EventEntity
  standing: Standing
  waitingPosition: number | null
  mayEdit: boolean
  mayWithdraw: boolean
}

export type PersonalFound = ({ kind: 'found' } & PersonalView) | { kind: 'gone' } | { kind: 'unknown' }

/** What one participant sees and changes behind the personal link (I2). Reading changes nothing. */
@Injectable()
export class PersonalPage {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly links: PersonalLinks,
    private readonly places: Places,
    private readonly audit: Audit,
  ) {}

  find(token: string): Promise<PersonalFound> {
    return this.view('manage', token)
  }

  /** What a confirm link stands for, before and after it was used. */
  findByConfirmLink(token: string): Promise<PersonalFound> {
    return this.view('confirm', token)
  }

  /** The personal page of a participation whose address is proven; null before it was confirmed. */
  manageTokenOf(participationId: string): Promise<string | null> {
    return this.links.tokenFor('manage', participationId)
  }

  /** Changes the person's own data; name and address stay, because others rely on who registered. */
  async edit(token: string, edit: ParticipantEdit): Promise<{ kind: 'saved' } | { kind: 'invalid'; problems: FieldProblem[] } | { kind: 'unknown' } | { kind: 'closed' }> {
    const found = await this.find(token)
    if (found.kind !== 'found') return { kind: 'unknown' }
    if (!found.mayEdit) return { kind: 'closed' }
    const { participation: row } = found
    const said = { ...edit, givenName: row.givenNames, familyName: row.familyName, email: row.email }
    const problems = personProblems(said)
    if (problems.length > 0) return { kind: 'invalid', problems }
    const { activeKey: _kept, email: _sameEmail, emailNormalised: _sameKey, ...columns } = personColumns(said)
    const fields = Object.entries(columns).filter(([key, value]) => row[key as keyof typeof row] !== value).map(([key]) => key)
    if (fields.length === 0) return { kind: 'saved' }
    await this.transactions.run(async (tx) => {
      await tx.db.update(ParticipationEntity, { id: row.id }, columns)
      await this.audit.record(tx, {
        actor: participantActor(row.id), action: 'participation.edit', subject: { kind: 'participation', id: row.id }, nodeId: row.eventId, change: { fields },
      })
    })
    return { kind: 'saved' }
  }

  private async view(purpose: 'manage' | 'confirm', token: string): Promise<PersonalFound> {
    const link = await this.links.find(purpose, token)
    if (link.kind === 'unknown') return { kind: 'unknown' }
    const participation = await this.transactions.read.findOneBy(ParticipationEntity, { id: link.subjectId })
    if (!participation || participation.anonymisedAt !== null) return { kind: 'gone' }
    // A confirm link that was used shows the state for as long as the participation lasts; only an unused one expires.
    if (link.kind === 'gone' && (purpose === 'manage' || participation.answer === 'unconfirmed')) return { kind: 'gone' }
    const event = await this.transactions.read.findOneByOrFail(EventEntity, { id: participation.eventId })
    const isAhead = ['planned', 'save_the_date', 'inviting', 'closed'].includes(event.state)
    const inTime = isAhead && (event.changeUntil === null || event.changeUntil > this.clock.now())
    return {
      kind: 'found',
      participation,
      event,
      standing: standing(participation.answer, participation.place),
      waitingPosition: await this.places.position(participation),
      mayEdit: inTime && participation.answer === 'accepted',
      mayWithdraw: isAhead && participation.answer === 'accepted',
    }
  }
}
