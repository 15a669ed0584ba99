import { ConfigError, SystemClock } from '@app/platform'
import { schema } from '../../../assembly.js'
import type { Command } from '../command.js'
import { examine } from '../doctor/examination.js'
import { fault, lineOf } from '../doctor/finding.js'

/** Says what is well and what is not, one line per check; the exit code is 1 when there is a fault. Changes nothing. */
export const doctor: Command = {
  usage: '                looks at configuration, services, data and what must hold; changes nothing',
  arguments: 0,
  async run(_args, { readConfig, say }) {
    let faults = 0
    let notes = 0
    try {
      const clock = new SystemClock()
      for await (const finding of examine(readConfig(), schema, () => clock.now())) {
        if (finding.state === 'fault') faults++
        if (finding.state === 'note') notes++
        say(lineOf(finding))
      }
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      faults += error.sentences.length
      for (const sentence of error.sentences) say(lineOf(fault(`configuration: ${sentence}`, 'correct the environment and ask again')))
    }
    say(`${faults} faults, ${notes} notes`)
    return faults > 0 ? 1 : 0
  },
}
