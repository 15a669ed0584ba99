import type { Browser, Page } from 'playwright-core'
import { type EventDetail, addresses, operations } from '@app/contracts'
import { type Requirement, describeWith } from '../services/index.js'
import { type Installation, startEmbedded, startProduction } from '../support/installation.js'
import { publishEvent } from '../support/staff-event.js'
import { Staff } from '../support/staff.js'
import { follow, openBrowser } from './browser.js'

const installations: [string, Requirement[], () => Promise<Installation>][] = [
  ['embedded', ['chromium'], () => startEmbedded()],
  ['production', ['chromium', 'mariadb', 'redis'], () => startProduction()],
]

for (const [name, needs, start] of installations) {
  describeWith(needs, `a participant without JavaScript, ${name}`, () => {
    let installation: Installation
    let browser: Browser
    let page: Page
    let staff: Staff
    let event: EventDetail
    let personal: string

    beforeAll(async () => {
      ;[installation, browser] = await Promise.all([start(), openBrowser()])
      staff = await Staff.byLink(installation)
      event = await publishEvent(staff, { title: 'Werkstatt ohne Skript' })
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'de-DE' })
      page = await context.newPage()
      page.setDefaultTimeout(10_000)
    }, 90_000)
    afterAll(async () => {
      await browser?.close()
      await installation?.kill()
    })

    const heading = () => page.getByRole('heading', { level: 1 }).innerText()
    const press = (name: string) => follow(page.getByRole('button', { name }))

    it('finds the event and fills in the form by its labels', async () => {
      await page.goto(installation.url)
      await follow(page.getByRole('link', { name: 'Werkstatt ohne Skript' }).first())
      await follow(page.getByRole('link', { name: 'Jetzt anmelden' }))
      expect(page.url()).toBe(installation.url + addresses.registration('de', event.slug))
      await page.getByLabel('Nachname').fill('Öztürk')
      await page.getByLabel('E-Mail-Adresse').fill('ohne-ende@stadt')
      await press('Verbindlich anmelden')
    })

    it('reads what is wrong, with a link that leads to the field, and nothing is lost', async () => {
      expect(await page.title()).toMatch(/^Fehler: /)
      await page.getByRole('alert').getByRole('link').click()
      await page.waitForURL(/#f-email$/)
      expect(await page.getByLabel('Nachname').inputValue()).toBe('Öztürk')
      expect(await page.getByLabel('E-Mail-Adresse').getAttribute('aria-invalid')).toBe('true')
      await page.getByLabel('E-Mail-Adresse').fill('oeztuerk@stadt.example')
      await page.getByLabel('Vorname').fill('Şükran')
      await page.getByLabel('Organisation', { exact: false }).first().fill('Stadt Worms')
      await page.getByLabel('Land der Organisation').selectOption('DE-RP')
      await page.getByRole('checkbox').first().check()
      await press('Verbindlich anmelden')
      expect(await heading()).toBe('Bitte sehen Sie in Ihr Postfach')
      await page.reload()
      expect(await heading()).toBe('Bitte sehen Sie in Ihr Postfach')
    })

    it('confirms by the link in the letter and sees the place', async () => {
      const letter = await installation.mails.waitFor('oeztuerk@stadt.example', /^Bitte bestätigen/)
      await page.goto(/http\S+\/t\/\S+\/bestaetigen/.exec(letter.text)![0])
      expect(await page.getByRole('main').innerText()).toContain('Şükran Öztürk')
      await press('Anmeldung bestätigen')
      expect(await heading()).toBe('Ihr Platz ist bestätigt.')
      personal = page.url()
      expect((await installation.mails.waitFor('oeztuerk@stadt.example', /^Platz bestätigt/)).calendar).toMatchObject({ method: 'REQUEST', sequence: 0 })
    })

    it('changes data on the personal page', async () => {
      await page.getByLabel('Telefon').fill('+49 6241 1')
      await press('Angaben speichern')
      expect(await page.getByRole('main').innerText()).toContain('Ihre Angaben sind gespeichert.')
      expect(await page.getByLabel('Telefon').inputValue()).toBe('+49 6241 1')
    })

    it('takes a consent back and still sees what it said', async () => {
      const revoke = page.getByRole('button', { name: 'Einwilligung widerrufen' })
      expect(await revoke.count()).toBe(1)
      await follow(revoke)
      expect(page.url()).toBe(personal)
      expect(await page.getByRole('main').innerText()).toMatch(/Fotos[^]*Widerrufen am \d/)
      expect(await revoke.count()).toBe(0)
    })

    it('fetches the calendar entry', async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Kalendereintrag herunterladen' }).click()])
      expect(download.suggestedFilename()).toBe('termin.ics')
    })

    it('withdraws with two clicks, and the page says so ever after', async () => {
      await follow(page.getByRole('link', { name: 'Teilnahme absagen' }))
      await press('Teilnahme absagen')
      expect(await heading()).toBe('Sie haben abgesagt.')
      await installation.mails.waitFor('oeztuerk@stadt.example', /^Abgesagt/)
      await page.goto(personal)
      expect(await heading()).toBe('Sie haben Ihre Teilnahme abgesagt.')
      expect((await staff.call(operations.readStaffEvent, { params: { id: event.id } })).counts).toMatchObject({ withdrawn: 1, confirmed: 0 })
      expect(await page.context().cookies()).toEqual([])
    })
  })
}
