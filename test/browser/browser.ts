import { readFileSync } from 'node:fs'
import { type Browser, type Page, chromium } from 'playwright-core'
import { programOf } from '../services/index.js'

/** Starts the system's Chromium with a profile of its own and nothing that calls home. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: programOf('chromium'),
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  })
}

/** What a page did besides showing itself: every entry is a fault. */
export class PageWatch {
  readonly faults: string[] = []

  constructor(page: Page, origin: string) {
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${origin}/`) && !url.startsWith('data:') && !url.startsWith('blob:')) this.faults.push(`request to ${url}`)
    })
    page.on('console', (message) => {
      // The browser notes every refusal that a page is the answer to; whether it had to be one is for the test to say.
      if (/^Failed to load resource: .*status of 4\d\d/.test(message.text()) && message.location().url === page.url()) return
      if (message.type() === 'error' || message.type() === 'warning') this.faults.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`))
  }
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[]
}

/**
 * Everything that stands in somebody's way on this page: axe in light and dark, at 1366 and 320 px, and sideways scrolling.
 * Colours are looked at in each scheme, all other rules once for each width. Empty when there is nothing.
 */
export async function obstaclesOn(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.evaluate(AXE)
  for (const width of [1366, 320]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // Stylesheets need no second look from inside the page, and nobody reads what passed.
      const options = { preload: false, resultTypes: ['violations'], runOnly: colorScheme === 'light' ? TAGS : ['color-contrast'] }
      const { violations } = await page.evaluate((given) => (globalThis as unknown as { axe: { run(where: Document, how: object): Promise<AxeResult> } }).axe.run(document, given), options)
      for (const { id, nodes } of violations) found.push(`${page.url()} ${width} ${colorScheme} ${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary.replace(/\s+/g, ' ')})`).join('; ')}`)
    }
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1).slice(0, 3)
      return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}: ${wide.map((element) => `${element.tagName}.${element.className}`).join(', ')}` : null
    })
    if (overflow) found.push(`${page.url()} ${width} scrolls sideways, ${overflow}`)
  }
  await page.setViewportSize({ width: 1366, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return found
}
