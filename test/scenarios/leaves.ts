/** One value of a file of facts with the way to it. */
export interface Leaf {
  /** Keys from the root, list positions as `[]`: `persons[].offices[]`. */
  path: string
  value: string | number | boolean | null
  /** The objects that hold it, the nearest first; lists are left out. */
  holders: Record<string, unknown>[]
}

/** All values of an object, nested ones too, in the order of the file. An empty list or object has none, so it is a leaf of its own: null. */
export function leavesOf(value: unknown, path = '', holders: Record<string, unknown>[] = []): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value: value as Leaf['value'], holders }]
  const inner = Array.isArray(value)
    ? value.flatMap((item) => leavesOf(item, `${path}[]`, holders))
    : Object.entries(value).flatMap(([key, item]) => leavesOf(item, path === '' ? key : `${path}.${key}`, [value as Record<string, unknown>, ...holders]))
  return inner.length > 0 ? inner : [{ path, value: null, holders }]
}
