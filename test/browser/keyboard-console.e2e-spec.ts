import { readFile } from 'node:fs/promises'
import { operations } from '@app/contracts'
import { type SmtpSink, describeWith, startSmtpSink } from '../services/index.js'
import { startEmbedded } from '../support/installation.js'
import { dayAhead, publishEvent } from '../support/staff-event.js'
import { type ConsoleRoom, PASSWORD, openConsole } from './console-room.js'
import { Keyboard, takesFocus } from './keyboard.js'

const TITLE = 'Konferenz ohne Maus'
/** As the browser's own language has it: month, day, year. */
const typed = (day: string) => `${day.slice(5, 7)}${day.slice(8, 10)}${day.slice(0, 4)}`

/** A day's work in the console by keys alone; each test stands on the one before. */
describeWith('chromium', 'staff without a mouse', () => {
  let sink: SmtpSink
  let room: ConsoleRoom
  let keyboard: Keyboard

  beforeAll(async () => {
    sink = await startSmtpSink()
    sink.rules.recipient = (address) => (address.startsWith('falsch') ? { code: 550, text: '5.1.1 User unknown' } : undefined)
    room = await openConsole(() => startEmbedded({ environment: { SMTP_URL: sink.url, MAIL_FROM: 'Dialog <dialog@dialog.example>' } }))
    await publishEvent(room.staff)
    await room.page.context().clearCookies()
    keyboard = await Keyboard.at(room.page)
  }, 120_000)
  afterAll(async () => {
    await room?.close()
    await sink?.stop()
  })

  const page = () => room.page
  const link = (name: string | RegExp) => page().getByRole('link', { name })
  const button = (name: string | RegExp) => page().getByRole('button', { name })
  const field = (name: string) => page().getByLabel(name, { exact: true }).first()
  const dialog = () => page().getByRole('dialog')
  /** A new page says its name first. */
  const arrivesAt = (name: string | RegExp) => takesFocus(page().getByRole('heading', { level: 1, name }))

  it('signs in, after a mistake that the focus goes to', async () => {
    await page().goto(`${room.installation.url}/console`)
    await arrivesAt('Anmelden')
    await keyboard.fill(field('E-Mail-Adresse'), room.staff.session!.account.email)
    await keyboard.fill(field('Passwort'), 'falsch')
    await page().keyboard.press('Enter')
    await takesFocus(page().getByRole('alert'))
    await keyboard.fill(field('Passwort'), PASSWORD)
    await page().keyboard.press('Enter')
    await arrivesAt('Zweiter Schritt')
    // The code of this half minute was used when the app was set up.
    await keyboard.fill(field('Code'), room.staff.app!.code(1))
    await page().keyboard.press('Enter')
    await arrivesAt('Veranstaltungen')
  }, 60_000)

  it('passes over the sidebar', async () => {
    await keyboard.enter(link('Zum Inhalt'), 'Shift+Tab')
    await keyboard.press('Tab')
    expect(await page().getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true)
  }, 60_000)

  it('creates an event, led through what is missing', async () => {
    await keyboard.enter(link('Veranstaltung anlegen'))
    await arrivesAt('Veranstaltung anlegen')
    await keyboard.enter(button('Entwurf anlegen'))
    const summary = page().getByRole('region', { name: /Angaben stimmen noch nicht/ })
    await takesFocus(summary)
    await keyboard.enter(summary.getByRole('link'))
    const format = page().getByRole('radio', { name: /^Konferenz/ })
    while (!(await format.isChecked())) await keyboard.press('ArrowDown')
    await keyboard.fill(field('Titel'), TITLE)
    await keyboard.to(field('Datum'))
    await page().keyboard.type(typed(dayAhead(80)))
    await keyboard.to(field('Beginn'))
    await page().keyboard.type('0930AM')
    await keyboard.to(field('Ende'))
    await page().keyboard.type('0400PM')
    await keyboard.fill(field('Ort'), 'Mainz')
    await keyboard.fill(field('Plätze'), '10')
    await keyboard.choose(field('Organisation'), 'Landesbüro')
    await keyboard.enter(button('Entwurf anlegen'))
    await arrivesAt(TITLE)
  }, 120_000)

  it('publishes: the dialog keeps the focus, gives it back on Escape, and afterwards the page has it', async () => {
    const publish = button('Veröffentlichen').first()
    await keyboard.enter(publish)
    await dialog().waitFor()
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await keyboard.press(key)
      expect(await dialog().evaluate((element) => document.activeElement === document.body || element.contains(document.activeElement))).toBe(true)
    }
    await page().keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await takesFocus(publish)
    await page().keyboard.press('Enter')
    await keyboard.enter(dialog().getByRole('button', { name: 'Veröffentlichen' }))
    await dialog().waitFor({ state: 'detached' })
    await arrivesAt(TITLE)
  }, 60_000)

  it('moves the event and is told before who will hear of it', async () => {
    const [id] = /[0-9a-f-]{36}/.exec(page().url())!
    for (const [familyName, email] of [['Boateng', 'gut@kiel.example'], ['Haddad', 'falsch@land.example']] as const) await room.staff.call(operations.addParticipant, { params: { id }, body: { familyName, email } })
    await keyboard.enter(link('Bearbeiten'))
    await arrivesAt('Bearbeiten')
    await keyboard.to(field('Datum'))
    await page().keyboard.type(typed(dayAhead(81)))
    await keyboard.enter(button('Änderungen speichern'))
    await keyboard.enter(dialog().getByRole('button', { name: /^Speichern und \d Personen? benachrichtigen$/ }))
    await dialog().waitFor({ state: 'detached' })
    await arrivesAt(TITLE)
    expect((await room.staff.call(operations.readStaffEvent, { params: { id } })).days[0]!.date).toBe(dayAhead(81))
  }, 60_000)

  it('filters, opens a person, goes back and exports', async () => {
    await keyboard.enter(link(/^Personen/))
    await arrivesAt('Personen')
    await keyboard.enter(button('Land'))
    await keyboard.press('Tab')
    await page().keyboard.press('Escape')
    await takesFocus(button('Land'))
    await keyboard.enter(page().getByRole('table').getByRole('link', { name: /Boateng/ }))
    await takesFocus(page().getByRole('heading', { level: 2, name: /Boateng/ }))
    await keyboard.enter(button(/schließen/i))
    await takesFocus(page().getByRole('table').getByRole('link', { name: /Boateng/ }))
    await keyboard.to(link('Diese 2 als CSV'), 'Shift+Tab')
    const [download] = await Promise.all([page().waitForEvent('download'), page().keyboard.press('Enter')])
    expect(await readFile(await download.path(), 'utf8')).toContain('Boateng')
  }, 60_000)

  it('sends a mail again', async () => {
    await keyboard.enter(link('E-Mails'), 'Shift+Tab')
    await arrivesAt('E-Mails')
    sink.rules.recipient = () => undefined
    await keyboard.enter(button(/^Noch einmal senden: .*Haddad/))
    await arrivesAt('E-Mails')
    await sink.waitForMail(({ to }) => to[0] === 'falsch@land.example')
  }, 60_000)

  it('signs out', async () => {
    await keyboard.enter(button('Aus der Konsole abmelden'))
    await arrivesAt('Anmelden')
  }, 60_000)

  it('saw at every stop where the focus was, and needed no pointer', () => {
    expect(keyboard.faults).toEqual([])
    expect(room.watch.faults.filter((fault) => !/status of 4(01|22)/.test(fault))).toEqual([])
  })
})
