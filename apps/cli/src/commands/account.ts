import { checkEmail } from '@app/contacts'
import { ROLES, type Role, addresses } from '@app/contracts'
import { ConfigError, Transactions } from '@app/platform'
import { AccountEntity, Accounts, StaffModule } from '@app/staff'
import type { Command } from '../command.js'
import { withInstallation } from '../installation.js'
import { readOptions } from '../options.js'

const USAGE = 'add --email ADDRESS --name NAME [--role ROLE]'
/** What the column holds. */
const LONGEST_NAME = 200

/** A further account of staff with a one-time link, with which its holder chooses a password. */
export const account: Command = {
  usage: `${USAGE}\n                          a further account; prints its one-time link`,
  arguments: null,
  async run([verb, ...args], { readConfig, say }) {
    const { email, name, role = 'organiser' } = readOptions(verb === 'add' ? args : ['--', ''], ['email', 'name'], ['role'], `account ${USAGE}`)
    if (!isRole(role)) throw new ConfigError([`There is no role "${role}": choose ${ROLES.slice(0, -1).join(', ')} or ${ROLES.at(-1)}.`])
    if (checkEmail(email) !== null) throw new ConfigError(['--email is no e-mail address.'])
    if (name.length > LONGEST_NAME) throw new ConfigError([`--name is longer than ${LONGEST_NAME} characters.`])
    const config = readConfig()
    const token = await withInstallation(config, [StaffModule], (app) => app.get(Transactions).run(async (tx) => {
      if (await tx.db.existsBy(AccountEntity, { emailNormalised: email.toLowerCase() })) {
        throw new ConfigError(['An account with this address is there already: "sign-in-link --email ADDRESS" makes a new link for it.'])
      }
      const accounts = app.get(Accounts)
      return accounts.signInLink(tx, await accounts.create(tx, { email, name, role }))
    }))
    say(`The account is made, as ${role} of the whole programme. Give its holder this link; it works once, for 24 hours, and then a password is chosen:`)
    say(config.publicUrl + addresses.signIn(token))
    return 0
  },
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role)
}
