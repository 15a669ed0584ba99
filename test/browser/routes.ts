import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { RequestMethod } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'

const root = resolve(__dirname, '../..')
const PAGES = join(root, 'apps/api/src/public')
/** What these answer is no page: files, the console's frame, and the way to the start page. */
const NO_PAGE = /\.ics$|\/datei(\/:key)?$|^\/console\b|^\/$/

/** Every route of the console's router, in its order. */
export function consoleRoutes(): string[] {
  return [...readFileSync(join(root, 'apps/console/src/app.tsx'), 'utf8').matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => `/console${path}`.replace(/\/$/, ''))
}

/** Every route that answers GET with a page, in every language, as the controllers name it. */
export async function pageRoutes(): Promise<string[]> {
  const paths: string[] = []
  for (const file of readdirSync(PAGES).filter((name) => name.endsWith('.controller.ts'))) {
    for (const controller of Object.values(await import(join(PAGES, file)) as Record<string, { prototype?: Record<string, object> }>)) {
      if (!controller.prototype || !Reflect.hasMetadata(PATH_METADATA, controller)) continue
      const bases = [Reflect.getMetadata(PATH_METADATA, controller)].flat() as string[]
      for (const name of Object.getOwnPropertyNames(controller.prototype)) {
        const handler = controller.prototype[name]!
        if (Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) continue
        for (const base of bases) for (const path of [Reflect.getMetadata(PATH_METADATA, handler)].flat() as string[]) paths.push(`/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'))
      }
    }
  }
  return paths.filter((path) => !NO_PAGE.test(path))
}

/** The routes that none of the paths leads to; a path leads to the first route that fits it, as in a router. */
export function unvisited(routes: readonly string[], paths: Iterable<string>): string[] {
  const patterns = routes.map((route) => [route, new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}/?$`)] as const)
  const visited = new Set([...paths].map((path) => patterns.find(([, pattern]) => pattern.test(path))?.[0]))
  return routes.filter((route) => !visited.has(route))
}
