import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core'
import { ContactsModule } from '@app/contacts'
import { EventsModule } from '@app/events'
import { MailingModule } from '@app/mailing'
import { ParticipantsModule } from '@app/participants'
import { DataDirLock, PlatformModule, type PlatformOptions } from '@app/platform'
import { StaffModule } from '@app/staff'
import { DemoModule } from '../../demo/demo.module.js'
import { Metrics } from '../../metrics/metrics.js'
import { PrivacyModule } from '../../privacy/privacy.module.js'
import { Routines } from '../../routines.js'
import { HealthController } from './health.controller.js'
import { AccessGuard } from './http/access.guard.js'
import { DIST } from './http/dist.js'
import { FormTokens } from './http/form-tokens.js'
import { ProblemFilter } from './http/problem.filter.js'
import { RouteCheck } from './http/route-check.js'
import { MetricsController } from './metrics.controller.js'
import { BarrierController } from './public/barrier.controller.js'
import { ConsoleController } from './public/console.controller.js'
import { MailboxController } from './public/mailbox.controller.js'
import { PageCache } from './public/page-cache.js'
import { PageFrames } from './public/page-frames.js'
import { PagesController } from './public/pages.controller.js'
import { PersonalAnswersController } from './public/personal-answers.controller.js'
import { PersonalController } from './public/personal.controller.js'
import { PersonalPages } from './public/personal-pages.js'
import { ProblemPages } from './public/problem-pages.js'
import { PublicPages } from './public/public-pages.js'
import { PublicProgramme } from './public/public-programme.js'
import { RegistrationController } from './public/registration.controller.js'
import { SignInLinkController } from './public/sign-in-link.controller.js'
import { AccountViews } from './rest/account-views.js'
import { AccountsController } from './rest/accounts.controller.js'
import { AnswersController } from './rest/answers.controller.js'
import { BarriersController } from './rest/barriers.controller.js'
import { EventDetails } from './rest/event-details.js'
import { AuditController } from './rest/audit.controller.js'
import { AuditNames } from './rest/audit-names.js'
import { EventsController } from './rest/events.controller.js'
import { NeedsController } from './rest/needs.controller.js'
import { OidcController } from './rest/oidc.controller.js'
import { OpenApiController } from './rest/openapi.controller.js'
import { OrganisationsController } from './rest/organisations.controller.js'
import { OutboxController } from './rest/outbox.controller.js'
import { OwnAccessController } from './rest/own-access.controller.js'
import { ParticipantsController } from './rest/participants.controller.js'
import { PasskeysController } from './rest/passkeys.controller.js'
import { PasswordResetController } from './rest/password-reset.controller.js'
import { PrivacyController } from './rest/privacy.controller.js'
import { PublicApiController } from './rest/public-api.controller.js'
import { QuestionsController } from './rest/questions.controller.js'
import { SecondFactorController } from './rest/second-factor.controller.js'
import { SeriesController } from './rest/series.controller.js'
import { SessionController } from './rest/session.controller.js'
import { SessionViews } from './rest/session-views.js'
import { RegistrationForms } from './registration-forms.js'
import { SignUps } from './sign-ups.js'

const libraries = [StaffModule, ContactsModule, EventsModule, ParticipantsModule, MailingModule]

const pages = [PagesController, RegistrationController, BarrierController, PersonalController, PersonalAnswersController, SignInLinkController, MailboxController, ConsoleController]

const rest = [
  PublicApiController, SessionController, SecondFactorController, PasskeysController, OidcController, PasswordResetController, OwnAccessController, OrganisationsController, SeriesController, EventsController, ParticipantsController, QuestionsController, AnswersController, NeedsController, OutboxController, AccountsController, OpenApiController,
  AuditController, BarriersController, PrivacyController, HealthController, MetricsController,
]

/** HTTP over the libraries: public pages, REST API, the console's files. */
@Module({})
export class ApiModule {
  static forRoot(options: PlatformOptions & { dist: string }): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.forRoot(options), ...libraries, DemoModule, PrivacyModule, DiscoveryModule],
      controllers: [...rest, ...pages],
      providers: [
        { provide: DIST, useValue: options.dist },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        AccountViews, AuditNames, DataDirLock, EventDetails, RouteCheck, FormTokens, Metrics, PageCache, PageFrames, PersonalPages, ProblemPages, PublicPages, PublicProgramme, RegistrationForms, Routines, SessionViews, SignUps,
      ],
    }
  }
}
