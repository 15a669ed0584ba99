import { FileEntity } from './files/file.entity.js'
import { IdempotencyKeyEntity } from './idempotency/idempotency-key.entity.js'
import { InstallationEntity } from './installation/installation.entity.js'
import { PersonalLinkEntity } from './links/personal-link.entity.js'
import { OutboxEntity } from './outbox/outbox.entity.js'
import { RetentionRunEntity } from './retention/retention-run.entity.js'
import { ScheduleEntity } from './schedule/schedule.entity.js'
import { TermEntity } from './terms/term.entity.js'

export const platformEntities = [OutboxEntity, PersonalLinkEntity, IdempotencyKeyEntity, FileEntity, InstallationEntity, TermEntity, ScheduleEntity, RetentionRunEntity]
