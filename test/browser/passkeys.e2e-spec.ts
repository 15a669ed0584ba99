import type { CDPSession, Page } from 'playwright-core'
import { operations } from '@app/contracts'
import { describeWith, freePort } from '../services/index.js'
import { startEmbedded } from '../support/installation.js'
import { PageWatch, obstaclesOn } from './browser.js'
import { type ConsoleRoom, consolePage, openConsole } from './console-room.js'

const EMAIL = 'aylin@stadt.example'

/** Passkeys with the browser's own virtual device; in order: each test stands on the one before. */
describeWith('chromium', 'passkeys in the console', () => {
  let room: ConsoleRoom
  let page: Page
  let watch: PageWatch
  let devices: CDPSession
  let device: string
  const found: string[] = []

  beforeAll(async () => {
    // Passkeys belong to a name: browsers refuse them at 127.0.0.1.
    const PORT = String(await freePort())
    room = await openConsole(() => startEmbedded({ environment: { PORT, PUBLIC_URL: `http://localhost:${PORT}` } }))
    page = await consolePage(room.page.context().browser()!)
    watch = new PageWatch(page, room.installation.url)
    devices = await page.context().newCDPSession(page)
    await devices.send('WebAuthn.enable')
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const
    ;({ authenticatorId: device } = await devices.send('WebAuthn.addVirtualAuthenticator', { options }))
  }, 120_000)
  afterAll(() => room?.close())

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const look = async () => void found.push(...(await obstaclesOn(page)))
  const leave = async () => {
    await page.getByRole('button', { name: 'Aus der Konsole abmelden' }).click()
    await heading('Anmelden')
  }

  it('are both factors for whoever has to set one up', async () => {
    await room.staff.call(operations.inviteAccount, { body: { email: EMAIL, name: 'Aylin Öztürk', role: { role: 'participants' } } })
    const letter = await room.installation.mails.waitFor(EMAIL, /^Einladung/)
    await page.goto(/http\S+\/anmelden\/\S+/.exec(letter.text)![0])
    await page.getByRole('button', { name: /^Anmelden als/ }).click()
    await page.getByLabel('Neues Passwort').fill('noch ein langes Passwort')
    await page.getByRole('button', { name: 'Passwort speichern' }).click()
    await heading('Zweiten Faktor einrichten')
    await page.getByLabel('Name des Passkeys').fill('Dienstlaptop')
    await look()
    await page.getByRole('button', { name: 'Passkey anlegen' }).click()
    await page.getByRole('button', { name: 'Ich habe die Codes aufgehoben' }).click()
    await heading('Veranstaltungen')
  }, 90_000)

  it('sign in alone', async () => {
    await leave()
    await look()
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    await heading('Veranstaltungen')
    await page.getByRole('link', { name: 'Mein Zugang: Aylin Öztürk' }).click()
    await heading('Mein Zugang')
    await page.getByText('Dienstlaptop', { exact: true }).waitFor()
    await look()
  }, 60_000)

  it('are refused when the device has not checked who holds it, in a sentence', async () => {
    await leave()
    await devices.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified: false })
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    await page.getByText(/Das Gerät hat keinen Passkey vorgelegt/).waitFor()
    await look()
    await devices.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified: true })
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    await heading('Mein Zugang')
  }, 60_000)

  it('are removed by name, and then sign nobody in', async () => {
    await page.getByRole('button', { name: 'Passkey entfernen: Dienstlaptop' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await look()
    await dialog.getByRole('button', { name: 'Entfernen' }).click()
    await heading('Zweiten Faktor einrichten')
    await page.getByRole('button', { name: 'Abbrechen und abmelden' }).click()
    await heading('Anmelden')
    await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click()
    await page.getByText('Mit diesem Passkey kann sich hier niemand anmelden.').waitFor()
  }, 60_000)

  it('keep nobody out of these screens, and break no rule of its own policy', () => {
    expect(found).toEqual([])
    expect(watch.faults.filter((fault) => !/status of 401/.test(fault))).toEqual([])
  })
})
