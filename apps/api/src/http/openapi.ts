import { z } from 'zod'
import { type Access, type Operation, ProblemDetails, operations } from '@app/contracts'

const PROBLEM = { $ref: '#/components/schemas/Problem' }

/** The OpenAPI 3.1 document, built from the same table that routes and validates. */
export function openApiDocument(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [id, operation] of Object.entries(operations) as [string, Operation][]) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[operation.method.toLowerCase()] = describe(id, operation)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Dialogwerk', version: '1', description: 'Series, events, registrations and attendance lists of dialogue series.', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-dialogwerk', description: 'Session of the console; writes also send its token in x-csrf-token.' },
      },
      schemas: { Problem: schemaOf(ProblemDetails, 'output') },
    },
  }
}

function describe(operationId: string, operation: Operation): object {
  const { answer } = operation
  return {
    operationId,
    summary: operation.summary,
    ...descriptionOf(operation.access),
    security: operation.access === 'public' ? [] : [{ session: [] }],
    parameters: [...parameters('path', operation.params), ...parameters('query', operation.query)],
    ...(operation.body ? { requestBody: { required: true, content: { 'application/json': { schema: operation.method === 'PUT' ? whole(schemaOf(operation.body, 'input')) : schemaOf(operation.body, 'input') } } } } : {}),
    responses: {
      [operation.status]: {
        description: operation.summary,
        ...(answer === undefined
          ? {}
          : { content: typeof answer === 'string' ? { [answer]: {} } : { 'application/json': { schema: schemaOf(answer, 'output') } } }),
      },
      default: { description: 'Problem (RFC 9457)', content: { 'application/problem+json': { schema: PROBLEM } } },
    },
  }
}

/** What the caller's roles must allow, and where. */
function descriptionOf(access: Access): { description?: string } {
  if (typeof access === 'string') return {}
  return { description: `Needs \`${access.may}\` ${access.at === 'somewhere' ? 'somewhere in the programme; answers for that part only' : `at the ${access.at}`}.` }
}

interface ObjectSchema {
  properties?: Record<string, object>
  required?: string[]
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): object[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as ObjectSchema
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: property }))
}

/** Every field of a PUT must be there, those of the objects inside too (`leftOut`). */
function whole(schema: object): object {
  const { properties, anyOf, default: _left, ...rest } = schema as { properties?: Record<string, object>; anyOf?: object[]; default?: unknown }
  const parts = properties && Object.entries(properties).map(([name, property]): [string, object] => [name, whole(property)])
  return { ...rest, ...(parts ? { properties: Object.fromEntries(parts), required: parts.map(([name]) => name) } : {}), ...(anyOf ? { anyOf: anyOf.map(whole) } : {}) }
}

/** JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. Transforms have no schema of their own: their input stands for them. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest
}
