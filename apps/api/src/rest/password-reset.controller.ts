import { Controller, Req } from '@nestjs/common'
import type { Request } from 'express'
import { type Received, operations } from '@app/contracts'
import { Problem, Throttle } from '@app/platform'
import { PasswordResets } from '@app/staff'
import { callerNetwork } from '../http/caller-network.js'
import { Handles, Input } from '../http/operation.js'

/** Letters that one caller may ask for, whoever they are for. */
const ASKED = { name: 'reset', points: 20, windowSeconds: 600 }
/** Letters to one address, whether or not there is such an account: nobody's mailbox is filled by strangers. */
const ASKED_FOR_ADDRESS = { name: 'reset-at', points: 3, windowSeconds: 900 }
/** Links that one caller may try. */
const TRIED = { name: 'reset-link', points: 30, windowSeconds: 600 }

@Controller()
export class PasswordResetController {
  constructor(private readonly resets: PasswordResets, private readonly throttle: Throttle) {}

  @Handles(operations.askReset)
  async ask(@Req() request: Request, @Input() { body }: Received<typeof operations.askReset>): Promise<void> {
    const seconds = (await this.throttle.take(ASKED, callerNetwork(request))) ?? (await this.throttle.take(ASKED_FOR_ADDRESS, body.email.toLowerCase()))
    if (seconds !== null) throw new Problem('too_many_requests', {}, [], seconds)
    await this.resets.ask(body.email)
  }

  @Handles(operations.resetPassword)
  async reset(@Req() request: Request, @Input() { body }: Received<typeof operations.resetPassword>): Promise<void> {
    const seconds = await this.throttle.take(TRIED, callerNetwork(request))
    if (seconds !== null) throw new Problem('too_many_requests', {}, [], seconds)
    if (!(await this.resets.use(body.token, body.password))) throw new Problem('link_gone')
  }
}
