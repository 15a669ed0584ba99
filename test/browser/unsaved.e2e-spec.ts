import type { Page } from 'playwright-core'
import { type EventDetail, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { startEmbedded } from '../support/installation.js'
import { publishEvent } from '../support/staff-event.js'
import type { Staff } from '../support/staff.js'
import { type PageWatch, obstaclesOn } from './browser.js'
import { type ConsoleRoom, openConsole } from './console-room.js'
import { takesFocus } from './keyboard.js'

/** Told in order: each test stands on the one before. */
describeWith('chromium', 'what was typed and not saved', () => {
  let room: ConsoleRoom
  let page: Page
  let watch: PageWatch
  let staff: Staff
  let event: EventDetail
  const home = () => `${room.installation.url}/console/veranstaltungen/${event.id}`
  const dialog = () => page.getByRole('dialog')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  const subtitle = () => page.getByLabel('Untertitel')
  const save = () => button('Änderungen speichern').click()
  const openForm = async () => {
    await page.goto(home(), { waitUntil: 'networkidle' })
    await page.getByRole('link', { name: 'Bearbeiten', exact: true }).first().click()
    await heading('Bearbeiten').waitFor()
  }
  const stored = () => staff.call(operations.readStaffEvent, { params: { id: event.id } })
  const change = (body: object) => staff.call(operations.updateEvent, { params: { id: event.id }, body })

  beforeAll(async () => {
    room = await openConsole(startEmbedded);
    ({ page, watch, staff } = room)
    event = await publishEvent(staff, { capacity: 1 })
  }, 120_000)
  afterAll(() => room?.close())

  it('is asked about by links, by the button to cancel and by the browser’s back; Escape stays', async () => {
    await openForm()
    await subtitle().fill('Für alle')
    const ways = [
      () => page.getByRole('link', { name: 'Organisationen' }).click(), () => button('Abbrechen').click(), () => page.evaluate(() => globalThis.history.back()),
    ]
    for (const go of ways) {
      await go()
      await dialog().waitFor()
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'detached' })
      expect(await subtitle().inputValue()).toBe('Für alle')
      expect(page.url()).toBe(`${home()}/bearbeiten`)
    }
    await page.getByRole('link', { name: 'Organisationen' }).click()
    await takesFocus(dialog().getByRole('button', { name: 'Weiter bearbeiten' }))
    expect(await obstaclesOn(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await takesFocus(page.getByRole('link', { name: 'Organisationen' }))
  }, 180_000)

  it('is lost only by choice, and back then leads where it should', async () => {
    await page.evaluate(() => globalThis.history.back())
    await button('Eingaben verwerfen').click()
    await heading(event.title).waitFor()
    expect(page.url()).toBe(home())
    await openForm()
    await subtitle().fill('Für alle')
    await page.getByRole('link', { name: 'Organisationen' }).click()
    await button('Eingaben verwerfen').click()
    await heading('Organisationen').waitFor()
    expect((await stored()).subtitle).toBeNull()
  }, 180_000)

  it('is not asked about once it is saved', async () => {
    await openForm()
    await subtitle().fill('Für alle')
    await save()
    await heading(event.title).waitFor()
    expect(await dialog().count()).toBe(0)
    expect((await stored()).subtitle).toBe('Für alle')
  }, 180_000)

  it('does not overwrite what somebody else has meanwhile changed without showing both', async () => {
    await openForm()
    await subtitle().fill('Meine Fassung')
    await page.getByLabel('Beschreibung').first().fill('Wir laden ein.')
    await change({ subtitle: 'Fassung der Kollegin', capacity: 2 })
    await save()
    await dialog().getByRole('heading', { name: 'Inzwischen hat jemand „Untertitel“ geändert' }).waitFor()
    expect(await dialog().innerText()).toMatch(/Fassung der Kollegin[^]*Meine Fassung/)
    expect(await stored()).toMatchObject({ subtitle: 'Fassung der Kollegin', description: null })
    await button('Auswahl speichern').click()
    await dialog().getByRole('alert').waitFor()
    expect(await obstaclesOn(page)).toEqual([])
    await dialog().getByRole('radio', { name: /^Jetzt gespeichert/ }).check()
    await button('Auswahl speichern').click()
    await heading(event.title).waitFor()
    expect(await stored()).toMatchObject({ subtitle: 'Fassung der Kollegin', description: 'Wir laden ein.', capacity: 2 })
  }, 180_000)

  it('says who moves up with more places before they are there', async () => {
    for (const familyName of ['Öney', 'Łukasz', 'Nguyễn', 'Şahin']) await staff.call(operations.addParticipant, { params: { id: event.id }, body: { familyName, email: null } })
    await openForm()
    await page.getByLabel('Plätze', { exact: true }).fill('5')
    await save()
    await dialog().getByText('2 von der Warteliste rücken nach und erhalten eine E-Mail.').waitFor()
    expect((await stored()).waiting).toBe(2)
    await button('Speichern, 2 Personen rücken nach').click()
    await heading(event.title).waitFor()
    expect(await stored()).toMatchObject({ waiting: 0, taken: 4 })
    expect(watch.faults).toEqual([])
  }, 180_000)
})
