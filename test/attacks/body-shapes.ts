import { z } from 'zod'

/** The part of a JSON Schema that is read here. */
interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  additionalProperties?: unknown
  items?: Shape
  anyOf?: Shape[]
  enum?: unknown[]
  const?: unknown
  format?: string
  pattern?: string
}

/** An object somewhere in a body. */
export interface ObjectInBody {
  /** The keys that lead to it; `0` is the first of a list. */
  readonly at: readonly string[]
  readonly fields: readonly string[]
  /** Whether it refuses fields that it does not have. */
  readonly isClosed: boolean
}

/** Every object of what an operation takes, the body itself first. */
export function objectsIn(body: z.ZodType): ObjectInBody[] {
  return objectsOf(shapeOf(body), [])
}

/** Keys that lead to every text that people may choose freely: without format, pattern or choices. */
export function freeTextsIn(body: z.ZodType): string[][] {
  return textsOf(shapeOf(body), [])
}

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape
}

function objectsOf(shape: Shape, at: string[]): ObjectInBody[] {
  const own = shape.properties ? [{ at, fields: Object.keys(shape.properties), isClosed: shape.additionalProperties === false }] : []
  return [...own, ...below(shape, at).flatMap(([inner, where]) => objectsOf(inner, where))]
}

function textsOf(shape: Shape, at: string[]): string[][] {
  if ([shape.type].flat().includes('string') && !shape.enum && shape.const === undefined && !shape.format && !shape.pattern) return [at]
  return below(shape, at).flatMap(([inner, where]) => textsOf(inner, where))
}

function below(shape: Shape, at: string[]): [Shape, string[]][] {
  return [
    ...Object.entries(shape.properties ?? {}).map(([name, inner]): [Shape, string[]] => [inner, [...at, name]]),
    ...(shape.items ? [[shape.items, [...at, '0']] as [Shape, string[]]] : []),
    ...(shape.anyOf ?? []).map((inner): [Shape, string[]] => [inner, at]),
  ]
}

/** A body with this value at the end of the keys; what stands in `base` besides stays. */
export function withAt(base: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (key === '0') {
    const [first, ...others] = (base ?? []) as unknown[]
    return [withAt(first, rest, value), ...others]
  }
  const before = (base ?? {}) as Record<string, unknown>
  return { ...before, [key]: withAt(before[key], rest, value) }
}
