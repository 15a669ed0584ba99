import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Inject, Injectable } from '@nestjs/common'
import type { Language, PublicEvent, PublicSeries } from '@app/contracts'
import { CONFIG, type Config, InstallationEntity, Transactions } from '@app/platform'
import { DIST } from '../http/dist.js'
import type { PageFrame } from './views/index.js'

/** Draws the frame of a page: whose page it is, its address in both languages, the stylesheet. */
@Injectable()
export class PageFrames {
  private stylesheet: string | null = null

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(DIST) private readonly dist: string, private readonly transactions: Transactions) {}

  /** @param address the page's path in a language; null for pages that exist in one language only */
  async of(language: Language, address: ((language: Language) => string) | null, owner?: Pick<PublicEvent | PublicSeries, 'hosts' | 'claims'> & { context?: string | null }): Promise<PageFrame> {
    const demo = await this.transactions.read.existsBy(InstallationEntity, { name: 'demo' })
    return { ...this.plain(language, address), hosts: owner?.hosts ?? [], claims: owner?.claims ?? [], context: owner?.context ?? null, demo }
  }

  /** The frame without asking the database: for pages that say that something went wrong. */
  plain(language: Language, address: ((language: Language) => string) | null): PageFrame {
    this.stylesheet ??= stylesheetOf(this.dist)
    return {
      language,
      path: address?.(language) ?? '',
      alternatePath: address?.(language === 'de' ? 'en' : 'de') ?? null,
      hosts: [],
      context: null,
      claims: [],
      demo: false,
      stylesheet: this.stylesheet,
      publicUrl: this.config.publicUrl,
    }
  }
}

function stylesheetOf(dist: string): string {
  try {
    const manifest = JSON.parse(readFileSync(join(dist, 'public/assets/manifest.json'), 'utf8')) as Record<string, string>
    return manifest['public.css'] ?? '/assets/public.css'
  } catch {
    // Without a build the pages still say what they have to say.
    return '/assets/public.css'
  }
}
