/**
 * Why a store could not do what was asked, although nothing was wrong with the question: it is `gone` (or its connection broke), `full`,
 * or too `busy` with others. Whoever asked may come again.
 */
export type StoreFault = 'gone' | 'full' | 'busy'

/**
 * Tells a store that cannot work now from a fault of ours (null), by the codes of Node.js, of MySQL and MariaDB and of SQLite.
 * A file that may not grow (EFBIG) is a full disk for whoever writes it; SQLite calls that an I/O error.
 */
export function storeFaultOf(error: unknown): StoreFault | null {
  const { code, fatal } = error as { code?: unknown; fatal?: unknown }
  if (typeof code === 'string') {
    if (FULL.has(code)) return 'full'
    if (BUSY.has(code)) return 'busy'
    if (GONE.has(code)) return 'gone'
  }
  // The driver's mark of an error after which its connection is of no more use.
  return fatal === true ? 'gone' : null
}

const GONE = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'PROTOCOL_CONNECTION_LOST', 'ER_SERVER_SHUTDOWN',
  'ER_CON_COUNT_ERROR',
])

const FULL = new Set([
  'ENOSPC', 'EDQUOT', 'EFBIG', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL', 'ER_ERROR_ON_WRITE', 'ER_GET_ERRNO', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_FSYNC', 'SQLITE_IOERR_TRUNCATE', 'SQLITE_IOERR_SHMSIZE',
])

const BUSY = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])
