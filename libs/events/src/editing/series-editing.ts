import { Injectable } from '@nestjs/common'
import type { Tx } from '@app/platform'
import { type Actor, systemActor } from '@app/staff'
import type { SeriesCreation } from './inputs.js'

@Injectable()
export class SeriesEditing {
  async create(_tx: Tx, _input: SeriesCreation, _actor: Actor): Promise<string> {
    throw new Error('not built')
  }

  async update(_tx: Tx, _id: string, _input: SeriesCreation, _actor: Actor): Promise<void> {
    throw new Error('not built')
  }

  /** @returns ids by key */
  async addPhases(_tx: Tx, _seriesId: string, _phases: { key: string; title: string; forEachMember: boolean }[], _actor: Actor = systemActor): Promise<Map<string, string>> {
    throw new Error('not built')
  }

  /** @returns ids of the members by organisation */
  async addMembers(_tx: Tx, _seriesId: string, _organisationIds: string[], _actor: Actor = systemActor): Promise<Map<string, string>> {
    throw new Error('not built')
  }
}
