import { type ExecutionContext, Delete, Get, HttpCode, Patch, Post, Put, SetMetadata, applyDecorators, createParamDecorator } from '@nestjs/common'
import type { Request } from 'express'
import type { z } from 'zod'
import { type Access, type Operation, type Received, leftOut } from '@app/contracts'
import { type FieldProblem, Problem } from '@app/platform'

const ROUTES = { GET: Get, POST: Post, PATCH: Patch, PUT: Put, DELETE: Delete }
const OPERATION = 'dialogwerk:operation'
const ACCESS = 'dialogwerk:access'

/** Who may call a route. A route without this does not start (default deny). */
export const AllowedFor = (access: Access) => SetMetadata(ACCESS, access)

export function accessOf(handler: object, controller: object): Access | undefined {
  return (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as Access | undefined
}

/** Makes a method the handler of one operation of the contract: route, status, access and validation come from there. */
export function Handles(operation: Operation): MethodDecorator {
  return applyDecorators(ROUTES[operation.method](operation.path), HttpCode(operation.status), AllowedFor(operation.access), SetMetadata(OPERATION, operation))
}

export function operationOf(handler: object): Operation | undefined {
  return Reflect.getMetadata(OPERATION, handler) as Operation | undefined
}

/** The validated input of the operation. @throws Problem `invalid` with one entry per field, `unsupported_media_type` without JSON. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): Received<Operation> => {
  const operation = operationOf(context.getHandler())
  if (!operation) throw new Error('@Input() needs @Handles(operation).')
  const request = context.switchToHttp().getRequest<Request>()
  if (operation.body && !request.is('application/json')) throw new Problem('unsupported_media_type')
  return {
    // An id or slug that cannot exist is simply not there.
    params: check(operation.params, request.params, () => new Problem('not_found')),
    query: check(operation.query, request.query, (issues) => new Problem('invalid', {}, issues)),
    body: check(operation.body, request.body, (issues) => new Problem('invalid', {}, issues), operation.method === 'PUT'),
  } as Received<Operation>
})

function check(schema: z.ZodType | undefined, value: unknown, refuse: (problems: FieldProblem[]) => Problem, isWhole = false): unknown {
  if (!schema) return undefined
  const missing = (isWhole ? leftOut(schema, value) : []).map((path): FieldProblem => ({ pointer: pointerTo(path), code: 'field.required' }))
  const result = schema.safeParse(value)
  if (result.success && missing.length === 0) return result.data
  const wrong = result.success ? [] : fieldProblems(result.error)
  throw refuse([...missing, ...wrong.filter(({ pointer }) => !missing.some((one) => one.pointer === pointer))])
}

/** RFC 6901. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** zod's issues as field problems: our own codes where the contract names one, `field.invalid` otherwise, never zod's words. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue): FieldProblem[] => {
    const pointer = pointerTo(issue.path)
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ pointer: `${pointer}/${key.slice(0, 60)}`, code: 'field.unknown_field' }))
    const params = maximum(issue)
    return [{ pointer, code: codeOf(issue), ...(params ? { params } : {}) }]
  })
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('field.')) return issue.message
  // The branch of a union that names its own code knows best what was meant.
  if (issue.code === 'invalid_union') return issue.errors.flat().map((inner) => codeOf(inner)).find((code) => code !== 'field.invalid') ?? 'field.invalid'
  return 'field.invalid'
}

function maximum(issue: z.core.$ZodIssue): { max: number } | null {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  const max = issue.code === 'custom' ? (issue.params as { max?: unknown } | undefined)?.max : undefined
  return typeof max === 'number' ? { max } : null
}
