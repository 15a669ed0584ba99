import { Controller, Get, Inject } from '@nestjs/common'
import { CONFIG, type Config } from '@app/platform'
import { openApiDocument } from '../http/openapi.js'
import { AllowedFor } from '../http/operation.js'

@Controller()
@AllowedFor('public')
export class OpenApiController {
  private document: object | null = null

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('/api/openapi.json')
  read(): object {
    return (this.document ??= openApiDocument(this.config.publicUrl))
  }
}
