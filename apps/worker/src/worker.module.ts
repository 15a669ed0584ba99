import { type DynamicModule, Module } from '@nestjs/common'
import { ContactsModule } from '@app/contacts'
import { EventsModule } from '@app/events'
import { MailingModule } from '@app/mailing'
import { ParticipantsModule } from '@app/participants'
import { PlatformModule, type PlatformOptions } from '@app/platform'
import { StaffModule } from '@app/staff'
import { Metrics } from '../../metrics/metrics.js'
import { MetricsServer } from '../../metrics/metrics-server.js'
import { PrivacyModule } from '../../privacy/privacy.module.js'
import { Routines } from '../../routines.js'

/** Consumes the outbox and does what time brings about; as many of these as the mails need. No HTTP but its metrics. */
@Module({})
export class WorkerModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: WorkerModule,
      imports: [PlatformModule.forRoot(options), StaffModule, ContactsModule, EventsModule, ParticipantsModule, MailingModule, PrivacyModule],
      providers: [Metrics, MetricsServer, Routines],
    }
  }
}
