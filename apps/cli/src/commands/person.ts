import { writeFileSync } from 'node:fs'
import { ConfigError, Transactions } from '@app/platform'
import { Audit, systemActor } from '@app/staff'
import type { Command } from '../command.js'
import { withInstallation } from '../installation.js'
import { readOptions } from '../options.js'
import { PersonErasure } from '../../../privacy/person-erasure.js'
import { PersonExports } from '../../../privacy/person-export.js'
import { personReport } from '../../../privacy/person-report.js'
import { People, type Person } from '../../../privacy/person.js'
import { PrivacyModule } from '../../../privacy/privacy.module.js'

const EXPORT = 'export --email ADDRESS --to FILE.json|FILE.html [--language de|en]'
const ERASE = 'erase --email ADDRESS --reason TEXT'

/** What people may ask of their data (Art. 15 and 17 GDPR), also when nobody can sign in. Prints neither names nor addresses. */
export const person: Command = {
  usage: `${EXPORT}\n                          everything stored about one person, as a file that only its owner may read\n  person ${ERASE}\n                          forgets a person as far as nothing must be kept, and says what is kept until when`,
  arguments: null,
  async run([verb, ...args], { readConfig, say }) {
    if (verb === 'export') {
      const { email, to, language = 'de' } = readOptions(args, ['email', 'to'], ['language'], `person ${EXPORT}`)
      const format = /\.(json|html)$/.exec(to)?.[1]
      if (format === undefined || (language !== 'de' && language !== 'en')) throw new ConfigError([`Usage: node dist/apps/cli/src/main.js person ${EXPORT}`])
      const data = await withInstallation(readConfig(), [PrivacyModule], async (app) => {
        const found = await known(app.get(People), email)
        const id = found.participations[0]?.id ?? found.contactIds[0] ?? found.accountIds[0]!
        await app.get(Transactions).run((tx) => app.get(Audit, { strict: false }).record(tx, { actor: systemActor, action: 'person.export', subject: { kind: 'participation', id }, change: { format } }))
        return app.get(PersonExports).of(found)
      })
      writeFileSync(to, format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : personReport(data, language), { mode: 0o600 })
      say(`Written: ${data.data.reduce((sum, { rows }) => sum + rows.length, 0)} rows of ${data.data.length} tables.`)
      return 0
    }
    const { email, reason } = readOptions(verb === 'erase' ? args : ['--', ''], ['email', 'reason'], [], `person ${ERASE}`)
    if (reason.length > 300) throw new ConfigError(['--reason is longer than 300 characters.'])
    const plan = await withInstallation(readConfig(), [PrivacyModule], async (app) => app.get(PersonErasure).erase(await known(app.get(People), email), reason, systemActor))
    for (const { participationId, fate, until } of plan.lines) say(`${participationId}: ${fate === 'proof' ? `proof of attendance kept until ${until}` : fate.replaceAll('_', ' ')}`)
    say(`Address book: ${plan.contacts} erased.${plan.hasAccount ? ' The account of staff stays until it is closed.' : ''}`)
    return 0
  },
}

async function known(people: People, email: string): Promise<Person> {
  const found = await people.byEmail(email)
  if (!found) throw new ConfigError(['Nothing is stored under this address.'])
  return found
}
