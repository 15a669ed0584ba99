import { embeddedEnvironment } from './installation.js'
import { type Environment, InstallationProcess } from './installation-process.js'

/**
 * Starts a program that must end at once with exit code 1 and nothing printed but one line.
 * @param folder working folder of the process
 * @returns that line
 * @throws Error with everything printed when it ends in another way
 */
export async function refusalOf(folder: string, environment: Environment, program: 'api' | 'worker' = 'api'): Promise<string> {
  const run = InstallationProcess.start(program, folder, { ...(await embeddedEnvironment(folder)), ...environment })
  const code = await run.exit()
  const lines = run.output.trim().split('\n')
  if (code !== 1 || lines.length !== 1) throw new Error(`Ended with ${code} and ${lines.length} lines:\n${run.output}`)
  return lines[0]!
}
