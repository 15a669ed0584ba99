import { Controller, Req } from '@nestjs/common'
import type { Request } from 'express'
import { type EventList, type PublicEvent, type Received, type RegistrationAccepted, type RegistrationForm, type SeriesList, operations } from '@app/contracts'
import { words } from '@app/i18n'
import { Clock, Problem } from '@app/platform'
import { callerNetwork } from '../http/caller-network.js'
import { Handles, Input } from '../http/operation.js'
import { languageOf } from '../http/request-language.js'
import { PublicProgramme } from '../public/public-programme.js'
import { RegistrationForms } from '../registration-forms.js'
import { SignUps } from '../sign-ups.js'

/** The programme and the registration for other systems. */
@Controller()
export class PublicApiController {
  constructor(private readonly programme: PublicProgramme, private readonly signUps: SignUps, private readonly forms: RegistrationForms, private readonly clock: Clock) {}

  @Handles(operations.listSeries)
  async series(@Req() request: Request): Promise<SeriesList> {
    return { items: await this.programme.seriesList(languageOf(request), this.clock.moment()) }
  }

  @Handles(operations.listEvents)
  async events(@Req() request: Request): Promise<EventList> {
    return { items: await this.programme.events(languageOf(request), this.clock.moment()) }
  }

  @Handles(operations.readEvent)
  event(@Req() request: Request, @Input() { params }: Received<typeof operations.readEvent>): Promise<PublicEvent> {
    return this.programme.event(params.slug, languageOf(request), this.clock.moment())
  }

  @Handles(operations.readForm)
  async form(@Req() request: Request, @Input() { params }: Received<typeof operations.readForm>): Promise<RegistrationForm> {
    const event = await this.programme.event(params.slug, languageOf(request), this.clock.moment())
    return this.forms.of(event.id, languageOf(request))
  }

  @Handles(operations.register)
  async register(@Req() request: Request, @Input() { params, body }: Received<typeof operations.register>): Promise<RegistrationAccepted> {
    const result = await this.signUps.signUp(params.slug, body, languageOf(request), callerNetwork(request))
    if (result.kind === 'invalid') throw new Problem('invalid', {}, result.problems)
    if (result.kind === 'closed') throw new Problem('registration_closed')
    return { status: 'check_your_mail', message: words(body.language).checkMail.text }
  }
}
