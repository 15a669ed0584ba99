import type { INestApplicationContext } from '@nestjs/common'
import { ConfigError } from '@app/platform'

/** Ends on the first SIGTERM or SIGINT after the work in hand is done; a second one does not wait. */
export function endOnSignal(app: INestApplicationContext): void {
  let ending = false
  const end = async () => {
    if (ending) process.exit(1)
    ending = true
    await app.close()
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** One sentence with the remedy for what a person can mend, the error itself for everything else. Exit code 1. */
export function exitWith(error: unknown): never {
  const sentences = faultSentences(error)
  process.stderr.write(sentences ? `${sentences.join('\n')}\n` : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
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
