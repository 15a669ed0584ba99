import type { Config } from '@app/platform'

/** What a command may use: the configuration is read when it is asked for, so that a command can tell its faults itself. */
export interface Room {
  readConfig(): Config
  /** Prints one line on standard output. */
  say(line: string): void
}

/** One command of the command line. Texts are English and hold neither personal data nor secrets, but for a one-time link that was asked for. */
export interface Command {
  /** Arguments and meaning, as the usage shows them. */
  usage: string
  /** How many arguments it takes; null when it reads them itself. */
  arguments: number | null
  /**
   * @returns the exit code
   * @throws ConfigError with sentences that a person can act on; everything else is a surprise
   */
  run(args: readonly string[], room: Room): Promise<number>
}
