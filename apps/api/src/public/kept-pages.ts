import type { Moment } from '@app/platform'

/** A page as it is sent. */
export interface FinishedPage {
  readonly html: Buffer
  /** Strong (RFC 9110 §8.8.3): the same tag is the same bytes. */
  readonly etag: string
}

/** A finished page, and what it was made of. */
export interface KeptPage {
  readonly page: FinishedPage
  readonly revision: string
  readonly at: Moment
}

/** What a page costs beside its bytes, roughly. */
const OVERHEAD = 1_000

/** Pages in memory, within a limit of bytes; those not asked for longest go first. */
export class KeptPages {
  private readonly pages = new Map<string, KeptPage>()
  private used = 0

  constructor(private readonly limit: number) {}

  /** Bytes in use. */
  get bytes(): number {
    return this.used
  }

  get(key: string): KeptPage | undefined {
    const kept = this.pages.get(key)
    if (kept === undefined) return undefined
    // The order of a map is that of insertion: what is asked for goes to the end.
    this.pages.delete(key)
    this.pages.set(key, kept)
    return kept
  }

  set(key: string, kept: KeptPage): void {
    this.drop(key)
    this.pages.set(key, kept)
    this.used += sizeOf(key, kept)
    for (const oldest of this.pages.keys()) {
      if (this.used <= this.limit) return
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    const kept = this.pages.get(key)
    if (kept === undefined) return
    this.pages.delete(key)
    this.used -= sizeOf(key, kept)
  }
}

function sizeOf(key: string, { page }: KeptPage): number {
  return page.html.byteLength + key.length * 2 + OVERHEAD
}
