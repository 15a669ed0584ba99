import { ConfigError } from '@app/platform'
import { Accounts, FactorChanges, StaffModule, systemActor } from '@app/staff'
import type { Command } from '../command.js'
import { withInstallation } from '../installation.js'
import { readOptions } from '../options.js'

const USAGE = '--email ADDRESS'

/** For the administrator who has lost phone and recovery codes, and whom nobody else can help. */
export const secondFactorReset: Command = {
  usage: `${USAGE}\n                          takes every second factor from an account and ends its sessions`,
  arguments: null,
  async run(args, { readConfig, say }) {
    const { email } = readOptions(args, ['email'], [], `second-factor-reset ${USAGE}`)
    await withInstallation(readConfig(), [StaffModule], async (app) => {
      const id = await app.get(Accounts).idOf(email)
      if (id === null) throw new ConfigError(['There is no active account with this address.'])
      await app.get(FactorChanges).reset(id, { actor: systemActor, reason: 'second-factor-reset' })
    })
    say('The account has no second factor any more, and its sessions have ended. The next sign-in is by password, and sets up a new one where the roles ask for it.')
    return 0
  },
}
