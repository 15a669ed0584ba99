import type { INestApplicationContext } from '@nestjs/common'
import { ConfigError, LOGGER, type Logger, safeError } from '@app/platform'

/** How long the work in hand may take after a surprise: what is broken may never get done. */
const PATIENCE_MILLISECONDS = 10_000

/**
 * Ends the process in order: on the first SIGTERM or SIGINT after the work in hand is done (exit code 0), and so on an error that nobody caught
 * (exit code 1), because nobody knows what state it left behind. The log has the error without the values of a query. A second signal does not wait.
 */
export function endOnSignal(app: INestApplicationContext): void {
  const logger = app.get<Logger>(LOGGER)
  let ending = false
  let code = 0
  const end = async () => {
    ending = true
    try {
      await app.close()
    } catch (err) {
      code = 1
      logger.fatal({ err }, 'could not close')
    }
    process.exit(code)
  }
  const onSignal = () => {
    if (ending) process.exit(1)
    void end()
  }
  const onSurprise = (err: unknown) => {
    code = 1
    logger.fatal({ err }, 'an error that nobody caught')
    setTimeout(() => process.exit(1), PATIENCE_MILLISECONDS).unref()
    if (!ending) void end()
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
  process.on('uncaughtException', onSurprise)
  process.on('unhandledRejection', onSurprise)
}

/** One sentence with the remedy for what a person can mend, the error itself (without the values of a query) for everything else. Exit code 1. */
export function exitWith(error: unknown): never {
  const sentences = faultSentences(error)
  process.stderr.write(`${sentences ? sentences.join('\n') : surpriseText(error)}\n`)
  process.exit(1)
}

/** Message and places, without the values of a query. */
function surpriseText(error: unknown): string {
  const { message, stack } = safeError(error) as { message: string; stack?: string }
  return stack === undefined || stack.includes(message) ? (stack ?? message) : `${message}\n${stack}`
}

/** The sentence with the remedy for a fault that a person can mend; null for a surprise. */
export function faultSentences(error: unknown): string[] | null {
  if (error instanceof ConfigError) return error.sentences
  const { code, port, address, path, message } = error as NodeJS.ErrnoException & { port?: number; address?: string }
  if (code === 'EADDRINUSE') return [`Port ${port} on ${address} is already in use: stop the other program, or choose another port with PORT=3001.`]
  if (code === 'EADDRNOTAVAIL') return [`This machine has no address ${address}: set HOST to one of its own, for example 127.0.0.1.`]
  if (code === 'EACCES' && port !== undefined) return [`Port ${port} needs special rights: choose one above 1023 with PORT=3000.`]
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST') return [`${path ?? 'The data folder'} cannot be written: set DATA_DIR to a folder that this user may write to.`]
  if (message?.includes('unable to open database file') || message?.includes('readonly database')) return ['The data folder cannot be written: set DATA_DIR to a folder that this user may write to.']
  if (message?.startsWith('SECRET_KEYS must be ')) return [message]
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') return ['The database cannot be reached: check DATABASE_URL and whether the server runs.']
  if (code === 'ER_ACCESS_DENIED_ERROR') return ['The database refuses user or password: check DATABASE_URL.']
  if (code === 'ER_BAD_DB_ERROR') return ['The database in DATABASE_URL does not exist: create it with CREATE DATABASE … CHARACTER SET utf8mb4 COLLATE utf8mb4_bin.']
  return null
}
