import type { NestExpressApplication } from '@nestjs/platform-express'

interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> }
}

/** Every route that the running server answers, `GET /api/v1/events`, as its router has it. */
export function routesOf(app: NestExpressApplication): string[] {
  const { stack } = (app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }).router
  return stack.flatMap(({ route }) =>
    route === undefined ? [] : [route.path].flat().flatMap((path) => Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${path}`)))
}
