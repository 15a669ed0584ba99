import { Controller, Get, Header, Post, Res } from '@nestjs/common'
import type { Response } from 'express'
import { AllowedFor } from '../../apps/api/src/http/operation.js'

/** The least that this stack can do for a request: what our own routes are held against. */
@Controller('bench')
@AllowedFor('public')
export class TrivialController {
  @Get()
  @Header('cache-control', 'no-cache')
  read(): string {
    return 'here'
  }

  @Post()
  write(@Res() response: Response): void {
    response.redirect(303, '/bench')
  }
}
