import { Controller, Get, Res } from '@nestjs/common'
import type { Response } from 'express'
import { StoreHealth } from '@app/platform'
import { AllowedFor } from './http/operation.js'

/** For load balancers: `live` says that the process answers, `ready` that it can do its work. */
@Controller('health')
@AllowedFor('public')
export class HealthController {
  constructor(private readonly stores: StoreHealth) {}

  @Get('live')
  live(): object {
    return { status: 'live' }
  }

  /** A load balancer takes a server out that is `unavailable` (503); one that is `degraded` takes registrations, their mails follow later. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    response.setHeader('cache-control', 'no-store')
    const lack = await this.stores.lack()
    if (lack === null) return { status: 'ready' }
    if (lack === 'queue') return { status: 'degraded', fault: lack }
    response.status(503).setHeader('retry-after', '5')
    return { status: 'unavailable', fault: lack }
  }
}
