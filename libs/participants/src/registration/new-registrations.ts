import { Injectable } from '@nestjs/common'
import type { Language } from '@app/contracts'
import { Outbox, PersonalLinks, type Tx } from '@app/platform'
import { participantActor } from '@app/staff'
import type { PersonColumns } from '../domain/person.js'
import { ParticipationEntity } from '../entities/participation.entity.js'
import { ParticipationStates, laneOf } from '../participation-states.js'
import { FormContents, type FormSaid } from './form-contents.js'
import { RepeatedRegistrations } from './repeated-registrations.js'
import { UnconfirmedExpiry, expiryOf } from './unconfirmed-expiry.js'

/** What becomes of a registration that may come in: a participation and its letter, unless the address is known already. */
@Injectable()
export class NewRegistrations {
  constructor(
    private readonly states: ParticipationStates,
    private readonly links: PersonalLinks,
    private readonly outbox: Outbox,
    private readonly form: FormContents,
    private readonly repeated: RepeatedRegistrations,
    private readonly expiry: UnconfirmedExpiry,
  ) {}

  async take(tx: Tx, eventId: string, person: PersonColumns, said: FormSaid, shownIn: Language): Promise<void> {
    const known = await tx.db.findOneBy(ParticipationEntity, { eventId, activeKey: person.activeKey! })
    if (known && this.expiry.isDue(known)) await this.expiry.remove(tx, known)
    else if (known) return this.repeated.answer(tx, known, person)
    const shown = await this.form.shown(tx, eventId, shownIn)
    const row = await this.states.create(tx, { ...person, eventId, origin: 'open', noticeId: shown.noticeId }, 'unconfirmed', participantActor(''))
    await this.form.keep(tx, { ...row, eventId }, said, shown)
    await this.links.create(tx, 'confirm', row.id, expiryOf(row))
    await this.outbox.add(tx, { kind: 'participation.unconfirmed', subjectId: row.id, payload: {}, nodeId: eventId, lane: laneOf(row) })
  }
}
