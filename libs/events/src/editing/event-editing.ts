import { Injectable } from '@nestjs/common'
import type { Tx } from '@app/platform'
import type { Actor } from '@app/staff'
import type { EventStep } from '../domain/event-machine.js'
import type { EventChange, EventCreation } from './inputs.js'

@Injectable()
export class EventEditing {
  async create(_tx: Tx, _input: EventCreation, _actor: Actor): Promise<string> {
    throw new Error('not built')
  }

  async change(_tx: Tx, _id: string, _patch: EventChange, _actor: Actor): Promise<void> {
    throw new Error('not built')
  }

  async move(_tx: Tx, _id: string, _verb: EventStep, _reason: string | null, _actor: Actor): Promise<void> {
    throw new Error('not built')
  }

  async record(_tx: Tx, _id: string, _state: 'done', _actor: Actor): Promise<void> {
    throw new Error('not built')
  }
}
