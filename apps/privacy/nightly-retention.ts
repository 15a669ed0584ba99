import { Injectable } from '@nestjs/common'
import { DateTime } from 'luxon'
import { ContactsRetention } from '@app/contacts'
import { EventsRetention } from '@app/events'
import { MailingRetention } from '@app/mailing'
import { ParticipantsRetention } from '@app/participants'
import { PlatformRetention, Retention, type RetentionRule, type RetentionRunEntity, Schedule } from '@app/platform'
import { StaffRetention } from '@app/staff'

const ZONE = 'Europe/Berlin'
const HOUR_OF_NIGHT = 3

/** Every night what is no longer needed goes: all rules of all libraries, in one of the processes. */
@Injectable()
export class NightlyRetention {
  /** People first, then the logs about them. */
  readonly rules: readonly RetentionRule[]

  constructor(
    private readonly schedule: Schedule,
    private readonly retention: Retention,
    platform: PlatformRetention,
    staff: StaffRetention,
    contacts: ContactsRetention,
    events: EventsRetention,
    participants: ParticipantsRetention,
    mailing: MailingRetention,
  ) {
    this.rules = [participants, events, contacts, mailing, platform, staff].flatMap((library) => library.rules())
  }

  /** Makes the run if it is due and no other process does. @returns 1 when it was made here, else 0 */
  async run(): Promise<number> {
    return (await this.schedule.run({ name: 'retention', next: nextNight, work: async () => void (await this.runNow()) })) ? 1 : 0
  }

  /** Makes the run whether it is due or not: for the command line. */
  runNow(): Promise<RetentionRunEntity[]> {
    return this.retention.run(this.rules)
  }
}

/** The next three o'clock in Germany after an instant; on the nights of the clock change the first three o'clock there is. */
export function nextNight(after: Date): Date {
  const local = DateTime.fromJSDate(after, { zone: ZONE })
  const tonight = local.startOf('day').set({ hour: HOUR_OF_NIGHT })
  return (tonight > local ? tonight : local.startOf('day').plus({ days: 1 }).set({ hour: HOUR_OF_NIGHT })).toJSDate()
}
