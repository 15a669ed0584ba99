import type { Page } from 'playwright-core'
import { type EventDetail, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded } from '../support/installation.js'
import { publishEvent } from '../support/staff-event.js'
import type { Staff } from '../support/staff.js'
import { type PageWatch, obstaclesOn } from './browser.js'
import { type ConsoleRoom, openConsole } from './console-room.js'

/** Told in order: each test stands on the one before. */
describeWith('chromium', 'the question before people are told', () => {
  let room: ConsoleRoom
  let installation: Installation
  let page: Page
  let watch: PageWatch
  let staff: Staff
  let event: EventDetail
  const home = () => `${installation.url}/console/veranstaltungen/${event.id}`
  const dialog = () => page.getByRole('dialog')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const add = (familyName: string, email: string | null) => staff.call(operations.addParticipant, { params: { id: event.id }, body: { familyName, email } })
  const openForm = async () => {
    await page.goto(`${home()}/bearbeiten`, { waitUntil: 'networkidle' })
    await page.getByRole('heading', { level: 1, name: 'Bearbeiten' }).waitFor()
  }

  beforeAll(async () => {
    room = await openConsole(startEmbedded);
    ({ installation, page, watch, staff } = room)
    event = await publishEvent(staff, { capacity: 3 })
  }, 120_000)
  afterAll(() => room?.close())

  it('promises no mail while there is nobody', async () => {
    await openForm()
    await page.getByLabel('Titel', { exact: true }).first().fill('Werkstatt am Rhein')
    await button('Änderungen speichern').click()
    await dialog().getByText('Niemand hat den Termin im Kalender, also wird keine E-Mail verschickt.').waitFor()
    await button('Speichern, niemand wird benachrichtigt').click()
    await page.getByRole('heading', { level: 1, name: 'Werkstatt am Rhein' }).waitFor()
  })

  it('is not asked for what stands in no calendar', async () => {
    await openForm()
    await page.getByLabel('Untertitel').fill('Für alle')
    await button('Änderungen speichern').click()
    await page.getByRole('heading', { level: 1, name: 'Werkstatt am Rhein' }).waitFor()
  })

  it('names who hears of a change, and those who cannot, with the way to them', async () => {
    await add('Öney', 'oeney@stadt.example')
    await add('Łukasz', 'lukasz@stadt.example')
    await add('Keim', null)
    await add('Sommer', 'sommer@stadt.example')
    await installation.mails.waitFor('sommer@stadt.example', /^Warteliste/)
    await openForm()
    await page.getByLabel('Beginn', { exact: true }).first().fill('11:00')
    await button('Änderungen speichern').click()
    await button('Speichern und 2 Personen benachrichtigen').waitFor()
    expect(await dialog().innerText()).toMatch(/2 Personen erhalten eine Aktualisierung per E-Mail.*Eine weitere Person ist ohne E-Mail-Adresse/s)
    expect(await dialog().getByRole('link').getAttribute('href')).toBe(`/console/veranstaltungen/${event.id}/personen?standing=confirmed`)
    expect(await obstaclesOn(page)).toEqual([])
  }, 180_000)

  it('is asked anew when the number has changed meanwhile, and nothing was saved', async () => {
    await staff.call(operations.updateEvent, { params: { id: event.id }, body: { capacity: 4 } })
    await button('Speichern und 2 Personen benachrichtigen').click()
    await button('Speichern und 3 Personen benachrichtigen').waitFor()
    expect(await dialog().getByRole('alert').innerText()).toMatch(/würden 3 Personen benachrichtigt, angezeigt waren 2\. Es wurde nichts geändert\./)
    expect((await staff.call(operations.readStaffEvent, { params: { id: event.id } })).days[0]!.startsAt).toBe('10:00')
    expect(await obstaclesOn(page)).toEqual([])
    await button('Speichern und 3 Personen benachrichtigen').click()
    await page.getByRole('heading', { level: 1, name: 'Werkstatt am Rhein' }).waitFor()
    expect((await installation.mails.waitFor('oeney@stadt.example', /^Aktualisiert: /)).calendar).toMatchObject({ sequence: 1 })
  }, 180_000)

  it('takes the reason of a cancellation into the letters', async () => {
    await button('Veranstaltung absagen').click()
    await button('Veranstaltung absagen und 3 Personen benachrichtigen').waitFor()
    expect(await obstaclesOn(page)).toEqual([])
    await dialog().getByLabel(/^Begründung/).fill('Die Halle ist gesperrt.')
    await button('Veranstaltung absagen und 3 Personen benachrichtigen').click()
    await dialog().waitFor({ state: 'detached' })
    expect((await installation.mails.waitFor('sommer@stadt.example', /^Abgesagt: /)).text).toContain('Begründung: Die Halle ist gesperrt.')
    expect(watch.faults.filter((fault) => !fault.includes('409'))).toEqual([])
  }, 180_000)
})
