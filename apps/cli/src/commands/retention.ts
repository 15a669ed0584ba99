import type { Command } from '../command.js'
import { withInstallation } from '../installation.js'
import { NightlyRetention } from '../../../privacy/nightly-retention.js'
import { PrivacyModule } from '../../../privacy/privacy.module.js'

/** The nightly deletion at once: after a period was shortened, for example. Says numbers alone. */
export const retention: Command = {
  usage: '             deletes at once what the next night would delete, and says how much',
  arguments: 0,
  async run(_args, { readConfig, say }) {
    const lines = await withInstallation(readConfig(), [PrivacyModule], (app) => app.get(NightlyRetention).runNow())
    for (const { retention: name, tableName, deleted, anonymised, blocked } of lines.filter((line) => line.deleted + line.anonymised + line.blocked > 0)) {
      say(`${name} ${tableName}: ${deleted} deleted, ${anonymised} emptied, ${blocked} kept`)
    }
    say(`${lines.length} rules applied.`)
    return 0
  },
}
