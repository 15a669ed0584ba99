import type { Rows } from './row.js'
import { rowsOfAccounts } from './runs-of-accounts.js'
import { rowsOfEvents } from './runs-of-events.js'
import { rowsOfFiles } from './runs-of-files.js'
import { rowsOfHttp } from './runs-of-http.js'
import { rowsOfLinks } from './runs-of-links.js'
import { rowsOfPeople } from './runs-of-people.js'
import { rowsOfProviders } from './runs-of-providers.js'
import { rowsOfScopes } from './runs-of-scopes.js'

const importing = { missing: 'import of people from files' }

/** Every id once: how it is played, or what it waits for. */
export const rows: Rows = {
  ...rowsOfPeople, ...rowsOfEvents, ...rowsOfHttp, ...rowsOfLinks, ...rowsOfAccounts, ...rowsOfProviders, ...rowsOfScopes, ...rowsOfFiles,
  F01: importing, F03: importing, F04: importing, F06: importing, F07: importing,
  S04: { missing: 'webhooks and other requests of our own to addresses that staff enters' },
}
