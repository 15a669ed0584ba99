import { AsyncLocalStorage } from 'node:async_hooks'
import { type DataSources, type LockedRow, Transactions, Tx } from '@app/platform'

/** Where one operation stands in the order that the lock gave. */
export interface Turn {
  /** What the lock counted; null when the operation needed no lock. */
  revision: number | null
}

/** Whose turn the code that runs now belongs to. */
export const turns = new AsyncLocalStorage<Turn>()

/** The real door for writes; it only writes down in which order the lock let operations in. */
export class RecordedTurns extends Transactions {
  override runLocked<T>(row: LockedRow, work: (tx: Tx, revision: number) => Promise<T>): Promise<T> {
    const turn = turns.getStore()
    return super.runLocked(row, (tx, revision) => {
      // A transaction that lost a deadlock comes again with a later turn.
      if (turn) turn.revision = revision
      return work(tx, revision)
    })
  }
}

/** The door with its lock off: turns are counted, but nobody waits for anybody. */
export class TurnsWithoutLock extends Transactions {
  private last = 0

  constructor(private readonly places: DataSources) {
    super(places)
  }

  override run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.places.dialect === 'mysql' ? super.run(work) : work(new Tx(this.places.writer.manager))
  }

  override runLocked<T>(row: LockedRow, work: (tx: Tx, revision: number) => Promise<T>): Promise<T> {
    const revision = ++this.last
    const turn = turns.getStore()
    if (turn) turn.revision = revision
    return this.run((tx) => {
      tx.noteLock(row)
      return work(tx, revision)
    })
  }
}
