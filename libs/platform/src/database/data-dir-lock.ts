import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Injectable, type OnApplicationShutdown } from '@nestjs/common'
import Libsql from 'libsql'
import { ConfigError } from '../config/config.js'

/**
 * Keeps a second server off the same DATA_DIR: two processes would each be sure to be the only writer and the only worker.
 * The lock is SQLite's own on a file of its own, so that the system gives it back however this process ends.
 */
@Injectable()
export class DataDirLock implements OnApplicationShutdown {
  private connection: Libsql.Database | null = null

  /** @throws ConfigError when another server holds the folder. */
  take(dataDir: string): void {
    mkdirSync(dataDir, { recursive: true })
    const connection = new Libsql(join(dataDir, 'server.lock'))
    try {
      connection.exec('PRAGMA busy_timeout = 0')
      connection.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      connection.close()
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
      throw new ConfigError([`Another server already works on ${dataDir}: stop it, or choose another folder with DATA_DIR.`])
    }
    this.connection = connection
  }

  onApplicationShutdown(): void {
    this.connection?.close()
    this.connection = null
  }
}
