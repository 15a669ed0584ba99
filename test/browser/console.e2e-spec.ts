import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { addresses, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded } from '../support/installation.js'
import { dayAhead } from '../support/staff-event.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'
import { PageWatch, obstaclesOn, openBrowser, pathsLookedAt, settled } from './browser.js'
import { consolePage, openScreen } from './console-room.js'
import { consoleRoutes, unvisited } from './routes.js'

const TITLE = 'Konferenz der Kommunen'

/** The staff's way through the console with the demo, in order: each test stands on the one before. */
describeWith('chromium', 'the console', () => {
  let installation: Installation
  let browser: Browser
  let page: Page
  let watch: PageWatch
  let eventPath: string

  beforeAll(async () => {
    ;[installation, browser] = await Promise.all([startEmbedded({ demo: true }), openBrowser()])
    page = await consolePage(browser)
    watch = new PageWatch(page, installation.url)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await installation?.kill()
  })

  const main = () => page.getByRole('main')
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
  const show = (path: string) => openScreen(page, `${installation.url}/console${path}`)

  it('lets staff in by the printed link', async () => {
    await page.goto(installation.signInLink!)
    await page.getByRole('button', { name: /^Anmelden als/ }).click()
    await heading('Veranstaltungen').waitFor()
    expect(new URL(page.url()).pathname).toBe('/console')
    const [cookie, ...others] = await page.context().cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  it('creates an event with the form: format, day, place, host', async () => {
    await page.getByRole('link', { name: 'Veranstaltung anlegen' }).first().click()
    await heading('Veranstaltung anlegen').waitFor()
    await page.getByRole('radio', { name: /^Konferenz/ }).check()
    await page.getByLabel('Titel', { exact: true }).first().fill(TITLE)
    await page.getByLabel('Datum', { exact: true }).fill(dayAhead(80))
    await page.getByLabel('Beginn', { exact: true }).first().fill('09:30')
    await page.getByLabel('Ende', { exact: true }).first().fill('16:00')
    await page.getByLabel('Ort', { exact: true }).fill('Mainz')
    await page.getByLabel('Plätze', { exact: true }).fill('2')
    const organisation = page.getByLabel('Organisation', { exact: true })
    if ((await organisation.count()) === 0) await page.getByRole('button', { name: 'Weitere Organisation' }).click()
    await organisation.first().selectOption({ label: 'Landesbüro Dialog (Demo)' })
    await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
    await heading(TITLE).waitFor()
    eventPath = new URL(page.url()).pathname.replace('/console', '')
    await main().getByText(/nicht sichtbar/).first().waitFor()
  }, 60_000)

  it('says what publishing means, publishes, and the page is there for everybody', async () => {
    await page.getByRole('button', { name: 'Veröffentlichen' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/wird für alle sichtbar\./).waitFor()
    await dialog.getByRole('button', { name: 'Veröffentlichen' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Öffentliche Seite' }).waitFor()
    const address = await page.getByRole('link', { name: 'Öffentliche Seite' }).getAttribute('href')
    expect((await new Visitor(installation.url).open(address!)).heading).toContain(TITLE)
  })

  it('registers a person by hand, who gets a letter with the calendar entry', async () => {
    await page.getByRole('link', { name: /^Personen/ }).first().click()
    await page.getByRole('link', { name: 'Person eintragen' }).first().click()
    await heading('Person eintragen').waitFor()
    await page.getByLabel('Vorname').fill('Elif')
    await page.getByLabel('Nachname').fill('Şahin')
    await page.getByLabel('E-Mail-Adresse').fill('elif@stadt.example')
    await page.getByLabel('Land', { exact: true }).selectOption('DE-RP')
    await page.getByRole('button', { name: 'Person eintragen' }).click()
    await page.getByRole('heading', { level: 2, name: /Şahin/ }).waitFor()
    expect((await installation.mails.waitFor('elif@stadt.example', /^Platz bestätigt: Konferenz/)).calendar).toMatchObject({ method: 'REQUEST', start: `${dayAhead(80)}T09:30:00` })
    const staff = new Staff(installation.url)
    for (const { name, value } of await page.context().cookies()) staff.visitor.cookies.set(name, value)
    const session = await staff.call(operations.readSession)
    staff.session = session
    const [id] = /[0-9a-f-]{36}/.exec(eventPath)!
    await staff.call(operations.addParticipant, { params: { id }, body: { givenName: 'Łukasz', familyName: 'Żółć', email: null } })
  }, 60_000)

  it('finds people by the letters of a keyboard and keeps the filter in the address', async () => {
    await show(`${eventPath}/personen`)
    expect(await page.getByRole('status').first().innerText()).toMatch(/^2 Personen/)
    await page.getByRole('searchbox').fill('SAHIN')
    await page.getByRole('searchbox').press('Enter')
    await page.getByText('1 Person', { exact: true }).last().waitFor()
    await page.waitForURL(/[?&]q=SAHIN/)
    await page.reload()
    await main().getByRole('table').waitFor()
    await settled(page)
    expect(await page.getByRole('searchbox').inputValue()).toBe('SAHIN')
    expect(await main().getByRole('table').innerText()).not.toContain('Żółć')
  }, 60_000)

  it('exports what is on the screen', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Diese Person als CSV' }).click()])
    expect(download.suggestedFilename()).toMatch(/^anwesenheitsliste-.*\.csv$/)
    const text = await readFile(await download.path(), 'utf8')
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(2)
    expect(text).toContain('Şahin;Elif')
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /XLSX/ }).click()])
    expect(sheet.suggestedFilename()).toMatch(/\.xlsx$/)
  })

  it('keeps nobody out of any of its screens', async () => {
    const staffSeries = await (await page.request.get(`${installation.url}${operations.listStaffSeries.path}`)).json() as { items: { id: string }[] }
    const organisations = await (await page.request.get(`${installation.url}${operations.listOrganisations.path}`)).json() as { items: { id: string; host: { slug: string } | null }[] }
    const events = await (await page.request.get(`${installation.url}${operations.listStaffEvents.path}`)).json() as { items: { id: string; waiting: number; state: string }[] }
    const accounts = await (await page.request.get(`${installation.url}${operations.listAccounts.path}`)).json() as { items: { id: string }[] }
    const busy = events.items.find(({ waiting }) => waiting > 0)!
    const visitor = new Visitor(installation.url)
    const reported = await visitor.send(await visitor.open(addresses.barrier('de', organisations.items.find(({ host }) => host !== null)!.host!.slug)), { barrierText: 'Der Knopf ist ohne Namen.' })
    expect(reported.heading).toBe('Danke für Ihre Meldung')
    const found: string[] = []
    for (const path of [
      '', '/veranstaltungen/neu', eventPath, `${eventPath}/bearbeiten`, `${eventPath}/personen/neu`, `${eventPath}/fragen`, `${eventPath}/unterstuetzung`, `/veranstaltungen/${busy.id}`, `/veranstaltungen/${busy.id}/personen`, `/veranstaltungen/${busy.id}/e-mails`,
      `/veranstaltungen/${events.items.find(({ state }) => state === 'done')!.id}`, `/veranstaltungen/${events.items.find(({ state }) => state === 'planned')!.id}`,
      '/formate', '/formate/konferenz', '/reihen', '/reihen/neu', `/reihen/${staffSeries.items[0]!.id}`, '/zugaenge', '/zugaenge/neu', `/zugaenge/${accounts.items[0]!.id}`,
      '/protokoll', '/datenschutz', '/mein-zugang', '/passwort', '/barrieren', '/organisationen', '/organisationen/neu', `/organisationen/${organisations.items.find(({ host }) => host !== null)!.id}`, '/gibt-es-nicht',
    ]) {
      await show(path)
      found.push(...(await obstaclesOn(page)))
    }
    await show('/barrieren')
    await page.getByRole('button', { name: /^Meldung vom .* schließen$/ }).click()
    await page.getByText(/^geschlossen am /).waitFor()
    found.push(...(await obstaclesOn(page)))
    await show(`/veranstaltungen/${busy.id}/personen`)
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    found.push(...(await obstaclesOn(page)))
    await show(eventPath)
    await page.getByRole('button', { name: 'Veranstaltung absagen' }).click()
    await page.getByRole('dialog').waitFor()
    found.push(...(await obstaclesOn(page)))
    await page.getByRole('dialog').getByRole('button').last().click()
    await show('/veranstaltungen/neu')
    await page.getByRole('button', { name: 'Entwurf anlegen' }).click()
    await page.getByText(/^Fehler|fehlt noch|stimmt nicht/).first().waitFor()
    found.push(...(await obstaclesOn(page)))
    expect(found).toEqual([])
    // Not one screen of the router is left out, and one that is would be named.
    expect(unvisited([...consoleRoutes(), '/console/geheim'], pathsLookedAt(page))).toEqual(['/console/geheim'])
  }, 600_000)

  it('fetches nothing from elsewhere, breaks no rule of its own policy and writes no error', () => {
    expect(watch.faults.filter((fault) => !/status of 422/.test(fault))).toEqual([])
  })

  it('signs out, shows the sign-in screen to everybody, and says nothing of who exists', async () => {
    await show('')
    await page.getByRole('button', { name: 'Abmelden' }).click()
    await heading('Anmelden').waitFor()
    expect(await page.context().cookies()).toEqual([])
    expect(await obstaclesOn(page)).toEqual([])
    await page.getByLabel('E-Mail-Adresse').fill('niemand@dialogwerk.example')
    await page.getByLabel('Passwort').fill('falsch')
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await obstaclesOn(page)).toEqual([])
  }, 180_000)
})
