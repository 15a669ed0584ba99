import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataDirLock } from './data-dir-lock.js'

const folder = mkdtempSync(join(tmpdir(), 'dw-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Tries to take the lock in another process and ends without giving it back. */
const tryElsewhere = () =>
  spawnSync(process.execPath, ['-e', `
    const connection = new (require('libsql'))(process.argv[1])
    try { connection.exec('PRAGMA busy_timeout = 0'); connection.exec('BEGIN EXCLUSIVE'); console.log('locked') } catch (error) { console.log(error.code) }
    process.kill(process.pid, 'SIGKILL')
  `, join(folder, 'server.lock')], { encoding: 'utf8', cwd: join(__dirname, '../../../..') }).stdout.trim()

test('one server at a time works on a folder; one that dies gives it back', () => {
  const first = new DataDirLock()
  first.take(folder)
  expect(() => new DataDirLock().take(folder)).toThrow('Another server already works on')
  expect(tryElsewhere()).toBe('SQLITE_BUSY')
  first.onApplicationShutdown()
  expect(tryElsewhere()).toBe('locked')
  first.take(folder)
  first.onApplicationShutdown()
})
