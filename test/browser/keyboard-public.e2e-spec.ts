import type { Browser } from 'playwright-core'
import { type EventDetail, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded } from '../support/installation.js'
import { publishEvent } from '../support/staff-event.js'
import { Staff } from '../support/staff.js'
import { PageWatch, openBrowser } from './browser.js'
import { Keyboard, hasFocus, takesFocus } from './keyboard.js'

/** From the start page to the withdrawal by keys alone; each test stands on the one before. */
describeWith('chromium', 'a participant without a mouse', () => {
  let installation: Installation
  let browser: Browser
  let keyboard: Keyboard
  let watch: PageWatch
  let staff: Staff
  let event: EventDetail

  beforeAll(async () => {
    ;[installation, browser] = await Promise.all([startEmbedded(), openBrowser()])
    staff = await Staff.byLink(installation)
    event = await publishEvent(staff, { title: 'Werkstatt ohne Maus' })
    const page = await (await browser.newContext({ locale: 'de-DE' })).newPage()
    page.setDefaultTimeout(15_000)
    watch = new PageWatch(page, installation.url)
    keyboard = await Keyboard.at(page)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await installation?.kill()
  })

  const page = () => keyboard.page
  const link = (name: string) => page().getByRole('link', { name })
  const button = (name: string) => page().getByRole('button', { name })
  const field = (name: string) => page().getByLabel(name, { exact: true })
  const heading = (name: string | RegExp) => page().getByRole('heading', { level: 1, name })

  it('passes over the head of a page by its first stop', async () => {
    await page().goto(installation.url)
    await keyboard.press('Tab')
    expect(await hasFocus(link('Zum Inhalt'))).toBe(true)
    await page().keyboard.press('Enter')
    await keyboard.press('Tab')
    expect(await hasFocus(page().getByRole('main').getByRole('link'))).toBe(true)
  }, 60_000)

  it('finds the event and its form', async () => {
    await keyboard.enter(link('Werkstatt ohne Maus'))
    await heading('Werkstatt ohne Maus').waitFor()
    await keyboard.enter(link('Jetzt anmelden'))
    await heading('Anmeldung').waitFor()
  }, 60_000)

  it('is led from what is wrong to the field', async () => {
    await keyboard.fill(field('Nachname'), 'Öztürk')
    await keyboard.fill(field('E-Mail-Adresse'), 'oeztuerk@stadt')
    await page().keyboard.press('Enter')
    const alert = page().getByRole('alert')
    await takesFocus(alert)
    await keyboard.enter(alert.getByRole('link'))
    await takesFocus(field('E-Mail-Adresse'))
  }, 60_000)

  it('chooses, ticks and sends', async () => {
    await keyboard.fill(field('E-Mail-Adresse'), 'oeztuerk@stadt.example')
    const land = page().getByLabel('Land der Organisation')
    await keyboard.choose(land, 'Rhein')
    expect(await land.inputValue()).toBe('DE-RP')
    const consent = page().getByRole('checkbox')
    await keyboard.to(consent)
    await keyboard.press('Space')
    expect(await consent.first().isChecked()).toBe(true)
    await keyboard.fill(field('Vorname'), 'Şükran', 'Shift+Tab')
    await keyboard.to(button('Verbindlich anmelden'))
    await page().keyboard.press('Space')
    await heading('Bitte sehen Sie in Ihr Postfach').waitFor()
  }, 60_000)

  it('confirms, changes data and withdraws', async () => {
    const letter = await installation.mails.waitFor('oeztuerk@stadt.example', /^Bitte bestätigen/)
    await page().goto(/http\S+\/t\/\S+\/bestaetigen/.exec(letter.text)![0])
    await keyboard.enter(button('Anmeldung bestätigen'))
    await heading('Ihr Platz ist bestätigt.').waitFor()
    await keyboard.fill(page().getByLabel('Telefon'), '+49 6241 1')
    await keyboard.enter(button('Angaben speichern'))
    await page().getByText('Ihre Angaben sind gespeichert.').waitFor()
    await keyboard.enter(link('Teilnahme absagen'))
    await keyboard.enter(button('Teilnahme absagen'))
    await heading('Sie haben abgesagt.').waitFor()
    expect((await staff.call(operations.readStaffEvent, { params: { id: event.id } })).counts).toMatchObject({ withdrawn: 1, confirmed: 0 })
  }, 60_000)

  it('saw at every stop where the focus was, and needed no pointer', () => {
    expect(keyboard.faults).toEqual([])
    expect(watch.faults).toEqual([])
  })

  it('would see a ring that is missing, a stop that is not reached, and a pointer', async () => {
    await page().evaluate(() => {
      const style = new CSSStyleSheet()
      style.replaceSync('a:focus-visible{outline:0!important}')
      document.adoptedStyleSheets = [style]
      document.body.insertAdjacentHTML('afterbegin', '<button tabindex="-1">nie</button>')
    })
    await keyboard.press('Tab')
    expect(keyboard.faults.join()).toMatch(/after Tab: a .* shows no ring/)
    await expect(keyboard.to(button('nie'))).rejects.toThrow(/Tab does not reach .* → /)
    await button('nie').click()
    expect(keyboard.faults.at(-1)).toMatch(/^a pointer was used on <button/)
  }, 60_000)
})
