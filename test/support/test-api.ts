import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { addresses, operations } from '@app/contracts'
import { type Config, DATA_SOURCES, type DataSources, FixedClock, Transactions } from '@app/platform'
import { Sessions } from '@app/staff'
import { openApi } from '../../apps/api/src/app.js'
import { guardAudit } from './audit-guard.js'
import type { TestDatabase } from './databases.js'
import { type Rooms, TEST_NOW, testConfig } from './rooms.js'
import { Staff } from './staff.js'
import { setUpTotp } from './totp-app.js'

/** The whole API in this process on a free port, with a clock that stands still and nothing that consumes the outbox. */
export interface TestApi {
  app: NestExpressApplication
  url: string
  rooms: Rooms
  /** Signed in by the link of the first start: has every right. */
  staff: Staff
  /** Somebody with an open session of this account, in which a second factor was given. */
  as(accountId: string): Promise<Staff>
  /** Somebody who is not signed in. */
  stranger(): Staff
}

export async function openTestApi(database: TestDatabase, more: Partial<Config> = {}): Promise<TestApi> {
  const config = { ...(await testConfig(database)), ...more }
  const clock = new FixedClock(new Date(TEST_NOW))
  const { app, started } = await openApi({ config, dist: config.dataDir, clock })
  guardAudit(app.get(Transactions), app.get<DataSources>(DATA_SOURCES))
  await app.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}`
  const get = ((token: never) => app.get(token, { strict: false })) as Rooms['get']
  const rooms: Rooms = { clock, get, transactions: app.get(Transactions), close: () => app.close() }
  const enter = async (staff: Staff) => {
    staff.session = await staff.call(operations.readSession)
    return staff
  }
  const staff = new Staff(url)
  const link = `${url}${addresses.signIn(started.signInToken!)}`
  const { form } = await staff.visitor.open(link)
  // The origin that forms are checked against is the configured one.
  await staff.visitor.raw(link, { method: 'POST', headers: { origin: config.publicUrl }, body: form.filled({}) })
  await setUpTotp(await enter(staff), () => clock.now())
  return {
    app, url, rooms, staff,
    stranger: () => new Staff(url),
    async as(accountId) {
      const other = new Staff(url)
      other.visitor.cookies.set('dialogwerk', await rooms.transactions.run((tx) => get(Sessions).open(tx, accountId, { secondFactor: true })))
      return enter(other)
    },
  }
}
