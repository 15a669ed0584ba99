import { AnswerFilePartEntity } from './answer-file-part.entity.js'
import { AttendanceEntity } from './attendance.entity.js'
import { ConsentEntity } from './consent.entity.js'
import { ContingentEntity } from './contingent.entity.js'
import { NeedEntity } from './need.entity.js'
import { NeedOfferEntity } from './need-offer.entity.js'
import { NominationEntity } from './nomination.entity.js'
import { ParticipationEntity } from './participation.entity.js'
import { QuestionEntity } from './question.entity.js'
import { QuestionAnswerEntity } from './question-answer.entity.js'

export {
  AnswerFilePartEntity,
  AttendanceEntity,
  ConsentEntity,
  ContingentEntity,
  NeedEntity,
  NeedOfferEntity,
  NominationEntity,
  ParticipationEntity,
  QuestionEntity,
  QuestionAnswerEntity,
}

/** The tables of this library, listed for the data source. */
export const participantsEntities = [
  AnswerFilePartEntity,
  AttendanceEntity,
  ConsentEntity,
  ContingentEntity,
  NeedEntity,
  NeedOfferEntity,
  NominationEntity,
  ParticipationEntity,
  QuestionEntity,
  QuestionAnswerEntity,
]
