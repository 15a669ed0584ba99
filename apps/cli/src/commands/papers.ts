import { In } from 'typeorm'
import { ContactsModule, OrganisationEntity } from '@app/contacts'
import { EventsModule, HostEntity } from '@app/events'
import { Clock, ConfigError, Transactions } from '@app/platform'
import type { Command } from '../command.js'
import { withInstallation } from '../installation.js'
import { measures } from '../../../privacy/papers/measures.js'
import { recordOfProcessing } from '../../../privacy/papers/record-of-processing.js'

const PAPERS = { record: recordOfProcessing, measures } as const

/** Texts for the file of data protection, from the configuration: Markdown in German on standard output. */
export const papers: Command = {
  usage: 'record|measures   record of processing (Art. 30 GDPR), or technical and organisational measures (Art. 32), as Markdown in German',
  arguments: 1,
  async run([name = ''], { readConfig, say }) {
    if (!Object.hasOwn(PAPERS, name)) throw new ConfigError([`There is no paper "${name}": choose record or measures.`])
    const config = readConfig()
    const facts = await withInstallation(config, [ContactsModule, EventsModule], async (app) => {
      const { read } = app.get(Transactions)
      const rows = await read.find(HostEntity)
      const names = new Map((await read.findBy(OrganisationEntity, { id: In(rows.map(({ organisationId }) => organisationId)) })).map((organisation) => [organisation.id, organisation.name]))
      const hosts = rows.map(({ organisationId, imprint }) => ({ name: names.get(organisationId) ?? '', imprint })).sort((one, other) => one.name.localeCompare(other.name, 'de'))
      return { hosts, on: app.get(Clock).now().toISOString().slice(0, 10) }
    })
    say(PAPERS[name as keyof typeof PAPERS]({ config, ...facts }).trimEnd())
    return 0
  },
}
