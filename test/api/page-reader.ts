import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DATA_SOURCES, type DataSources, FixedClock } from '@app/platform'
import { openApi } from '../../apps/api/src/app.js'
import type { TestDatabase } from '../support/databases.js'
import { TEST_NOW, testConfig } from '../support/rooms.js'

/** A server over HTTP, and somebody who reads its pages. */
export interface PageReader {
  app: NestExpressApplication
  clock: FixedClock
  url: string
  /** Words and tag of a page. @throws Error for anything but 200 */
  read(path: string): Promise<{ html: string; etag: string }>
  /** @param etag of the page that the reader has already */
  status(path: string, etag?: string): Promise<number>
  /** Statements that the server sends to its reading connection meanwhile. */
  statements(work: () => Promise<unknown>): Promise<string[]>
  close(): Promise<void>
}

/** @param beside another server on the same database: one with a folder of its own, as on another machine */
export async function openReader(database: TestDatabase, { beside = false, demo = false } = {}): Promise<PageReader> {
  const config = await testConfig(database)
  const dataDir = beside ? mkdtempSync(join(tmpdir(), 'dw-beside-')) : config.dataDir
  const clock = new FixedClock(new Date(TEST_NOW))
  const { app } = await openApi({ config: { ...config, dataDir, demo }, dist: config.dataDir, clock })
  await app.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}`
  return {
    app,
    clock,
    url,
    async read(path) {
      const answer = await fetch(url + path)
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      return { html: await answer.text(), etag: answer.headers.get('etag')! }
    },
    // As browsers revalidate: left to itself, fetch would ask past every cache.
    status: async (path, etag) => (await fetch(url + path, etag ? { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } } : {})).status,
    async statements(work) {
      const { reader } = app.get<DataSources>(DATA_SOURCES)
      const seen: string[] = []
      const before = reader.logger
      reader.logger = { logQuery: (statement) => void seen.push(statement), logQueryError() {}, logQuerySlow() {}, logSchemaBuild() {}, logMigration() {}, log() {} }
      await work().finally(() => (reader.logger = before))
      return seen
    },
    async close() {
      await app.close()
      if (beside) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
