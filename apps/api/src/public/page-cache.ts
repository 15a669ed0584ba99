import { createHash } from 'node:crypto'
import { Inject, Injectable } from '@nestjs/common'
import { Clock, LOGGER, type Logger, type Moment, Transactions } from '@app/platform'
import { type FinishedPage, type KeptPage, KeptPages } from './kept-pages.js'
import { SharedQuestions } from './shared-questions.js'

/** Some thousand pages. */
const LIMIT_BYTES = 32 * 1024 * 1024

/** How a page is made, and what tells whether it must be made anew. */
export interface PageRecipe {
  /** Asked at every request, before a kept page is used or another one is made. @see ProgrammeRevisions */
  revision(): Promise<string>
  /** @param at the only clock of the page: it knows afterwards until when the words hold */
  make(at: Moment): Promise<string>
}

/**
 * Finished pages of this process. One is given out again only when the database says at this very request that nothing it shows has changed,
 * and when no instant has come that turns its words: so several processes, and a browser with an ETag, see every change at once.
 */
@Injectable()
export class PageCache {
  private readonly pages = new KeptPages(LIMIT_BYTES)
  private readonly questions = new SharedQuestions<string>()
  private readonly making = new Map<string, Promise<KeptPage>>()

  constructor(private readonly clock: Clock, private readonly transactions: Transactions, @Inject(LOGGER) private readonly logger: Logger) {}

  /** @throws what making the page throws; that is not kept */
  async page(key: string, recipe: PageRecipe): Promise<FinishedPage> {
    const revision = await this.questions.ask(key, () => recipe.revision())
    const kept = this.pages.get(key)
    if (kept?.revision === revision && kept.at.holdsAt(this.clock.now())) return kept.page
    const made = await this.shared(key, revision, recipe)
    // It may have been begun before an instant that has come meanwhile.
    return made.at.holdsAt(this.clock.now()) ? made.page : (await this.make(key, revision, recipe)).page
  }

  /** Who asks while the page is being made of the same revision waits for it. */
  private shared(key: string, revision: string, recipe: PageRecipe): Promise<KeptPage> {
    const name = `${key} ${revision}`
    const making = this.making.get(name) ?? this.make(key, revision, recipe).finally(() => this.making.delete(name))
    this.making.set(name, making)
    return making
  }

  private async make(key: string, revision: string, recipe: PageRecipe): Promise<KeptPage> {
    const at = this.clock.moment()
    const { result, unstamped } = await this.transactions.watchReads(() => recipe.make(at))
    const html = Buffer.from(result)
    const made = { page: { html, etag: `"${createHash('sha256').update(html).digest('base64url')}"` }, revision, at }
    const unnoticed = unstamped.filter((table) => table !== COUNTED)
    if (unnoticed.length === 0) this.pages.set(key, made)
    else this.logger.error({ tables: unnoticed }, 'a page is not kept: writes to tables that it shows are not told')
    return made
  }
}

/** Seats are counted from these rows, which change under the lock of their event only. */
const COUNTED = 'participation'
