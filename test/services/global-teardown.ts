import type { RunServices } from './run-services.js'

/** Jest's global teardown; it runs in the process of the setup. */
export default async function globalTeardown(): Promise<void> {
  await (Reflect.get(globalThis, 'runServices') as RunServices | undefined)?.close()
}
