import { Controller, Get, Headers, Res } from '@nestjs/common'
import type { Response } from 'express'
import { Problem } from '@app/platform'
import { EXPOSITION_TYPE } from '../../metrics/exposition.js'
import { Metrics } from '../../metrics/metrics.js'
import { AllowedFor } from './http/operation.js'

/** Figures for a monitoring system that sends METRICS_TOKEN; without that variable there is no such page. */
@Controller('metrics')
@AllowedFor('public')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  /** @throws Problem `not_found` when metrics are off, `not_signed_in` for a wrong token */
  @Get()
  async read(@Headers('authorization') authorization: string | undefined, @Res() response: Response): Promise<void> {
    if (!this.metrics.isOn) throw new Problem('not_found')
    if (!this.metrics.mayRead(authorization)) throw new Problem('not_signed_in')
    const text = await this.metrics.text('everything')
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-type', EXPOSITION_TYPE)
    response.end(text)
  }
}
