import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { IsNull } from 'typeorm'
import { FORMATS, type FormatQuestions, type FormatView } from '@app/contracts'
import { Clock, Problem, Transactions, type Tx, newId } from '@app/platform'
import { type Actor, Audit, systemActor } from '@app/staff'
import { type FormatSettings, SHIPPED_FORMATS } from './domain/format-settings.js'
import { FormatVersionEntity } from './entities/format-version.entity.js'
import { FormatEntity } from './entities/format.entity.js'

/** A format as it stands now. An event keeps the version it was made from. */
export interface CurrentFormat {
  key: string
  name: string
  versionId: string
  version: number
  settings: FormatSettings
  asks: FormatQuestions
}

const ASKS_NOTHING: FormatQuestions = { questions: [], needs: [] }

/** Formats are rows, not code (A2): each has versions, and a new event takes its defaults from the newest. */
@Injectable()
export class Formats {
  constructor(private readonly transactions: Transactions, private readonly clock: Clock, private readonly audit: Audit) {}

  /** Adds those of the shipped formats that are missing; runs at every start and changes nothing twice. */
  async seed(): Promise<void> {
    if (await this.isSeeded()) return
    try {
      await this.transactions.run(async (tx) => {
        const there = new Set((await tx.db.find(FormatEntity)).map(({ key }) => key))
        for (const key of FORMATS) if (!there.has(key)) await this.add(tx, key)
      })
    } catch (error) {
      // Server and worker start together: the unique key lets one of them win, and the other finds the work done.
      if (!(await this.isSeeded())) throw error
    }
  }

  /** Formats in use: the shipped ones in their order, then added ones by name. */
  async list(): Promise<FormatView[]> {
    const current = await this.newest(this.transactions.read)
    const rank = (key: string) => (FORMATS.indexOf(key as never) + 1 || FORMATS.length + 1)
    return current
      .sort((a, b) => rank(a.key) - rank(b.key) || a.name.localeCompare(b.name, 'de'))
      .map(({ key, name, version, settings, asks }) => ({ key, name, version, defaults: settings, asks }))
  }

  /** The newest version of a format in use, or null. */
  async current(db: Tx | EntityManager, key: string): Promise<CurrentFormat | null> {
    return (await this.newest('db' in db ? db.db : db)).find((format) => format.key === key) ?? null
  }

  /**
   * What new events of a format ask from now on: a new version of it. Events that there are keep what they ask, and days to book by are theirs.
   * @param expected the version on which the change stands
   * @throws Problem `not_found`; `conflict` when there is another one by now
   */
  async saveQuestions(tx: Tx, key: string, { questions, needs }: FormatQuestions, actor: Actor, expected: number): Promise<void> {
    const current = await this.current(tx, key)
    if (!current) throw new Problem('not_found')
    // Of two at the same moment the unique key over format and version lets one win.
    if (current.version !== expected) throw new Problem('conflict')
    const format = await tx.db.findOneByOrFail(FormatEntity, { key })
    const asks: FormatQuestions = { questions, needs: needs.map(({ kind }) => ({ kind, bookBy: null })) }
    await tx.db.insert(FormatVersionEntity, { id: newId(), formatId: format.id, version: current.version + 1, settings: { ...current.settings, asks } as never, createdAt: this.clock.now() })
    await this.audit.record(tx, { actor, action: 'format.questions', subject: { kind: 'format', id: format.id }, change: { before: current.asks, after: asks } })
  }

  private async isSeeded(): Promise<boolean> {
    const keys = new Set((await this.transactions.read.find(FormatEntity)).map(({ key }) => key))
    return FORMATS.every((key) => keys.has(key))
  }

  private async newest(db: EntityManager): Promise<CurrentFormat[]> {
    const formats = await db.find(FormatEntity, { where: { retiredAt: IsNull() } })
    const versions = await db.find(FormatVersionEntity, { order: { version: 'DESC' } })
    return formats.flatMap(({ id, key, name }) => {
      const newest = versions.find(({ formatId }) => formatId === id)
      if (!newest) return []
      const { asks = ASKS_NOTHING, ...settings } = newest.settings as FormatSettings & { asks?: FormatQuestions }
      return [{ key, name, versionId: newest.id, version: newest.version, settings, asks }]
    })
  }

  private async add(tx: Tx, key: (typeof FORMATS)[number]): Promise<void> {
    const { name, settings } = SHIPPED_FORMATS[key]
    const id = newId()
    await tx.db.insert(FormatEntity, { id, key, name, retiredAt: null })
    await tx.db.insert(FormatVersionEntity, { id: newId(), formatId: id, version: 1, settings: settings as never, createdAt: this.clock.now() })
    await this.audit.record(tx, { actor: systemActor, action: 'format.create', subject: { kind: 'format', id }, change: { after: { key, name } } })
  }
}
