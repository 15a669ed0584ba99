import { Injectable, type OnApplicationBootstrap } from '@nestjs/common'
import { DiscoveryService, MetadataScanner } from '@nestjs/core'
import { type Operation, operations } from '@app/contracts'
import { accessOf, operationOf } from './operation.js'

/** At start: every route says who may call it, and where it says at which node, its address names one; every operation of the contract has its handler. */
@Injectable()
export class RouteCheck implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService, private readonly scanner: MetadataScanner) {}

  onApplicationBootstrap(): void {
    const handled = new Set<unknown>()
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue
      const prototype = Object.getPrototypeOf(instance) as object
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = (prototype as Record<string, object>)[name]!
        if (Reflect.getMetadata('path', handler) === undefined) continue
        if (accessOf(handler, metatype) === undefined) throw new Error(`Route ${metatype.name}.${name} does not say who may call it.`)
        handled.add(operationOf(handler))
      }
    }
    for (const [key, { access, path }] of Object.entries<Operation>(operations)) {
      if (typeof access === 'object' && access.at !== 'somewhere' && !path.includes('/:id')) throw new Error(`${key} asks for a right at a node, but its address names none.`)
    }
    const missing = Object.entries(operations).filter(([, operation]) => !handled.has(operation)).map(([key]) => key)
    if (missing.length > 0) throw new Error(`No controller handles ${missing.join(', ')}.`)
  }
}
