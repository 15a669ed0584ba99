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

/** What errors of TypeORM and of the drivers carry besides a message that quotes values. */
const VALUE_CARRIERS = ['query', 'sql', 'criteria']

/** Of many failures at once the first few tell enough. */
const SHOWN_OF_MANY = 10

/** An error without the values that a failing query carried: the database's message may quote them, and the stack repeats the message. */
export function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code, errno } = error as Error & { code?: string; errno?: number }
  const quotesValues = VALUE_CARRIERS.some((property) => property in error)
  return {
    type: error.name,
    message: quotesValues ? `query failed: ${code ?? ''}` : error.message,
    ...(code === undefined ? {} : { code }),
    ...(errno === undefined ? {} : { errno }),
    stack: quotesValues ? placesOf(error) : error.stack,
    ...(error.cause === undefined ? {} : { cause: safeError(error.cause) }),
    ...(error instanceof AggregateError ? { errors: error.errors.slice(0, SHOWN_OF_MANY).map(safeError) } : {}),
  }
}

/** The stack without the message, which may run over several lines and look like a place itself. */
function placesOf({ stack = '', message }: Error): string | undefined {
  const start = stack.indexOf(message)
  return start === -1 ? undefined : stack.slice(start + message.length + 1)
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
    if (message instanceof Error) return this.logger.error({ err: message }, 'failed')
    this.logger.error({ stack: typeof stack === 'string' ? stack : undefined }, String(message))
  }
}
