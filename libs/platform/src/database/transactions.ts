import { AsyncLocalStorage } from 'node:async_hooks'
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import { Problem } from '../problem.js'
import type { DataSources } from './data-sources.js'
import { storeFaultOf } from './store-fault.js'
import type { WalSync } from './wal-sync.js'
import { type Change, type Expected, type Table, changeRows, insertRow, insertRows, pickRow, pickRows, raiseRow } from './plain-statements.js'
import { ShownRows } from './shown-rows.js'

/** One open transaction. Everything is written through `db`; what must wait for the commit goes to `afterCommit`. */
export class Tx {
  private readonly afters: (() => void)[] = []
  private readonly gathered = new Map<(tx: Tx, items: never[]) => Promise<void>, unknown[]>()
  /** Hooks that run in this transaction, so that none runs inside itself. */
  readonly runningHooks = new Set<string>()
  private readonly locked = new Set<string>()

  constructor(readonly db: EntityManager) {}

  /**
   * Writes a row of which the caller knows all it needs. `db.insert` would read the row back on SQLite and MySQL wherever a column has
   * a default: one statement more, often while a lock is held.
   */
  insertBlind<E extends object>(entity: Table<E>, row: Partial<E>): Promise<void> {
    return insertRow(this.db, entity, row)
  }

  /** The same for rows of one shape in one statement. */
  insertAllBlind<E extends object>(entity: Table<E>, rows: readonly Partial<E>[]): Promise<void> {
    return insertRows(this.db, entity, rows)
  }

  /** Has `write` called once, at the end of the transaction, with everything that the same `write` was given in it. */
  gather<T>(write: (tx: Tx, items: T[]) => Promise<void>, item: T): void {
    this.gathered.set(write, [...(this.gathered.get(write) ?? []), item])
  }

  async writeGathered(): Promise<void> {
    for (const [write, items] of this.gathered) await write(this, items as never[])
  }

  /**
   * Changes a row if it is as expected (rule 7) and raises its `revision`.
   * @param expected the id and whatever else must hold
   * @returns the new revision, or null when the row is no longer as expected
   */
  raise<E extends object>(entity: Table<E>, expected: Expected<E>, change: Partial<E>): Promise<number | null> {
    return raiseRow(this.db, entity, expected, change)
  }

  /** Changes all rows that are as expected (rule 7). @returns how many they were */
  change<E extends object>(entity: Table<E>, expected: Expected<E>, change: Change<E>): Promise<number> {
    return changeRows(this.db, entity, expected, change)
  }

  /** Some columns of all rows that are as expected. */
  pickAll<E extends object, K extends keyof E & string>(entity: Table<E>, expected: Expected<E>, columns: readonly K[]): Promise<Pick<E, K>[]> {
    return pickRows(this.db, entity, expected, columns)
  }

  /** The same in the order of their ids, with their locks held until the end. SQLite has one writer at a time and no locks of rows. */
  pickLocked<E extends { id: string }, K extends keyof E & string>(entity: Table<E>, expected: Expected<E>, columns: readonly K[]): Promise<Pick<E, K>[]> {
    return pickRows(this.db, entity, expected, columns, this.db.dataSource.options.type === 'better-sqlite3' ? 'ORDER BY id' : 'ORDER BY id FOR UPDATE')
  }

  /** The lock of this row is held until the end. */
  noteLock({ table, id }: LockedRow): void {
    this.locked.add(`${table} ${id}`)
  }

  /** @throws Error when the lock of this row is not held: whoever writes what it guards must take it first. */
  assertLocked({ table, id }: LockedRow): void {
    if (!this.locked.has(`${table} ${id}`)) throw new Error(`This is written under the lock of its ${table} only.`)
  }

  /** Runs after a successful commit, in order; it must not throw and nobody waits for it. */
  afterCommit(action: () => void): void {
    this.afters.push(action)
  }

  committed(): void {
    for (const action of this.afters) action()
  }
}

/** The row that a transaction locks first: its table must have the column `revision`. */
export interface LockedRow {
  table: string
  id: string
}

const ATTEMPTS = 12
const LOCK_ERRORS = new Set([1213, 1205])

/**
 * The one door for writes (rules 2 and 3 of the house).
 *
 * SQLite: TypeORM shares one connection, on which two open transactions would swallow each other's rows, so transactions
 * stand in line. MySQL: they run in parallel, and one that loses a deadlock is repeated *whole*, from its first statement,
 * so `work` must not have effects outside the database (those go to `afterCommit`).
 */
export class Transactions {
  private line: Promise<unknown> = Promise.resolve()
  private readonly open = new AsyncLocalStorage<true>()
  /** The last write failed because the disk of the database is full. */
  isFull = false
  private readonly shown: ShownRows

  constructor(private readonly sources: DataSources) {
    this.shown = new ShownRows(sources)
  }

  /** Reads outside any transaction; sees committed rows only. */
  get read(): EntityManager {
    return this.sources.reader.manager
  }

  /** Some columns of one row, read outside any transaction; null when there is none. Where `read` would cost more than the work that follows. */
  pick<E extends object, K extends keyof E & string>(entity: Table<E>, expected: Expected<E>, columns: readonly K[]): Promise<Pick<E, K> | null> {
    return pickRow(this.read, entity, expected, columns)
  }

  /** The same of all rows that are as expected, in the order of their ids. */
  pickAll<E extends { id: string }, K extends keyof E & string>(entity: Table<E>, expected: Expected<E>, columns: readonly K[]): Promise<Pick<E, K>[]> {
    return pickRows(this.read, entity, expected, columns, 'ORDER BY id')
  }

  get dialect(): DataSources['dialect'] {
    return this.sources.dialect
  }

  /** Runs `work` in a transaction; what it throws rolls everything back. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.open.getStore()) throw new Error('A transaction is already open here: pass its tx on instead of opening another one.')
    return this.sources.dialect === 'sqlite' ? this.once(work) : this.repeated(work)
  }

  /**
   * Runs `work` holding the lock of a row. The first statement raises `revision`, before any SELECT: lock, read, decide, write.
   * `revision` is unique and rises with every lock, so it also numbers arrivals.
   * @throws Problem `not_found` when there is no such row.
   */
  runLocked<T>(row: LockedRow, work: (tx: Tx, revision: number) => Promise<T>): Promise<T> {
    return this.run(async (tx) => work(tx, await lockRow(tx, row)))
  }

  /** Runs work that reads outside any transaction, and names the tables among them of which writes leave no stamp (`ShownRows`). */
  watchReads<T>(work: () => Promise<T>): Promise<{ result: T; unstamped: string[] }> {
    return this.shown.watchReads(work)
  }

  private inLine<T>(work: () => Promise<T>): Promise<T> {
    const result = this.line.then(work, work)
    // SQLite answers at once, so a long line would run in one turn of the event loop and keep everybody else waiting (measured: 17 s
    // for 300 confirmations). One turn between two transactions lets requests and answers through.
    this.line = result.catch(() => undefined).then(() => new Promise((resolve) => setImmediate(resolve)))
    return result
  }

  private async repeated<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work)
      } catch (error) {
        if (attempt === ATTEMPTS || !LOCK_ERRORS.has((error as { errno?: number }).errno ?? 0)) throw error
        await pause(randomInt(1, 5 * attempt * attempt + 2))
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let tx!: Tx
    const body = (manager: EntityManager) => {
      tx = new Tx(manager)
      const whole = async () => {
        const result = await work(tx)
        await tx.writeGathered()
        return result
      }
      return this.open.run(true, () => this.shown.stamped(manager, whole))
    }
    try {
      const result = this.sources.walSync ? await this.onSqlite(body, this.sources.walSync) : await this.sources.writer.transaction(body)
      this.isFull = false
      this.open.exit(() => tx.committed())
      return result
    } catch (error) {
      if (storeFaultOf(error) === 'full') this.isFull = true
      throw error
    }
  }

  /** The next in the line begins while this one still waits for the disk. */
  private async onSqlite<T>(body: (manager: EntityManager) => Promise<T>, walSync: WalSync): Promise<T> {
    walSync.assertSound()
    const result = await this.inLine(() => this.committed(body))
    await walSync.settled()
    return result
  }

  /**
   * TypeORM counts what is open in the one runner it has for SQLite, and is wrong for good once BEGIN, COMMIT or ROLLBACK fails: later
   * transactions are then savepoints of one that nobody commits (measured). SQLite itself knows, and takes a transaction back by itself when
   * the disk is full.
   */
  private async committed<T>(body: (manager: EntityManager) => Promise<T>): Promise<T> {
    const { writer } = this.sources
    const runner = writer.createQueryRunner()
    const connection = (writer.driver as unknown as { databaseConnection: { readonly inTransaction: boolean } }).databaseConnection
    const takeBack = async () => {
      if (connection.inTransaction) await runner.query('ROLLBACK')
    }
    await takeBack()
    await runner.query('BEGIN TRANSACTION')
    try {
      const result = await body(runner.manager)
      await runner.query('COMMIT')
      return result
    } catch (error) {
      // What cannot be taken back now is taken back before the next one begins.
      await takeBack().catch(() => undefined)
      throw error
    }
  }
}

/** Locks one more row inside an open transaction; event rows in ascending order of id (model: lock order). */
export async function lockRow(tx: Tx, { table, id }: LockedRow): Promise<number> {
  const revision = await raiseRow<{ id: string }>(tx.db, table, { id })
  if (revision === null) throw new Problem('not_found')
  tx.noteLock({ table, id })
  return revision
}
