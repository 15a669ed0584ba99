import { addresses } from '@app/contracts'
import { ConfigError, Transactions } from '@app/platform'
import { Accounts, Audit, StaffModule, systemActor } from '@app/staff'
import type { Command } from '../command.js'
import { withInstallation } from '../installation.js'
import { readOptions } from '../options.js'

const USAGE = '--email ADDRESS'

/** A new one-time link for an account whose link or password is lost. */
export const signInLink: Command = {
  usage: `${USAGE}  a new one-time link for an account; the former one stops working`,
  arguments: null,
  async run(args, { readConfig, say }) {
    const { email } = readOptions(args, ['email'], [], `sign-in-link ${USAGE}`)
    const config = readConfig()
    const token = await withInstallation(config, [StaffModule], async (app) => {
      const accounts = app.get(Accounts)
      const id = await accounts.idOf(email)
      if (id === null) throw new ConfigError(['There is no active account with this address: "account add" makes one.'])
      return app.get(Transactions).run(async (tx) => {
        // Whoever holds the link is that account: who looks into the log must see where it came from.
        await app.get(Audit).record(tx, { actor: systemActor, action: 'account.link', subject: { kind: 'account', id } })
        return accounts.signInLink(tx, id)
      })
    })
    say('This link works once, for 24 hours:')
    say(config.publicUrl + addresses.signIn(token))
    return 0
  },
}
