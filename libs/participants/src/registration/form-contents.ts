import { Injectable } from '@nestjs/common'
import type { ConsentPurpose, Language } from '@app/contracts'
import { EventLookup, Notices } from '@app/events'
import type { Tx } from '@app/platform'
import { ConsentKeeper } from '../consent-keeper.js'
import type { ParticipationEntity } from '../entities/participation.entity.js'
import { Answers, type CheckedAnswers } from '../questions/answers.js'

/** What somebody said in a form beyond the person. */
export interface FormSaid {
  consents: readonly ConsentPurpose[]
  answers: CheckedAnswers
}

/** What stood beside a form when somebody sent it, and in which language it was read. */
export interface FormShown {
  hostId: string | null
  /** The version of the information on data protection (Art. 13 GDPR); null when the host has none. */
  noticeId: string | null
  language: Language
}

/** What a form says beyond the person, kept together with the wordings that were shown. */
@Injectable()
export class FormContents {
  constructor(
    private readonly events: EventLookup,
    private readonly notices: Notices,
    private readonly consents: ConsentKeeper,
    private readonly answers: Answers,
  ) {}

  async shown(tx: Tx, eventId: string, language: Language): Promise<FormShown> {
    const [host] = await this.events.hostsOf(eventId, tx)
    const notice = host && (await this.notices.current(tx, 'privacy', host.id, language))
    return { hostId: host?.id ?? null, noticeId: notice?.id ?? null, language }
  }

  async keep(tx: Tx, row: Pick<ParticipationEntity, 'id' | 'eventId'>, { consents, answers }: FormSaid, { hostId, language }: FormShown): Promise<void> {
    await this.consents.give(tx, row, consents, hostId, language)
    await this.answers.give(tx, row, answers, hostId, language)
  }
}
