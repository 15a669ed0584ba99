import { readFileSync } from 'node:fs'
import { type Browser, type Locator, type Page, chromium } from 'playwright-core'
import { programOf } from '../services/index.js'
import { faultsOfFocus } from './focus.js'

/** Starts the system's Chromium with a profile of its own and nothing that calls home. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: programOf('chromium'),
    // Fields for days and times are typed into in the order of the browser's own language.
    env: { ...process.env, LANGUAGE: 'en_US' },
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

/** Clicks on what leads to another page by a request of its own, and waits until that page is there. */
export async function follow(target: Locator): Promise<void> {
  await Promise.all([target.page().waitForEvent('load'), target.click()])
}

/** Waits until nothing on the page is on its way any more: while a list fetches, it shows the rows of before, marked as busy. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

/** Changes to another view of a list, and waits for its rows: the address changes before them. */
export async function openView(page: Page, name: string | RegExp): Promise<void> {
  const view = page.getByRole('navigation', { name: 'Ansichten' }).getByRole('link', { name })
  await view.click()
  await view.and(page.locator('[aria-current=page]')).waitFor()
  await settled(page)
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface AxeResult {
  violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[]
}

/** In the page: under forced colours Chromium paints text in `color`, but names another fill, and axe asks for the fill. */
async function runAxe(options: object): Promise<AxeResult> {
  const page = globalThis as unknown as { axe: { run(where: Document, how: object): Promise<AxeResult> }; getComputedStyle: typeof getComputedStyle }
  const computed = page.getComputedStyle
  if (matchMedia('(forced-colors: active)').matches) {
    page.getComputedStyle = (...given) => {
      const style = computed.call(globalThis, ...given)
      const read = (name: string) => style.getPropertyValue(name === '-webkit-text-fill-color' ? 'color' : name)
      return new Proxy(style, { get: (_, key) => (key === 'getPropertyValue' ? read : Reflect.get(style, key)) })
    }
  }
  try {
    return await page.axe.run(document, options)
  } finally {
    page.getComputedStyle = computed
  }
}

/** A palette of the reader's own has a light and a dark form; each is looked at in one of the widths. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours', colorScheme: null, forcedColors: 'active' },
] as const

const looked = new WeakMap<Page, Set<string>>()

/** The paths at which obstaclesOn has looked in this page so far. */
export function pathsLookedAt(page: Page): ReadonlySet<string> {
  return looked.get(page) ?? new Set()
}

/**
 * Everything that stands in somebody's way on this page: axe in light, dark and forced colours, sideways scrolling, and the way of the focus,
 * at 1366 and 320 px. Colours are looked at in each look, all other rules once for each width. Empty when there is nothing.
 */
export async function obstaclesOn(page: Page): Promise<string[]> {
  const found: string[] = []
  await settled(page)
  looked.set(page, new Set([...pathsLookedAt(page), new URL(page.url()).pathname]))
  await page.evaluate(AXE)
  for (const width of [1366, 320]) {
    await page.setViewportSize({ width, height: 900 })
    for (const { name, colorScheme, forcedColors } of LOOKS) {
      await page.emulateMedia({ colorScheme: colorScheme ?? (width === 320 ? 'light' : 'dark'), forcedColors, reducedMotion: 'reduce' })
      // Stylesheets need no second look from inside the page, and nobody reads what passed.
      const options = { preload: false, resultTypes: ['violations'], runOnly: name === 'light' ? TAGS : ['color-contrast', 'link-in-text-block'] }
      const { violations } = await page.evaluate(runAxe, options)
      for (const { id, nodes } of violations) found.push(`${page.url()} ${width} ${name} ${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary.replace(/\s+/g, ' ')})`).join('; ')}`)
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1).slice(0, 3)
        return scrollWidth > clientWidth ? `${scrollWidth} > ${clientWidth}: ${wide.map((element) => `${element.tagName}.${element.className}`).join(', ')}` : null
      })
      if (overflow) found.push(`${page.url()} ${width} ${name} scrolls sideways, ${overflow}`)
      if (name === (width === 320 ? 'forced colours' : 'light')) found.push(...(await faultsOfFocus(page)).map((fault) => `${fault}, ${width} ${name}`))
    }
  }
  await page.setViewportSize({ width: 1366, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' })
  return found
}
