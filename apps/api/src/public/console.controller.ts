import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Controller, Get, Inject, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DIST } from '../http/dist.js'
import { AllowedFor } from '../http/operation.js'

/** The staff's browser side: one page for every address below /console. What it shows comes from the API, which asks for a session. */
@Controller('console')
@AllowedFor('public')
export class ConsoleController {
  constructor(@Inject(DIST) private readonly dist: string) {}

  @Get(['', '*rest'])
  open(@Res() response: Response): void {
    const page = join(this.dist, 'console/index.html')
    response.setHeader('cache-control', 'no-cache')
    if (existsSync(page)) response.sendFile(page)
    else response.status(503).type('text/plain').send('The console has not been built yet: run "npm run build".\n')
  }
}
