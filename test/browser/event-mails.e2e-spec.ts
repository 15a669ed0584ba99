import type { Page } from 'playwright-core'
import { operations } from '@app/contracts'
import { type SmtpSink, describeWith, startSmtpSink } from '../services/index.js'
import { startEmbedded } from '../support/installation.js'
import { publishEvent } from '../support/staff-event.js'
import { type PageWatch, obstaclesOn, openView } from './browser.js'
import { type ConsoleRoom, openConsole, openScreen } from './console-room.js'
import { takesFocus } from './keyboard.js'

/** The mails of an event in the console, with a mail server that refuses one and puts off another; each test stands on the one before. */
describeWith('chromium', 'the mails of an event', () => {
  let sink: SmtpSink
  let room: ConsoleRoom
  let page: Page
  let watch: PageWatch
  let eventId: string

  beforeAll(async () => {
    sink = await startSmtpSink()
    sink.rules.recipient = (address) =>
      address.startsWith('falsch') ? { code: 550, text: '5.1.1 Recipient address rejected: User unknown' } : address.startsWith('grau') ? { code: 451, text: 'Greylisted' } : undefined
    room = await openConsole(() => startEmbedded({ environment: { SMTP_URL: sink.url, MAIL_FROM: 'Dialog <dialog@dialog.example>' } }));
    ({ page, watch } = room)
    const { staff } = room
    eventId = (await publishEvent(staff)).id
    await show()
    await page.getByText('Noch keine E-Mail').waitFor()
    expect(await obstaclesOn(page)).toEqual([])
    for (const [givenName, familyName, email] of [['Ama', 'Boateng', 'gut@kiel.example'], ['Rami', 'Haddad', 'falsch@land.example'], ['Ewa', 'Dąbrowska', 'grau@stadt.example']] as const) {
      await staff.call(operations.addParticipant, { params: { id: eventId }, body: { givenName, familyName, email } })
    }
  }, 120_000)
  afterAll(async () => {
    await room?.close()
    await sink?.stop()
  })

  const show = async (query = '') => {
    await openScreen(page, `${room.installation.url}/console/veranstaltungen/${eventId}/e-mails${query}`)
    await page.getByRole('heading', { level: 1, name: 'E-Mails' }).waitFor()
  }
  const rows = () => page.getByRole('table').getByRole('row').allInnerTexts().then((texts) => texts.slice(1).map((text) => text.replace(/\s+/g, ' ').trim()))

  it('show what failed first, with the reason, the words of the server and what helps', async () => {
    await show()
    // The list looks again by itself while mails are on their way.
    for (const word of ['Gescheitert', 'Neuer Versuch folgt', 'Gesendet']) await page.getByRole('table').getByText(word, { exact: true }).waitFor()
    const [failed, delayed, sent, ...more] = await rows()
    expect(more).toEqual([])
    expect(failed).toMatch(/^Rami Haddad Platz bestätigt Gescheitert Der Mailserver hat die E-Mail endgültig abgelehnt \(550\)\. Antwort des Mailservers: „550 5\.1\.1 .*“\. Prüfen Sie die Adresse; stimmt sie, senden Sie noch einmal\. .* Uhr Noch einmal senden$/)
    expect(delayed).toMatch(/^Ewa Dąbrowska Platz bestätigt Neuer Versuch folgt Der Mailserver nimmt die E-Mail noch nicht an \(451\)\. Nächster Versuch .* Uhr\./)
    expect(sent).toMatch(/^Ama Boateng Platz bestätigt Gesendet .* Uhr$/)
  }, 180_000)

  it('keep nobody out, wide or narrow, and stay in their view by the address', async () => {
    const found = await obstaclesOn(page)
    await show('?state=running')
    await page.getByText('Gerade wird nichts gesendet.').waitFor()
    found.push(...(await obstaclesOn(page)))
    // Until the answer is there, the emptiness of this view is not said of the other one.
    let answer = (): void => undefined
    const held = new Promise<void>((resolve) => (answer = resolve))
    await page.route((url) => url.pathname.endsWith('/outbox') && !url.searchParams.has('state'), (route) => held.then(() => route.continue()), { times: 1 })
    await page.getByRole('button', { name: 'Alle anzeigen' }).click()
    await page.locator('main [aria-busy=true]').waitFor()
    answer()
    await page.getByRole('table').waitFor()
    await openView(page, 'Gescheitert 1')
    expect(new URL(page.url()).search).toBe('?state=failed')
    expect(await rows()).toEqual([expect.stringMatching(/^Rami Haddad/)])
    expect(found).toEqual([])
  }, 180_000)

  it('are sent again with one button, which says to whom', async () => {
    sink.rules.recipient = () => undefined
    await page.getByRole('button', { name: 'Noch einmal senden: Platz bestätigt, Rami Haddad' }).click()
    await page.getByText('„Platz bestätigt“ an Rami Haddad wird noch einmal gesendet.').waitFor()
    await takesFocus(page.getByRole('heading', { level: 1, name: 'E-Mails' }))
    await sink.waitForMail(({ to }) => to[0] === 'falsch@land.example')
    await page.getByText('Nichts ist gescheitert.').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('Nothing has failed.').waitFor()
    await page.getByRole('link', { name: /^All \d/ }).click()
    await page.getByRole('link', { name: 'Rami Haddad' }).click()
    await page.getByRole('heading', { level: 2, name: 'Rami Haddad' }).waitFor()
  }, 180_000)

  it('fetch nothing from elsewhere and write no error', () => expect(watch.faults).toEqual([]))
})
