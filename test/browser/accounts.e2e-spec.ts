import type { Page } from 'playwright-core'
import { describeWith } from '../services/index.js'
import { startEmbedded } from '../support/installation.js'
import { publishEvent } from '../support/staff-event.js'
import { obstaclesOn } from './browser.js'
import { type ConsoleRoom, hush, openConsole, openScreen } from './console-room.js'
import { setUpAppOn } from './second-factor.js'

/** How access is given and taken in the console, and what somebody with one small role sees; in order: each test stands on the one before. */
describeWith('chromium', 'access in the console', () => {
  let room: ConsoleRoom
  let page: Page
  let guest: Page
  let eventId: string
  const found: string[] = []

  /** A browser of somebody else, without cookies. */
  const open = async (locale = 'de-DE'): Promise<Page> => {
    const opened = await (await page.context().browser()!.newContext({ locale, reducedMotion: 'reduce', viewport: { width: 1366, height: 900 } })).newPage()
    opened.setDefaultTimeout(15_000)
    return opened
  }

  beforeAll(async () => {
    room = await openConsole(startEmbedded)
    ;({ page } = room)
    eventId = (await publishEvent(room.staff, { title: 'Dialog in Mainz', regions: ['DE-RP'] })).id
    await publishEvent(room.staff, { title: 'Dialog in Kassel', regions: ['DE-HE'] })
  }, 120_000)
  afterAll(() => room?.close())

  const heading = (on: Page, name: string | RegExp) => on.getByRole('heading', { level: 1, name })
  const show = (on: Page, path: string) => openScreen(on, `${room.installation.url}/console${path}`)
  const look = async (on: Page) => void found.push(...(await obstaclesOn(on)))

  it('shows whoever is alone what to do, and says at the fields what is missing', async () => {
    await show(page, '')
    await page.getByRole('link', { name: 'Zugänge' }).click()
    await heading(page, 'Zugänge').waitFor()
    await page.getByText('Noch niemand außer Ihnen').waitFor()
    await look(page)
    await page.getByRole('link', { name: 'Kollegin oder Kollegen einladen' }).first().click()
    await heading(page, 'Kollegin oder Kollegen einladen').waitFor()
    await page.getByRole('button', { name: 'Einladung senden' }).click()
    await page.getByText('Die E-Mail-Adresse fehlt noch.').or(page.getByText(/Angaben stimmen noch nicht/)).first().waitFor()
    await look(page)
  }, 90_000)

  it('invites by mail for one event, and the link leads in', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Aylin Öztürk')
    await page.getByLabel('E-Mail-Adresse').fill('aylin@stadt.example')
    await page.getByLabel('Rolle', { exact: true }).selectOption({ label: 'Teilnehmende' })
    await page.getByText(/^Darf: .*Teilnehmende mit ihren Angaben sehen/).waitFor()
    await page.getByLabel('Gilt für').selectOption({ label: '„Dialog in Mainz“' })
    await page.getByRole('button', { name: 'Einladung senden' }).click()
    await heading(page, 'Aylin Öztürk').waitFor()
    await hush(page)
    await look(page)
    const letter = await room.installation.mails.waitFor('aylin@stadt.example', /^Einladung/)
    guest = await open()
    await guest.goto(/http\S+\/anmelden\/\S+/.exec(letter.text)![0])
    await guest.getByRole('button', { name: /^Anmelden als/ }).click()
    await guest.getByLabel('Neues Passwort').fill('noch ein langes Passwort')
    await guest.getByRole('button', { name: 'Passwort speichern' }).click()
    await setUpAppOn(guest)
    await heading(guest, 'Veranstaltungen').waitFor()
  }, 90_000)

  it('offers only what the role allows', async () => {
    await show(guest, '')
    const main = guest.getByRole('main')
    expect(await main.innerText()).toContain('Dialog in Mainz')
    expect(await main.innerText()).not.toContain('Dialog in Kassel')
    expect(await guest.getByRole('navigation', { name: 'Programm' }).getByRole('link').allInnerTexts()).toEqual(['Veranstaltungen', 'Reihen'])
    expect(await guest.getByRole('link', { name: 'Veranstaltung anlegen' }).count()).toBe(0)
    await look(guest)
    await show(guest, `/veranstaltungen/${eventId}`)
    await guest.getByRole('link', { name: 'Personen ansehen' }).waitFor()
    expect(await guest.getByRole('link', { name: /bearbeiten|Bearbeiten/ }).count()).toBe(0)
    expect(await guest.getByRole('button', { name: /absagen|schließen/ }).count()).toBe(0)
    await look(guest)
    await show(guest, `/veranstaltungen/${eventId}/bearbeiten`)
    await heading(guest, 'Nicht für Ihre Rollen').waitFor()
    await look(guest)
  }, 90_000)

  it('gives another role, which counts at once, and takes the first one with a reason', async () => {
    await page.getByLabel('Rolle', { exact: true }).selectOption({ label: 'Lesen' })
    await page.getByLabel('Land', { exact: true }).selectOption({ label: 'Hessen' })
    await page.getByLabel('Begründung').fill('Vertretung in Kassel')
    await page.getByRole('button', { name: 'Rolle geben' }).click()
    await page.getByText('ganzes Programm, nur Hessen').waitFor()
    await hush(page)
    await show(guest, '')
    expect(await guest.getByRole('main').innerText()).toContain('Dialog in Kassel')
    await page.getByRole('button', { name: /^Rolle Teilnehmende entziehen/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await look(page)
    await dialog.getByRole('button', { name: 'Entziehen' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('Begründung').fill('Wechsel')
    await dialog.getByRole('button', { name: 'Entziehen' }).click()
    await dialog.waitFor({ state: 'detached' })
    await show(guest, '')
    expect(await guest.getByRole('main').innerText()).not.toContain('Dialog in Mainz')
  }, 90_000)

  it('closes an account, and whoever was in is out', async () => {
    await page.getByRole('button', { name: 'Zugang schließen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Begründung').fill('Ausgeschieden')
    await dialog.getByRole('button', { name: 'Zugang schließen' }).click()
    await dialog.waitFor({ state: 'detached' })
    await show(page, '/zugaenge')
    await page.getByText('geschlossen', { exact: true }).waitFor()
    await look(page)
    await show(guest, '')
    await heading(guest, 'Anmelden').waitFor()
  }, 90_000)

  it('speaks English as well', async () => {
    const english = await open('en-GB')
    await english.context().addCookies(await page.context().cookies())
    await show(english, '/zugaenge/neu')
    await heading(english, 'Invite a colleague').waitFor()
    await look(english)
  }, 60_000)

  it('keeps nobody out of these screens, and breaks no rule of its own policy', () => {
    expect(found).toEqual([])
    expect(room.watch.faults.filter((fault) => !/status of (422|403)/.test(fault))).toEqual([])
  })
})
