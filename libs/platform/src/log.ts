import { type LoggerService } from '@nestjs/common'
import { type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/**
 * Structured logs, one JSON object a line, on standard error. No names, addresses or tokens: addresses of requests are logged
 * as route patterns, and errors of the database lose their parameters.
 */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: safeError } }, pino.destination({ dest: 2, sync: true }))
}

/** An error without the values that a failing query carried. */
export function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, errno } = error as Error & { code?: string; errno?: number }
  const isQuery = 'query' in error
  return {
    type: error.name,
    message: isQuery ? `query failed: ${String(code ?? '')}` : error.message,
    ...(code === undefined ? {} : { code }),
    ...(errno === undefined ? {} : { errno }),
    stack: isQuery ? error.stack?.split('\n').slice(1).join('\n') : error.stack,
  }
}

/** Nest's own messages in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown): void {
    this.logger.debug(String(message))
  }
  warn(message: unknown): void {
    this.logger.warn(String(message))
  }
  error(message: unknown, stack?: unknown): void {
    this.logger.error({ stack: typeof stack === 'string' ? stack : undefined }, String(message))
  }
}
