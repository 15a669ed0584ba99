import type { Page } from 'playwright-core'
import { TotpApp } from '../support/totp-app.js'

/** Sets up an app for codes on the page that is open, by the key beside the picture, and keeps the recovery codes. */
export async function setUpAppOn(page: Page): Promise<{ app: TotpApp; codes: string[] }> {
  await page.locator('.qr svg').waitFor()
  const seed = (await page.locator('.seed code').innerText()).replaceAll(' ', '')
  const app = new TotpApp(`otpauth://totp/Dialogwerk?secret=${seed}`)
  await page.getByLabel('Code, den die App jetzt zeigt').fill(app.code())
  await page.getByRole('button', { name: 'App verwenden' }).click()
  await page.getByRole('heading', { name: 'Ihre Wiederherstellungscodes' }).waitFor()
  await page.locator('.codes code').first().waitFor()
  const codes = await page.locator('.codes code').allInnerTexts()
  await page.getByRole('button', { name: 'Ich habe die Codes aufgehoben' }).click()
  return { app, codes }
}
