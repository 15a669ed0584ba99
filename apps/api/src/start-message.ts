import { join } from 'node:path'
import { addresses } from '@app/contracts'
import type { Config } from '@app/platform'
import type { Started } from './first-start.js'

const MODES = {
  embedded: 'embedded (SQLite, queue in this process, built-in mailbox)',
  small: 'small server (SQLite, queue in this process, real mail)',
  production: 'production (MySQL/MariaDB, Redis, SMTP)',
} as const

/** What a person sees after the start: where to look and how to sign in. */
export function startMessage(config: Config, started: Started): string {
  const url = (path: string) => config.publicUrl + path
  const mails = config.mode === 'embedded' ? [`  Mails           ${url(addresses.mailbox())}  (files in ${join(config.dataDir, 'mail')})`] : []
  const signIn =
    started.signInToken === null
      ? []
      : [`  Sign in         ${url(addresses.signIn(started.signInToken))}`, `                  works once, for 24 hours${started.demo ? ', as organiser of the demo' : '; then choose a password'}`]
  return ['', `Dialogwerk runs: ${MODES[config.mode]}${started.demo ? ', with demo data' : ''}`, '', `  Public pages    ${url('/')}`, `  Console         ${url(addresses.console())}`, ...signIn, ...mails, '', '  Stop with Ctrl-C.', ''].join('\n')
}
