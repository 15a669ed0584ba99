import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { CONFIG, type Config, ConfigError } from '@app/platform'
import { EXPOSITION_TYPE } from './exposition.js'
import { Metrics } from './metrics.js'

/** The one address of a worker, `GET /metrics`, on METRICS_PORT; without that the worker listens nowhere. */
@Injectable()
export class MetricsServer implements OnApplicationShutdown {
  private server: Server | null = null

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly metrics: Metrics) {}

  /** @throws ConfigError when the port is taken, by a second worker on this machine for example */
  async start(): Promise<void> {
    if (this.config.metricsPort === 0) return
    this.server = createServer({ headersTimeout: 5_000, requestTimeout: 8_000 }, (request, response) => {
      const isRead = request.method === 'GET' && request.url === '/metrics'
      const status = !isRead ? 404 : this.metrics.mayRead(request.headers.authorization) ? 200 : 401
      const body = status === 200 ? this.metrics.text('process') : Promise.resolve('')
      void body.then((text) => response.writeHead(status, { 'content-type': EXPOSITION_TYPE, 'cache-control': 'no-store' }).end(text))
    })
    this.server.listen(this.config.metricsPort, this.config.host)
    try {
      await once(this.server, 'listening')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      throw new ConfigError([`METRICS_PORT ${this.config.metricsPort} is already in use: give each worker on this machine one of its own.`])
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.server?.closeAllConnections()
    this.server?.close()
  }
}
