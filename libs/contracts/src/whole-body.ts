import { z } from 'zod'

/** A body with every field in it, those of the objects inside too; entries of lists are values of their own. */
export type Whole<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> } : T

/**
 * Paths of the fields that a body leaves out. A PUT replaces the whole (RFC 9110 §9.3.4): what is left out would be emptied, by a client that
 * may only be older than the field, so it is refused. Null or an empty text empties on purpose.
 */
export function leftOut(schema: z.ZodType, body: unknown): string[][] {
  const object = objectIn(schema)
  if (object === null || typeof body !== 'object' || body === null || Array.isArray(body)) return []
  return Object.entries(object.shape).flatMap(([name, inner]) => {
    const value: unknown = Object.hasOwn(body, name) ? (body as Record<string, unknown>)[name] : undefined
    return value === undefined ? [[name]] : leftOut(inner as z.ZodType, value).map((path) => [name, ...path])
  })
}

/** The object that a schema asks for, behind what says that it may be missing or becomes something else. */
function objectIn(schema: z.ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema
  if (schema instanceof z.ZodPipe) return objectIn(schema.in as z.ZodType)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return objectIn(schema.def.innerType as z.ZodType)
  return null
}
