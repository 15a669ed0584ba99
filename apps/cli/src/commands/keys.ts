import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, KeyRing, replaceKeyFile } from '@app/platform'
import type { Command } from '../command.js'
import { withInstallation } from '../installation.js'
import { PrivacyModule } from '../../../privacy/privacy.module.js'
import { Resealing } from '../../../privacy/resealing.js'

/** Changes the keys of an installation: put a new one in front, seal everything with it, and see when a former one seals nothing any more. */
export const keys: Command = {
  usage: 'list|add|reseal   keys of the ring and what they seal; a new key in front; everything sealed with the first key',
  arguments: 1,
  async run([verb = ''], { readConfig, say }) {
    const config = readConfig()
    const room = <T>(work: (resealing: Resealing) => Promise<T>) => withInstallation(config, [PrivacyModule], (app) => work(app.get(Resealing)))
    switch (verb) {
      case 'list': {
        for (const [id, values] of await room((resealing) => resealing.counts())) say(`${id}: seals ${values} values`)
        say('Links and the log of changes need their keys as long as they are kept, also when these seal nothing.')
        return 0
      }
      case 'add': {
        if (config.secretKeys !== null) {
          const { ids } = KeyRing.parse(config.secretKeys)
          say(`Put this in front of SECRET_KEYS, with a comma behind it, and start api and workers again; then "keys reseal":\n${nextKey(ids)}`)
          return 0
        }
        const file = join(config.dataDir, 'secret.keys')
        const ring = await room(async () => readFileSync(file, 'utf8').trim())
        replaceKeyFile(file, `${nextKey(KeyRing.parse(ring).ids)},${ring}`)
        say('A new key is in front of DATA_DIR/secret.keys. Start the server again, then "keys reseal".')
        return 0
      }
      case 'reseal': {
        say(`${await room((resealing) => resealing.run())} values sealed with the first key.`)
        return 0
      }
      default:
        throw new ConfigError(['Usage: node dist/apps/cli/src/main.js keys list|add|reseal'])
    }
  },
}

function nextKey(ids: readonly string[]): string {
  const numbers = ids.map(Number).filter((number) => Number.isInteger(number))
  return `${Math.max(0, ...numbers) + 1}:${randomBytes(32).toString('base64')}`
}
