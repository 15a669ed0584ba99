import { close, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'

/**
 * Brings what was committed to the disk, once for all who wait. SQLite with `synchronous = FULL` does it inside every COMMIT and keeps the
 * whole process waiting for the disk; with NORMAL it leaves the write-ahead log to the system, and this does the same sync outside, one for
 * all commits that came while the last one ran. Nobody is answered before: what was acknowledged survives a loss of power as with FULL.
 */
export class WalSync {
  private file: number | null = null
  private running: Promise<void> = Promise.resolve()
  private next: Promise<void> | null = null
  /** What a sync failed with. */
  fault: Error | null = null

  /** @param path of the write-ahead log, which is there after the first commit */
  constructor(private readonly path: string, private readonly sync: (file: number) => Promise<void> = promisify(fdatasync)) {}

  /** Resolves when everything that was committed before this call is on the disk. @throws what the sync failed with */
  settled(): Promise<void> {
    return (this.next ??= this.afterRunning())
  }

  /**
   * After a sync that failed nobody knows what the disk holds, and the next one may succeed without having written it
   * (https://wiki.postgresql.org/wiki/Fsync_Errors): nothing more is begun until a restart has read the disk again.
   * @throws what the sync failed with
   */
  assertSound(): void {
    if (this.fault) throw this.fault
  }

  async close(): Promise<void> {
    await this.next?.catch(() => undefined)
    await this.running.catch(() => undefined)
    if (this.file !== null) await promisify(close)(this.file)
    this.file = null
  }

  private async afterRunning(): Promise<void> {
    await this.running
    // Whoever comes from now on may have committed too late for this one.
    this.next = null
    this.running = this.once()
    await this.running
  }

  private async once(): Promise<void> {
    try {
      // Windows syncs only what may be written.
      this.file ??= openSync(this.path, 'r+')
      await this.sync(this.file)
    } catch (error) {
      this.fault ??= error as Error
      throw error
    }
  }
}
