import Module from 'node:module'

/** Jest's global setup. */
export default async function globalSetup(): Promise<void> {
  const { RunServices } = await loadTypeScript(() => import('./run-services.js'))
  Reflect.set(globalThis, 'runServices', await RunServices.open())
}

/** Jest transforms the imports of its global setup but does not apply moduleNameMapper: `./x.js` must be led to `./x.ts` here. */
async function loadTypeScript<T>(load: () => Promise<T>): Promise<T> {
  const loader = Module as unknown as { _resolveFilename: (request: string, ...rest: unknown[]) => string }
  const original = loader._resolveFilename
  loader._resolveFilename = function resolve(request, ...rest) {
    try {
      return original.call(this, request, ...rest)
    } catch (error) {
      if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error
      return original.call(this, request.replace(/\.js$/, '.ts'), ...rest)
    }
  }
  try {
    return await load()
  } finally {
    loader._resolveFilename = original
  }
}
