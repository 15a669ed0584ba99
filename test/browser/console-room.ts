import type { Browser, Page } from 'playwright-core'
import { operations } from '@app/contracts'
import type { Installation } from '../support/installation.js'
import { Staff } from '../support/staff.js'
import { PageWatch, openBrowser, settled } from './browser.js'

/** The password of who is signed in. */
export const PASSWORD = 'Ein langes Passwort für Mainz'

/** A console in the browser, with somebody signed in; the same session calls the operations from outside. */
export interface ConsoleRoom {
  readonly installation: Installation
  readonly page: Page
  readonly watch: PageWatch
  readonly staff: Staff
  close(): Promise<void>
}

/** A page as staff have it before them, without cookies. */
export async function consolePage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce', viewport: { width: 1366, height: 900 } })).newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** Opens a screen of the console and waits until it says its name and what it fetches is there. */
export async function openScreen(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(page)
}

/** Puts away the message over the page; it also goes by itself after a while, perhaps just now. */
export async function hush(page: Page): Promise<void> {
  await page.locator('.toast').getByRole('button').evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()))
  await page.locator('.toast').waitFor({ state: 'detached' })
}

/** Starts installation and browser side by side, and signs in by the printed link; the page is not open yet. */
export async function openConsole(start: () => Promise<Installation>): Promise<ConsoleRoom> {
  const [installation, browser] = await Promise.all([start(), openBrowser()])
  const staff = await Staff.byLink(installation)
  await staff.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
  const page = await consolePage(browser)
  await page.context().addCookies([...staff.visitor.cookies].map(([name, value]) => ({ name, value, url: installation.url })))
  return {
    installation, page, staff,
    watch: new PageWatch(page, installation.url),
    async close() {
      await browser.close()
      await installation.kill()
    },
  }
}
