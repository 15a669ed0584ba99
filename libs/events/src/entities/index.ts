import { AgendaItemEntity } from './agenda-item.entity.js'
import { BarrierReportEntity } from './barrier-report.entity.js'
import { ContributionEntity } from './contribution.entity.js'
import { DocumentEntity } from './document.entity.js'
import { EventEntity } from './event.entity.js'
import { EventDayEntity } from './event-day.entity.js'
import { EventGroupEntity } from './event-group.entity.js'
import { EventStepEntity } from './event-step.entity.js'
import { EventTopicEntity } from './event-topic.entity.js'
import { FormatEntity } from './format.entity.js'
import { FormatVersionEntity } from './format-version.entity.js'
import { FundingEntity } from './funding.entity.js'
import { HostEntity } from './host.entity.js'
import { MemberPhaseEntity } from './member-phase.entity.js'
import { NoticeEntity } from './notice.entity.js'
import { OrganisationRoleEntity } from './organisation-role.entity.js'
import { PlanningDateEntity } from './planning-date.entity.js'
import { ResultEntity } from './result.entity.js'
import { RoomEntity } from './room.entity.js'
import { SeriesEntity } from './series.entity.js'
import { SeriesMemberEntity } from './series-member.entity.js'
import { SeriesPhaseEntity } from './series-phase.entity.js'
import { VenueEntity } from './venue.entity.js'

export {
  AgendaItemEntity,
  BarrierReportEntity,
  ContributionEntity,
  DocumentEntity,
  EventEntity,
  EventDayEntity,
  EventGroupEntity,
  EventStepEntity,
  EventTopicEntity,
  FormatEntity,
  FormatVersionEntity,
  FundingEntity,
  HostEntity,
  MemberPhaseEntity,
  NoticeEntity,
  OrganisationRoleEntity,
  PlanningDateEntity,
  ResultEntity,
  RoomEntity,
  SeriesEntity,
  SeriesMemberEntity,
  SeriesPhaseEntity,
  VenueEntity,
}

/** The tables of this library, listed for the data source. */
export const eventsEntities = [
  AgendaItemEntity,
  BarrierReportEntity,
  ContributionEntity,
  DocumentEntity,
  EventEntity,
  EventDayEntity,
  EventGroupEntity,
  EventStepEntity,
  EventTopicEntity,
  FormatEntity,
  FormatVersionEntity,
  FundingEntity,
  HostEntity,
  MemberPhaseEntity,
  NoticeEntity,
  OrganisationRoleEntity,
  PlanningDateEntity,
  ResultEntity,
  RoomEntity,
  SeriesEntity,
  SeriesMemberEntity,
  SeriesPhaseEntity,
  VenueEntity,
]
