import { parseArgs } from 'node:util'
import { ConfigError } from '@app/platform'

/**
 * Reads `--name value` for the names that a command knows; each may be there once.
 * @param usage what is said when an option is unknown, has no value or is missing
 * @throws ConfigError with the usage
 */
export function readOptions<R extends string, O extends string = never>(
  args: readonly string[], required: readonly R[], optional: readonly O[], usage: string,
): Record<R, string> & Partial<Record<O, string>> {
  const refuse = (): never => { throw new ConfigError([`Usage: node dist/apps/cli/src/main.js ${usage}`]) }
  const options = Object.fromEntries([...required, ...optional].map((name) => [name, { type: 'string' as const }]))
  const parse = () => {
    try {
      return parseArgs({ args: [...args], options, strict: true }).values
    } catch {
      return refuse()
    }
  }
  const values = parse()
  if (required.some((name) => typeof values[name] !== 'string' || values[name].trim() === '')) refuse()
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value).trim()])) as Record<R, string> & Partial<Record<O, string>>
}
