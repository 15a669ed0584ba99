import { Controller, Get, Inject, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DATA_SOURCES, type DataSources } from '@app/platform'
import { AllowedFor } from './http/operation.js'

/** For load balancers: `live` says that the process answers, `ready` that it can do its work. */
@Controller('health')
@AllowedFor('public')
export class HealthController {
  constructor(@Inject(DATA_SOURCES) private readonly sources: DataSources) {}

  @Get('live')
  live(): object {
    return { status: 'live' }
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    response.setHeader('cache-control', 'no-store')
    try {
      await this.sources.reader.query('SELECT 1')
      return { status: 'ready' }
    } catch {
      response.status(503).setHeader('retry-after', '5')
      return { status: 'unavailable', fault: 'database' }
    }
  }
}
