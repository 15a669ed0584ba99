import { type Operation, type Sent, leftOut } from '@app/contracts'

/** A body as a PUT wants it, from one that leaves fields out: they get what the schema makes of nothing, mostly null. @throws ZodError for a body that is refused */
export function wholeBody<O extends Operation>({ body: schema }: O, body: object): Sent<O>['body'] {
  if (schema === undefined) throw new Error('This operation takes no body')
  const missing = leftOut(schema, body)
  if (missing.length === 0) return body as Sent<O>['body']
  const parsed: unknown = schema.parse(body)
  return missing.reduce<object>((whole, path) => placed(whole, path, valueAt(parsed, path)), body) as Sent<O>['body']
}

function placed(whole: object, [name, ...rest]: readonly string[], value: unknown): object {
  const inner = (whole as Record<string, object>)[name!]!
  return { ...whole, [name!]: rest.length === 0 ? value : placed(inner, rest, value) }
}

function valueAt(parsed: unknown, path: readonly string[]): unknown {
  return path.reduce((value, name) => (value as Record<string, unknown>)[name], parsed)
}
