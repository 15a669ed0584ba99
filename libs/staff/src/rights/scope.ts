import type { Land } from '@app/contracts'

/**
 * A part of the programme: a node with everything below it, or the whole tree (`path` null); of that the nodes of one Land, or all
 * (`land` null).
 */
export interface Area {
  path: string | null
  land: Land | null
}

export interface Condition {
  sql: string
  parameters: Record<string, string>
}

/** Where somebody may do one thing: the union of areas. Lists, counts and exports turn it into their condition, and nothing else does. */
export class Scope {
  constructor(readonly areas: readonly Area[]) {}

  get isEmpty(): boolean {
    return this.areas.length === 0
  }

  /** Nothing of the programme lies outside. */
  get isWhole(): boolean {
    return this.areas.some(({ path, land }) => path === null && land === null)
  }

  /** Whether all of an area lies inside: whoever passes a right on must have it in the whole area. */
  holds(area: Area): boolean {
    return this.areas.some(({ path, land }) => (land === null || land === area.land) && (path === null || (area.path !== null && isBelow(area.path, path))))
  }

  /**
   * "The node of this id lies inside", for a query on either database.
   * @param nodeId column that holds the id of a series or event, `e.id` for example
   * @param name tells the parameters of several scopes in one query apart
   */
  condition(nodeId: string, name = 'scope'): Condition {
    return anyOf(this.areas, nodeId, name)
  }
}

/**
 * The one definition of "lies in one of these areas". A node belongs to every Land that stands at it, so an event of several Länder lies
 * in the areas of each; one without a Land lies only in areas of all Länder. Paths are compared as a range, because SQLite uses no index
 * for LIKE; "0" is the character behind "/".
 */
export function anyOf(areas: readonly Area[], nodeId: string, name: string): Condition {
  if (areas.length === 0) return { sql: '1 = 0', parameters: {} }
  if (areas.some(({ path, land }) => path === null && land === null)) return { sql: '1 = 1', parameters: {} }
  const node = `${name}_node`
  const parameters: Record<string, string> = {}
  const given = (key: string, value: string) => {
    parameters[`${name}${key}`] = value
    return `:${name}${key}`
  }
  const parts = areas.map(({ path, land }, at) => {
    const below = path === null ? [] : [`(${node}.path = ${given(`Is${at}`, path)} OR (${node}.path >= ${given(`From${at}`, `${path}/`)} AND ${node}.path < ${given(`To${at}`, `${path}0`)}))`]
    const ofLand = land === null ? [] : [`EXISTS (SELECT 1 FROM node_land ${name}_land WHERE ${name}_land.node_id = ${node}.id AND ${name}_land.land = ${given(`Land${at}`, land)})`]
    return [...below, ...ofLand].join(' AND ')
  })
  return { sql: `EXISTS (SELECT 1 FROM node ${node} WHERE ${node}.id = ${nodeId} AND ((${parts.join(') OR (')})))`, parameters }
}

function isBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`)
}
