import { operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { startEmbedded } from '../support/installation.js'
import { wholeBody } from '../support/whole-body.js'
import { obstaclesOn } from './browser.js'
import { type ConsoleRoom, openConsole } from './console-room.js'

/** Somebody else saves a series or an organisation while its form is open. */
describeWith('chromium', 'forms that two people have open in the console', () => {
  let room: ConsoleRoom

  beforeAll(async () => {
    room = await openConsole(startEmbedded)
  }, 120_000)
  afterAll(() => room?.close())

  const open = async (path: string) => {
    await room.page.goto(`${room.installation.url}/console${path}`)
    await room.page.getByRole('button', { name: 'Änderungen speichern' }).waitFor()
  }
  const save = () => room.page.getByRole('button', { name: 'Änderungen speichern' }).click()
  const dialog = () => room.page.getByRole('dialog', { name: /^Inzwischen hat jemand „Titel“ geändert|^Inzwischen hat jemand „Impressum“ geändert/ })

  it('join what was changed in different places of a series, and ask about the same one', async () => {
    const { page, staff } = room
    const { id } = await staff.call(operations.createSeries, { body: { title: 'Reihe' } })
    const change = (expectedRevision: number, title: string, summary: string | null) => staff.call(operations.updateSeries, { params: { id }, body: wholeBody(operations.updateSeries, { expectedRevision, title, summary }) })
    const read = async () => (await staff.call(operations.listStaffSeries)).items.find((one) => one.id === id)
    await open(`/reihen/${id}`)
    await change(0, 'Titel der anderen', null)
    await page.getByLabel('Kurztext').fill('Mein Kurztext')
    await save()
    await page.getByText('„Titel der anderen“ ist gespeichert.').waitFor()
    expect(await read()).toMatchObject({ title: 'Titel der anderen', summary: 'Mein Kurztext', revision: 2 })
    await open(`/reihen/${id}`)
    await change(2, 'Noch ein anderer', 'Mein Kurztext')
    await page.getByLabel('Titel', { exact: true }).fill('Mein Titel')
    await save()
    await dialog().waitFor()
    expect(await dialog().innerText()).toContain('Noch ein anderer')
    expect(await obstaclesOn(page)).toEqual([])
    expect(await read()).toMatchObject({ title: 'Noch ein anderer', revision: 3 })
    await dialog().getByLabel(/Ihre Eingabe/).check()
    await dialog().getByRole('button', { name: 'Auswahl speichern' }).click()
    await page.getByText('„Mein Titel“ ist gespeichert.').waitFor()
    expect(await read()).toMatchObject({ title: 'Mein Titel', summary: 'Mein Kurztext', revision: 4 })
  }, 120_000)

  it('do the same for the texts of an organisation', async () => {
    const { page, staff } = room
    const host = { imprint: 'Impressum', privacy: 'Datenschutz' }
    const { id } = await staff.call(operations.createOrganisation, { body: { name: 'Stelle', host } })
    await open(`/organisationen/${id}`)
    await staff.call(operations.updateOrganisation, { params: { id }, body: wholeBody(operations.updateOrganisation, { expectedRevision: 0, name: 'Stelle', city: 'Mainz', host: { ...host, imprint: 'Von der anderen' } }) })
    await page.getByLabel('Impressum').fill('Von mir')
    await save()
    await dialog().waitFor()
    await dialog().getByLabel(/Jetzt gespeichert/).check()
    await dialog().getByRole('button', { name: 'Auswahl speichern' }).click()
    await page.getByText('„Stelle“ ist gespeichert.').waitFor()
    expect((await staff.call(operations.listOrganisations, { query: {} })).items.find((one) => one.id === id)).toMatchObject({ city: 'Mainz', host: { imprint: 'Von der anderen' } })
  }, 120_000)
})
