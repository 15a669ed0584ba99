import type { Page } from 'playwright-core'
import { operations } from '@app/contracts'
import { describeWith, freePort } from '../services/index.js'
import { CLIENT_ID, CLIENT_SECRET, TestIdentityProvider } from '../support/identity-provider.js'
import { startEmbedded } from '../support/installation.js'
import { PageWatch, obstaclesOn } from './browser.js'
import { type ConsoleRoom, consolePage, openConsole } from './console-room.js'

const EMAIL = 'aylin@stadt.example'
const PASSWORD = 'noch ein langes Passwort'

/** Sign-in by a provider of OpenID Connect; in order: each test stands on the one before. */
describeWith('chromium', 'sign-in by a provider in the console', () => {
  let provider: TestIdentityProvider
  let room: ConsoleRoom
  let page: Page
  let watch: PageWatch
  const found: string[] = []

  beforeAll(async () => {
    const PORT = String(await freePort())
    provider = await TestIdentityProvider.start(`http://127.0.0.1:${PORT}`)
    const environment = { PORT, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: CLIENT_SECRET, OIDC_NAME: 'Hausanmeldung', LOG_LEVEL: 'debug' }
    room = await openConsole(() => startEmbedded({ environment }))
    page = await consolePage(room.page.context().browser()!)
    watch = new PageWatch(page, room.installation.url)
  }, 120_000)
  afterAll(async () => {
    await room?.close()
    await provider?.stop()
  })

  const heading = (name: string | RegExp, on = page) => on.getByRole('heading', { level: 1, name }).waitFor()
  const look = async (on = page) => void found.push(...(await obstaclesOn(on)))
  const press = (name: string | RegExp, on = page) => on.getByRole('button', { name }).click()
  const sayAtProvider = async (subject: string, on = page) => {
    await on.getByLabel('Kennung').fill(subject)
    await press('Weiter', on)
  }
  const leave = async () => {
    await press('Aus der Konsole abmelden')
    await heading('Anmelden')
  }

  it('takes the place of a password when an invitation is taken up', async () => {
    await room.staff.call(operations.inviteAccount, { body: { email: EMAIL, name: 'Aylin Öztürk', role: { role: 'reader' } } })
    const letter = await room.installation.mails.waitFor(EMAIL, /^Einladung/)
    await page.goto(/http\S+\/anmelden\/\S+/.exec(letter.text)![0])
    await press(/^Anmelden als/)
    await heading('Passwort wählen')
    await page.getByRole('button', { name: 'Mit Hausanmeldung verbinden' }).waitFor()
    await look()
    await press('Mit Hausanmeldung verbinden')
    await sayAtProvider('nummer-7')
    await heading('Veranstaltungen')
    expect(new URL(page.url()).pathname).toBe('/console')
  }, 90_000)

  it('signs in by one button, and leads back to where one was', async () => {
    await page.getByRole('link', { name: 'Mein Zugang: Aylin Öztürk' }).click()
    await heading('Mein Zugang')
    await leave()
    await page.getByRole('button', { name: 'Mit Hausanmeldung anmelden' }).waitFor()
    await look()
    // The provider still knows who this is, and asks nothing.
    await press('Mit Hausanmeldung anmelden')
    await heading('Mein Zugang')
    await page.getByText('Verbunden', { exact: true }).waitFor()
    await page.getByText(/diese Sitzung, angemeldet .*, mit Hausanmeldung, zuletzt/).waitFor()
    await look()
  }, 90_000)

  it('says in a sentence when it was called off, or nobody here is meant, in the language of the console', async () => {
    const other = await consolePage(page.context().browser()!)
    await other.goto(`${room.installation.url}/console`)
    await press('Mit Hausanmeldung anmelden', other)
    await press('Abbrechen', other)
    await other.getByText('Die Anmeldung mit Hausanmeldung wurde abgebrochen.').waitFor()
    await look(other)
    expect(new URL(other.url()).search).toBe('')
    await press('English', other)
    await press('Sign in with Hausanmeldung', other)
    await sayAtProvider('jemand anderes', other)
    await other.getByText(/belongs to no account here/).waitFor()
    await look(other)
    for (const fails of [{ status: 503, body: '' }, 'cuts', 'is silent'] as const) {
      provider.fails = fails
      // Said once: the page itself, opened anew, no longer says it.
      await other.reload()
      await heading('Sign in', other)
      expect(await other.getByRole('alert').count()).toBe(0)
      await press('Sign in with Hausanmeldung', other)
      await other.getByText('Hausanmeldung does not answer at the moment').waitFor()
    }
    provider.fails = null
    // One that is gone altogether is not even gone to: the browser would say so in its own words.
    await other.reload()
    await heading('Sign in', other)
    await provider.leave()
    await press('Sign in with Hausanmeldung', other)
    await other.getByText('The sign-in service does not answer at the moment').waitFor()
    expect(new URL(other.url()).origin).toBe(room.installation.url)
    await look(other)
    await provider.return()
    await other.context().close()
  }, 90_000)

  it('is unbound and bound under "Mein Zugang"', async () => {
    await press('Trennen')
    await page.getByRole('dialog').waitFor()
    await look()
    await page.getByRole('dialog').getByRole('button', { name: 'Trennen' }).click()
    await heading('Passwort wählen')
    await page.getByLabel('Neues Passwort').fill(PASSWORD)
    await press('Passwort speichern')
    await heading('Mein Zugang')
    await look()
    await press('Mit Hausanmeldung verbinden')
    // To bind, the provider asks anew, although it knows who this is.
    await sayAtProvider('nummer-7')
    await heading('Mein Zugang')
    await page.getByText('Ihr Zugang ist mit Hausanmeldung verbunden.').waitFor()
  }, 90_000)

  it('is seen and unbound by whoever manages access, and then signs nobody in', async () => {
    const { id } = (await room.staff.call(operations.listAccounts)).items.find(({ email }) => email === EMAIL)!
    await room.page.goto(`${room.installation.url}/console/zugaenge/${id}`)
    await room.page.getByText('verbunden mit Hausanmeldung').waitFor()
    await look(room.page)
    await press('Trennen', room.page)
    const dialog = room.page.getByRole('dialog')
    await dialog.getByLabel('Begründung').fill('Anderer Dienst')
    await dialog.getByRole('button', { name: 'Trennen' }).click()
    await room.page.getByText('Der Zugang von Aylin Öztürk ist getrennt.').waitFor()
    await page.reload()
    await heading('Anmelden')
    await press('Mit Hausanmeldung anmelden')
    await page.getByText(/gehört hier kein Zugang/).waitFor()
  }, 90_000)

  it('says in the log why it led nowhere, and of whom nothing', () => {
    const { output } = room.installation.api
    for (const line of ['"outcome":"denied"', '"outcome":"unknown","fault":"not_bound"']) expect(output).toContain(line)
    expect(output).not.toMatch(/nummer-7|jemand|code=|state=|nonce/)
    expect(output).not.toContain(CLIENT_SECRET)
  })

  it('keeps nobody out of these screens, and breaks no rule of its own policy', () => {
    expect(found).toEqual([])
    expect(watch.faults.filter((fault) => !fault.includes(provider.issuer) && !/status of 401/.test(fault))).toEqual([])
  })
})
