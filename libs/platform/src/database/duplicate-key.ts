/** True when a unique index refused a row (MySQL 1062, SQLite constraint): somebody else was quicker, or the same thing came twice. */
export function isDuplicate(error: unknown): boolean {
  const { errno, code, message } = error as { errno?: number; code?: string; message?: string }
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || (message?.includes('UNIQUE constraint failed') ?? false)
}
