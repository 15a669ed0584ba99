import type { Browser, Page } from 'playwright-core'
import { operations } from '@app/contracts'
import type { Installation } from '../support/installation.js'
import { Staff } from '../support/staff.js'
import { PageWatch, openBrowser } from './browser.js'

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
