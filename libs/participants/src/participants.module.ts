import { Module, type OnModuleInit } from '@nestjs/common'
import { EventsModule } from '@app/events'
import { StaffModule } from '@app/staff'
import { AttendanceSheets } from './attendance-sheet/attendance-sheets.js'
import { ConsentKeeper } from './consent-keeper.js'
import { assertMachine } from './domain/participation-machine.js'
import { ParticipantList } from './participant-list.js'
import { participationHooks } from './participation-hooks.js'
import { ParticipationStates } from './participation-states.js'
import { PersonalPage } from './personal-page.js'
import { Places } from './places.js'
import { Confirmations } from './registration/confirmations.js'
import { FormContents } from './registration/form-contents.js'
import { NewRegistrations } from './registration/new-registrations.js'
import { Registrations } from './registration/registrations.js'
import { Anonymiser } from './retention/anonymiser.js'
import { AnswerRetention } from './retention/answer-retention.js'
import { ParticipantsRetention } from './retention/participants-retention.js'
import { ProofOfAttendance } from './retention/proof-of-attendance.js'
import { AnswerFiles } from './questions/answer-files.js'
import { AnswerReader } from './questions/answer-reader.js'
import { AnswersOnBehalf } from './questions/answers-on-behalf.js'
import { Answers } from './questions/answers.js'
import { NeedsSheet } from './questions/needs-sheet.js'
import { Needs } from './questions/needs.js'
import { Questions } from './questions/questions.js'
import { Readings } from './questions/readings.js'
import { RepeatedRegistrations } from './registration/repeated-registrations.js'
import { StaffRegistrations } from './registration/staff-registrations.js'
import { UnconfirmedExpiry } from './registration/unconfirmed-expiry.js'
import { Withdrawals } from './registration/withdrawals.js'

const services = [
  Anonymiser, AnswerFiles, AnswerReader, AnswerRetention, Answers, AnswersOnBehalf, AttendanceSheets, Confirmations, ConsentKeeper, FormContents, Needs, NeedsSheet, NewRegistrations, ParticipantList, ParticipantsRetention, ParticipationStates, PersonalPage, Places,
  ProofOfAttendance, Questions, Readings, Registrations, RepeatedRegistrations, StaffRegistrations, UnconfirmedExpiry, Withdrawals,
]

@Module({ imports: [EventsModule, StaffModule], providers: services, exports: services })
export class ParticipantsModule implements OnModuleInit {
  onModuleInit(): void {
    assertMachine()
    participationHooks.assertJoined()
  }
}
