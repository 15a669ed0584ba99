import type { Page } from 'playwright-core'
import { operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { startEmbedded } from '../support/installation.js'
import type { TotpApp } from '../support/totp-app.js'
import { PageWatch, obstaclesOn, settled } from './browser.js'
import { type ConsoleRoom, consolePage, hush, openConsole } from './console-room.js'
import { setUpAppOn } from './second-factor.js'

const EMAIL = 'aylin@stadt.example'
const PASSWORD = 'noch ein langes Passwort'

/** How somebody keeps their own access; in order: each test stands on the one before. */
describeWith('chromium', 'the own access in the console', () => {
  let room: ConsoleRoom
  let page: Page
  let watch: PageWatch
  let app: TotpApp
  let codes: string[]
  const found: string[] = []

  beforeAll(async () => {
    room = await openConsole(startEmbedded)
    page = await consolePage(room.page.context().browser()!)
    watch = new PageWatch(page, room.installation.url)
  }, 120_000)
  afterAll(() => room?.close())

  const heading = (name: string | RegExp, on = page) => on.getByRole('heading', { level: 1, name }).waitFor()
  const look = async (on = page) => void found.push(...(await obstaclesOn(on)))
  const signIn = async (password: string) => {
    await page.goto(`${room.installation.url}/console`)
    await heading('Anmelden')
    await page.getByLabel('E-Mail-Adresse').fill(EMAIL)
    await page.getByLabel('Passwort', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  }

  it('leads whoever may export to a second factor before anything else', async () => {
    const body = { email: EMAIL, name: 'Aylin Öztürk', role: { role: 'participants' as const } }
    await room.staff.call(operations.inviteAccount, { body })
    const letter = await room.installation.mails.waitFor(EMAIL, /^Einladung/)
    await page.goto(/http\S+\/anmelden\/\S+/.exec(letter.text)![0])
    await page.getByRole('button', { name: /^Anmelden als/ }).click()
    await page.getByLabel('Neues Passwort').fill(PASSWORD)
    await page.getByRole('button', { name: 'Passwort speichern' }).click()
    await heading('Zweiten Faktor einrichten')
    await page.locator('.qr svg').waitFor()
    await look()
    await page.getByLabel('Code, den die App jetzt zeigt').fill('000000')
    await page.getByRole('button', { name: 'App verwenden' }).click()
    await page.getByText(/Dieser Code stimmt nicht/).first().waitFor()
    await look()
    ;({ app, codes } = await setUpAppOn(page))
    expect(codes).toHaveLength(10)
    await heading('Veranstaltungen')
  }, 90_000)

  it('asks for the code at the next sign-in, and takes a recovery code instead', async () => {
    await page.getByRole('button', { name: 'Aus der Konsole abmelden' }).click()
    await heading('Anmelden')
    await signIn(PASSWORD)
    await heading('Zweiter Schritt')
    await look()
    await page.getByLabel('Code', { exact: true }).fill(codes[0]!)
    await page.getByRole('button', { name: 'Weiter' }).click()
    await heading('Veranstaltungen')
    await page.getByRole('link', { name: 'Mein Zugang: Aylin Öztürk' }).click()
    await heading('Mein Zugang')
    await page.getByText('Noch 9 Wiederherstellungscodes.').waitFor()
    await page.getByText('Sie sind nur hier angemeldet.').waitFor()
    await look()
  }, 90_000)

  it('changes the password with the present one', async () => {
    await page.getByLabel('Jetziges Passwort').fill('falsch')
    await page.getByLabel('Neues Passwort').fill(`${PASSWORD}, neu`)
    await page.getByRole('button', { name: 'Passwort ändern' }).click()
    await page.getByText(/nicht Ihr jetziges Passwort/).first().waitFor()
    await look()
    await page.getByLabel('Jetziges Passwort').fill(PASSWORD)
    await page.getByRole('button', { name: 'Passwort ändern' }).click()
    await page.getByText('Ihr Passwort ist geändert.').waitFor()
    await hush(page)
  }, 60_000)

  it('asks again who is there before ways of signing in are changed, and then does what was asked for', async () => {
    // As the API answers once the sign-in is longer ago than ten minutes.
    const body = { type: 'about:blank', title: 'Noch einmal ausweisen', status: 403, detail: 'Geben Sie Ihr Passwort an.', code: 'proof_missing' }
    const answerOnce = () => page.route('**/own-access/recovery-codes', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(body) }), { times: 1 })
    const renew = page.getByRole('button', { name: 'Neue Codes erzeugen' })
    const dialog = page.getByRole('dialog', { name: 'Sind Sie es?' })
    await answerOnce()
    await renew.click()
    await dialog.getByRole('button', { name: 'Abbrechen' }).click()
    await page.getByText('Geben Sie Ihr Passwort an.').waitFor()
    await answerOnce()
    await renew.click()
    await dialog.waitFor()
    await look()
    await dialog.getByLabel('Ihr Passwort').fill('falsch')
    await dialog.getByRole('button', { name: 'Weiter' }).click()
    await dialog.getByText(/nicht Ihr jetziges Passwort/).waitFor()
    await look()
    await dialog.getByLabel('Ihr Passwort').fill(`${PASSWORD}, neu`)
    await dialog.getByRole('button', { name: 'Weiter' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'Ihre Wiederherstellungscodes' }).waitFor()
    await page.getByRole('button', { name: 'Ich habe die Codes aufgehoben' }).click()
    // The session that took the place of the former one goes on.
    await page.reload()
    await page.getByText('Noch 10 Wiederherstellungscodes.').waitFor()
  }, 90_000)

  it('asks before the session ends for want of work, and stays when told to', async () => {
    await page.clock.install()
    // Idle counts from the last answer.
    await page.reload({ waitUntil: 'networkidle' })
    await heading('Mein Zugang')
    await settled(page)
    await page.clock.fastForward(20 * 60_000)
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    await page.clock.fastForward(6 * 60_000)
    await page.getByRole('alertdialog', { name: 'Arbeiten Sie noch?' }).waitFor()
    await look()
    await page.getByRole('button', { name: 'Angemeldet bleiben' }).click()
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await page.clock.fastForward(10 * 60_000)
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    await page.clock.resume()
  }, 60_000)

  it('chooses a new password by mail, and every session ends', async () => {
    const other = await consolePage(page.context().browser()!)
    await other.goto(`${room.installation.url}/console`)
    await other.getByRole('button', { name: 'Passwort vergessen?' }).click()
    await heading('Neues Passwort anfordern', other)
    await look(other)
    await other.getByLabel('E-Mail-Adresse').fill(EMAIL)
    await other.getByRole('button', { name: 'Link anfordern' }).click()
    await heading('Sehen Sie in Ihr Postfach', other)
    const letter = await room.installation.mails.waitFor(EMAIL, /^Neues Passwort/)
    await other.goto(/http\S+\/console\/passwort#\S+/.exec(letter.text)![0])
    await heading('Neues Passwort wählen', other)
    await look(other)
    await other.getByLabel('Neues Passwort').fill('kurz')
    await other.getByRole('button', { name: 'Passwort speichern' }).click()
    await other.getByText(/Das Passwort ist zu kurz/).first().waitFor()
    await other.getByLabel('Neues Passwort').fill(`${PASSWORD}, ganz neu`)
    await other.getByRole('button', { name: 'Passwort speichern' }).click()
    await heading('Ihr neues Passwort gilt', other)
    await look(other)
    await page.reload()
    await heading('Anmelden')
    await signIn(`${PASSWORD}, ganz neu`)
    await heading('Zweiter Schritt')
    await page.getByLabel('Code', { exact: true }).fill(app.code(1))
    await page.getByRole('button', { name: 'Weiter' }).click()
    await heading('Veranstaltungen')
  }, 90_000)

  it('keeps nobody out of these screens, and breaks no rule of its own policy', () => {
    expect(found).toEqual([])
    expect(watch.faults.filter((fault) => !/status of (401|403|422)/.test(fault))).toEqual([])
  })
})
