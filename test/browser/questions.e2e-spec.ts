import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { type EventDetail, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { startEmbedded } from '../support/installation.js'
import { dayAhead, publishEvent } from '../support/staff-event.js'
import { saveQuestions } from '../support/staff-questions.js'
import type { Staff } from '../support/staff.js'
import { type PageWatch, obstaclesOn } from './browser.js'
import { type ConsoleRoom, consolePage, hush, openConsole, openScreen } from './console-room.js'
import { takesFocus } from './keyboard.js'
import { setUpAppOn } from './second-factor.js'

/** Questions, answers and needs as staff work with them; in order: each test stands on the one before. */
describeWith('chromium', 'questions and support in the console', () => {
  let room: ConsoleRoom
  let page: Page
  let watch: PageWatch
  let staff: Staff
  let event: EventDetail
  const base = () => `/veranstaltungen/${event.id}`
  const button = (name: string, on = page) => on.getByRole('button', { name, exact: true })
  const heading = (name: string, on = page) => on.getByRole('heading', { level: 1, name, exact: true })
  const wordings = () => page.locator('.qi summary b').allInnerTexts()
  const asked = () => staff.call(operations.readQuestions, { params: { id: event.id } })
  const show = (path: string, on = page) => openScreen(on, `${room.installation.url}/console${path}`)
  /** Waits for a message over the page and puts it away. */
  const told = async (text: string | RegExp) => {
    await page.locator('.toast').getByText(text).waitFor()
    await hush(page)
  }
  const save = async () => {
    await button('Fragen speichern').click()
    await told('Die Fragen sind gespeichert.')
  }

  beforeAll(async () => {
    room = await openConsole(startEmbedded);
    ({ page, watch, staff } = room)
    event = await publishEvent(staff)
  }, 120_000)
  afterAll(() => room?.close())

  it('say what to do where nothing is asked, and nothing is counted', async () => {
    await show(`${base()}/unterstuetzung`)
    await page.getByRole('heading', { name: 'Hier gibt es noch nichts zu zählen' }).waitFor()
    expect(await obstaclesOn(page)).toEqual([])
    await page.getByRole('link', { name: 'Zu den Fragen' }).click()
    await page.getByRole('heading', { name: 'Noch keine Frage' }).waitFor()
    expect(await page.getByRole('link', { name: 'Öffentliches Formular' }).getAttribute('href')).toBe(`${event.publicPath}/anmeldung`)
  }, 120_000)

  it('are added in place, with a short name after their wording, and a condition on one before', async () => {
    await button('Frage hinzufügen').click()
    await takesFocus(page.locator('#f-questions-0-label'))
    await page.keyboard.type('Führerschein vorhanden?')
    await button('Frage hinzufügen').click()
    await page.getByLabel('Wortlaut').last().fill('Wie reisen Sie an?')
    await page.getByLabel('Art der Antwort').last().selectOption({ label: 'Eine Auswahl' })
    await page.getByLabel('Möglichkeit 1', { exact: true }).fill('Mit der Bahn')
    await button('Frage hinzufügen').click()
    await page.getByLabel(/^Nur stellen, wenn/).last().check()
    await page.getByRole('group', { name: 'eine dieser Antworten gegeben wurde' }).getByText('Mit der Bahn').click()
    expect(await page.getByLabel('Kurzname').first().inputValue()).toBe('fuehrerschein_vorhanden')
    expect(await obstaclesOn(page)).toEqual([])
  }, 120_000)

  it('are put in order by the keyboard, and the focus stays with the question', async () => {
    await button('Führerschein vorhanden? nach unten').focus()
    await page.keyboard.press('Enter')
    await page.getByText('„Führerschein vorhanden?“ steht jetzt an Stelle 2 von 3.').waitFor({ state: 'attached' })
    expect(await wordings()).toEqual(['Wie reisen Sie an?', 'Führerschein vorhanden?', 'Neue Frage'])
    await takesFocus(button('Führerschein vorhanden? nach unten'))
    await page.keyboard.press('Enter')
    await takesFocus(button('Führerschein vorhanden? nach oben'))
    await page.keyboard.press('Enter')
    await page.getByText('„Führerschein vorhanden?“ steht jetzt an Stelle 2 von 3.').waitFor({ state: 'attached' })
    expect(await wordings()).toEqual(['Wie reisen Sie an?', 'Führerschein vorhanden?', 'Neue Frage'])
  })

  it('are refused at the field, and the summary opens the question that was closed', async () => {
    await page.locator('.qi summary').first().click()
    await button('Fragen speichern').click()
    await page.getByRole('heading', { name: '2 Angaben stimmen noch nicht' }).waitFor()
    expect((await asked()).questions).toEqual([])
    await page.getByText('Bitte geben Sie mindestens zwei Möglichkeiten zur Auswahl an.').last().waitFor()
    expect(await page.getByLabel('Wortlaut').last().getAttribute('aria-invalid')).toBe('true')
    expect(await obstaclesOn(page)).toEqual([])
    await page.getByRole('link', { name: /^Frage 3, Wortlaut: / }).click()
    await takesFocus(page.locator('#f-questions-2-label'))
    await page.keyboard.type('Holen wir Sie am Bahnhof ab?')
    await page.getByLabel('Möglichkeit 2', { exact: true }).fill('Mit dem Auto')
  }, 120_000)

  it('are saved whole, with what is offered and what is sealed', async () => {
    await button('Frage hinzufügen').click()
    await page.getByLabel('Wortlaut').last().fill('Was vertragen Sie nicht?')
    await page.getByLabel(/^Besondere Kategorie/).last().check()
    await page.getByText(/nur die Rolle „Unterstützung“ liest sie/).last().waitFor()
    await page.getByLabel('Aufbewahren').last().selectOption({ label: 'bis vier Wochen nach der Veranstaltung' })
    await page.getByRole('checkbox', { name: /^Gebärdensprach/ }).check()
    await page.getByLabel(/^buchen bis/).fill(dayAhead(-5))
    await page.getByRole('checkbox', { name: 'Kinderbetreuung' }).check()
    await page.getByRole('link', { name: 'Übersicht' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Weiter bearbeiten' }).click()
    await save()
    const { questions, needs } = await asked()
    expect(questions.map(({ key, shownIf, special, retention }) => ({ key, shownIf, special, retention }))).toEqual([
      { key: 'wie_reisen_sie_an', shownIf: null, special: false, retention: 'A' }, { key: 'fuehrerschein_vorhanden', shownIf: null, special: false, retention: 'A' },
      { key: 'holen_wir_sie_am_bahnhof_ab', shownIf: { question: 'wie_reisen_sie_an', is: ['Mit der Bahn'] }, special: false, retention: 'A' },
      { key: 'was_vertragen_sie_nicht', shownIf: null, special: true, retention: 'B' },
    ])
    expect(needs).toEqual([{ kind: 'sign_language', bookBy: dayAhead(-5) }, { kind: 'childcare', bookBy: null }])
    await page.getByLabel('Kurzname').last().and(page.locator(':disabled')).waitFor({ state: 'attached' })
  }, 120_000)

  it('are filled in for somebody who calls: as conditions are met, and special ones only with consent', async () => {
    await show(`${base()}/personen/neu`)
    await page.getByLabel('Nachname').fill('Öney')
    const byTrain = page.getByRole('radio', { name: 'Mit der Bahn' })
    await byTrain.waitFor()
    expect(await page.getByLabel('Holen wir Sie am Bahnhof ab?').count()).toBe(0)
    await byTrain.check()
    await page.getByLabel('Holen wir Sie am Bahnhof ab?').fill('Ja, um neun')
    await page.getByLabel('Was vertragen Sie nicht?').fill('Erdnüsse')
    await page.getByRole('checkbox', { name: /^Gebärdensprach/ }).check()
    await button('Person eintragen').click()
    await page.getByRole('link', { name: /Ohne Einwilligung der Person/ }).click()
    await takesFocus(page.locator('#f-specialConsent'))
    expect(await obstaclesOn(page)).toEqual([])
    await page.keyboard.press('Space')
    await button('Person eintragen').click()
    await page.getByRole('heading', { level: 2, name: 'Öney' }).waitFor()
    await told(/^Öney ist eingetragen/)
  }, 120_000)

  it('show the answers of a person, and a lock where the role may not read', async () => {
    const panel = page.getByRole('complementary')
    await panel.getByText('Ja, um neun').waitFor()
    expect(await panel.innerText()).not.toContain('Erdnüsse')
    expect(await panel.getByText('Nur für die Rolle „Unterstützung“ sichtbar').count()).toBe(2)
    expect(await obstaclesOn(page)).toEqual([])
  }, 120_000)

  it('are changed for somebody who calls, with a reason for the log, also on a telephone', async () => {
    const panel = page.getByRole('complementary')
    await button('Antworten ändern').click()
    await panel.getByRole('heading', { name: 'Antworten ändern' }).waitFor()
    expect(await panel.innerText()).not.toMatch(/Was vertragen Sie nicht|Gebärdensprach/)
    await panel.getByLabel('Holen wir Sie am Bahnhof ab?').fill('Ja, um zehn')
    await panel.getByRole('button', { name: 'Änderungen speichern' }).click()
    await panel.getByRole('link', { name: /^Begründung/ }).click()
    await takesFocus(page.locator('#f-reason'))
    const sizes = [{ width: 360, height: 780 }, { width: 1366, height: 900 }]
    for (const size of sizes) {
      await page.setViewportSize(size)
      expect(await obstaclesOn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    }
    await page.keyboard.type('Anruf')
    await panel.getByRole('button', { name: 'Änderungen speichern' }).click()
    await takesFocus(button('Antworten ändern'))
    await told('Die Antworten von Öney sind gespeichert.')
    await panel.getByText('Ja, um zehn').waitFor()
    await page.getByRole('link', { name: 'Protokoll dieser Person' }).click()
    await page.getByText('Antworten geändert').first().waitFor()
    await page.locator('.au-c summary').first().click()
    expect(await page.getByRole('main').innerText()).toMatch(/Ja, um neun → Ja, um zehn|Ja, um neun\s*→\s*Ja, um zehn/)
    expect(await obstaclesOn(page)).toEqual([])
    await page.goBack()
    await panel.getByText('Ja, um zehn').waitFor()
  }, 120_000)

  it('count without names what is needed, say what is overdue, and lock the names', async () => {
    await page.getByRole('link', { name: 'Unterstützung', exact: true }).click()
    await heading('Unterstützung').waitFor()
    const row = page.getByRole('row', { name: /^Gebärdensprach/ })
    await row.waitFor()
    expect((await row.getByRole('cell').allInnerTexts()).slice(0, 3).map((text) => text.trim())).toEqual([expect.stringMatching(/^überfällig seit /), '1', '0'])
    expect(await page.getByRole('table', { name: 'Wie reisen Sie an?' }).getByRole('row', { name: /^Mit der Bahn/ }).getByRole('cell').first().innerText()).toBe('1')
    await page.getByText('Namen sind nur für die Rolle „Unterstützung“ sichtbar.').waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/Öney|Erdnüsse/)
    expect(await obstaclesOn(page)).toEqual([])
  }, 120_000)

  it('keep what was answered, retire it with a word about the answers, and ask it again', async () => {
    await show(`${base()}/fragen`)
    await page.locator('.qi summary').first().click()
    for (const label of ['Wortlaut', 'Art der Antwort', 'Möglichkeit 1']) expect(await page.getByLabel(label, { exact: true }).first().isDisabled()).toBe(true)
    await page.getByText(/Eine Person hat diese Frage beantwortet\. Wortlaut, Art und Auswahl bleiben deshalb/).first().waitFor()
    await button('Möglichkeit hinzufügen').click()
    await takesFocus(page.getByLabel('Möglichkeit 3', { exact: true }))
    await page.keyboard.type('Mit dem Rad')
    expect(await obstaclesOn(page)).toEqual([])
    await save()
    await button('Wie reisen Sie an? entfernen').click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.innerText()).toMatch(/Eine Person hat geantwortet\.[^]*bis sechs Monate nach der Veranstaltung[^]*„Holen wir Sie am Bahnhof ab\?“ wird dann allen gestellt/)
    await dialog.getByRole('button', { name: 'Frage entfernen' }).click()
    await save()
    expect((await asked()).retired.map(({ key, answered }) => [key, answered])).toEqual([['wie_reisen_sie_an', 1]])
    expect(await obstaclesOn(page)).toEqual([])
    await button('„Wie reisen Sie an?“ wieder stellen').click()
    await save()
    expect(await asked()).toMatchObject({ retired: [], questions: [{}, {}, {}, { key: 'wie_reisen_sie_an', options: ['Mit der Bahn', 'Mit dem Auto', 'Mit dem Rad'] }] })
  }, 240_000)

  it('are joined with what somebody else has saved meanwhile, and what both changed is asked', async () => {
    const others = async (label: string, needs: 'diet'[]) => {
      const { questions } = await asked()
      await saveQuestions(staff, event.id, { questions: questions.map(({ answered: _answered, ...question }) => (question.key === 'was_vertragen_sie_nicht' ? { ...question, help: label } : question)), needs: needs.map((kind) => ({ kind })) })
    }
    const needs = async () => (await asked()).needs.map(({ kind }) => kind)
    await others('Auch Gewürze', ['diet'])
    await page.locator('.qi summary').first().click()
    await page.getByLabel('Hinweis').first().fill('Auch mit dem Bus')
    await button('Fragen speichern').click()
    const dialog = page.getByRole('dialog', { name: 'Inzwischen hat jemand „Fragen“ geändert' })
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/Auch Gewürze[^]*Auch mit dem Bus/)
    expect(await obstaclesOn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Weiter bearbeiten' }).click()
    expect(await needs()).toEqual(['diet'])
    await button('Fragen speichern').click()
    await dialog.getByLabel(/Jetzt gespeichert/).check()
    await dialog.getByRole('button', { name: 'Auswahl speichern' }).click()
    await told('Die Fragen sind gespeichert.')
    expect(await asked()).toMatchObject({ questions: [{}, {}, { help: 'Auch Gewürze' }, {}], needs: [{ kind: 'diet' }] })
    // Standing on what was just saved, and joined without a question where nothing was changed by both.
    await others('Auch Gewürze und Öl', ['diet'])
    await page.getByRole('checkbox', { name: 'Anderes' }).check()
    await button('Fragen speichern').click()
    await told('Die Fragen sind gespeichert.')
    expect(await asked()).toMatchObject({ questions: [{}, {}, { help: 'Auch Gewürze und Öl' }, {}], needs: [{ kind: 'diet' }, { kind: 'other' }] })
  }, 240_000)

  it('show a file that somebody handed in as a download', async () => {
    const { questions, needs } = await asked()
    const file = { key: 'vollmacht', kind: 'file' as const, label: 'Vollmacht', help: null, required: false, options: [], shownIf: null, special: false, retention: 'A' as const }
    await saveQuestions(staff, event.id, { questions: [...questions.map(({ answered: _answered, ...question }) => question), file], needs })
    await staff.call(operations.addParticipant, { params: { id: event.id }, body: { familyName: 'Keim', email: 'keim@stadt.example' } })
    const letter = await room.installation.mails.waitFor('keim@stadt.example', /^Platz bestätigt/)
    const guest = await consolePage(page.context().browser()!)
    await guest.goto(/http\S+\/t\/\S+/.exec(letter.text)![0])
    const handIn = async () => {
      await guest.locator('input[type=file]').setInputFiles({ name: 'Vollmacht Keim.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_991)]) })
      await guest.getByRole('button', { name: 'Datei hochladen' }).click()
      await guest.getByRole('link', { name: /Vollmacht Keim\.pdf/ }).waitFor()
    }
    await handIn()
    await show(`${base()}/personen?q=Keim`)
    await page.getByRole('table').getByRole('link', { name: 'Keim' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByText('3 kB').waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('link', { name: 'Vollmacht Keim.pdf' }).click()])
    expect([download.suggestedFilename(), (await readFile(await download.path())).length]).toEqual(['Vollmacht Keim.pdf', 3_000])
    expect(await obstaclesOn(page)).toEqual([])
    // Staff deletes it because the person asks for it.
    await button('Antworten ändern').click()
    await panel.getByLabel('„Vollmacht Keim.pdf“ löschen (Vollmacht)').check()
    await page.setViewportSize({ width: 360, height: 780 })
    expect(await obstaclesOn(page)).toEqual([])
    await page.setViewportSize({ width: 1366, height: 900 })
    await panel.getByLabel('Begründung').fill('Anruf: falsche Datei')
    await panel.getByRole('button', { name: 'Änderungen speichern' }).click()
    await told('Die Antworten von Keim sind gespeichert.')
    await panel.getByText('noch keine Datei').waitFor()
    expect(await panel.getByRole('link', { name: 'Vollmacht Keim.pdf' }).count()).toBe(0)
    await guest.reload()
    await handIn()
    // Whoever can change nothing any more takes it back all the same.
    const { items } = await staff.call(operations.listParticipants, { params: { id: event.id }, query: { q: 'Keim' } })
    await staff.call(operations.moveParticipant, { params: { id: event.id, participantId: items[0]!.id }, body: { verb: 'withdraw', reason: 'Anruf' } })
    await guest.reload()
    await guest.getByText('Änderungen sind nicht mehr möglich.').waitFor()
    expect(await obstaclesOn(guest)).toEqual([])
    await guest.getByRole('button', { name: '„Vollmacht Keim.pdf“ löschen' }).click()
    await guest.getByRole('link', { name: /Vollmacht Keim\.pdf/ }).waitFor({ state: 'detached' })
  }, 120_000)

  it('belong to a format too: new events begin with them', async () => {
    await page.getByRole('link', { name: 'Formate' }).click()
    await page.getByRole('link', { name: 'Webinar' }).click()
    await heading('Webinar').waitFor()
    await button('Frage hinzufügen').click()
    await page.getByLabel('Wortlaut').fill('Woher wissen Sie von uns?')
    await page.getByRole('checkbox', { name: 'Schriftdolmetschung' }).check()
    expect(await page.getByLabel(/^buchen bis/).count()).toBe(0)
    expect(await obstaclesOn(page)).toEqual([])
    await button('Fragen speichern').click()
    await told(/^Neue Veranstaltungen im Format „Webinar“/)
    const { id } = await staff.call(operations.createEvent, { body: { format: 'webinar', title: 'Am Abend', mode: 'online', hosts: [] } })
    expect(await staff.call(operations.readQuestions, { params: { id } })).toMatchObject({ questions: [{ key: 'woher_wissen_sie_von_uns' }], needs: [{ kind: 'captioning' }] })
  }, 120_000)

  it('tell names and sealed answers to the role for support, which reads nothing else of people', async () => {
    await staff.call(operations.inviteAccount, { body: { name: 'Aylin Öztürk', email: 'aylin@stadt.example', role: { role: 'needs', nodeId: event.id } } })
    const letter = await room.installation.mails.waitFor('aylin@stadt.example', /^Einladung/)
    const guest = await consolePage(page.context().browser()!)
    await guest.goto(/http\S+\/anmelden\/\S+/.exec(letter.text)![0])
    await guest.getByRole('button', { name: /^Anmelden als/ }).click()
    await guest.getByLabel('Neues Passwort').fill('noch ein langes Passwort')
    await guest.getByRole('button', { name: 'Passwort speichern' }).click()
    await setUpAppOn(guest)
    await heading('Veranstaltungen', guest).waitFor()
    await guest.getByRole('link', { name: event.title }).click()
    await guest.getByRole('link', { name: 'Unterstützung ansehen' }).click()
    await heading('Unterstützung', guest).waitFor()
    const row = guest.getByRole('row', { name: /Öney/ })
    expect(await row.innerText()).toMatch(/Gebärdensprachdolmetschung[^]*Was vertragen Sie nicht\? Erdnüsse[^]*nimmt teil/)
    expect(await row.getByRole('link').count()).toBe(0)
    expect(await guest.getByRole('navigation', { name: 'Veranstaltung', exact: true }).getByRole('link').allInnerTexts()).toEqual(['Übersicht', 'Unterstützung'])
    expect(await guest.getByRole('link', { name: 'Formate' }).count()).toBe(0)
    const [download] = await Promise.all([guest.waitForEvent('download'), guest.getByRole('link', { name: 'Diese Person als CSV' }).click()])
    expect(await readFile(await download.path(), 'utf8')).toMatch(/Öney[^]*Erdnüsse/)
    expect(await obstaclesOn(guest)).toEqual([])
    for (const path of [`${base()}/fragen`, `${base()}/personen`, `${base()}/e-mails`, '/formate', '/formate/webinar']) {
      await show(path, guest)
      await heading('Nicht für Ihre Rollen', guest).waitFor()
    }
    expect(watch.faults.filter((fault) => !/status of 4(09|22)/.test(fault))).toEqual([])
  }, 180_000)

  it('go with the consent that is taken back for somebody who calls, by whoever reads them', async () => {
    await staff.call(operations.giveRole, { params: { id: staff.session!.account.id }, body: { role: 'needs', nodeId: event.id, land: undefined, expiresOn: undefined, reason: 'Vertretung' } })
    await show(`${base()}/personen?q=Öney`)
    await page.getByRole('table').getByRole('link', { name: 'Öney' }).click()
    const panel = page.getByRole('complementary')
    await panel.getByText('Erdnüsse').waitFor()
    await panel.getByRole('button', { name: 'Widerruf eintragen: Angaben zu Gesundheit und Unterstützung' }).click()
    const dialog = page.getByRole('dialog')
    for (const size of [{ width: 360, height: 780 }, { width: 1366, height: 900 }]) {
      await page.setViewportSize(size)
      expect(await obstaclesOn(page)).toEqual([])
    }
    await dialog.getByLabel('Begründung').fill('Anruf')
    await dialog.getByRole('button', { name: 'Einwilligung zurücknehmen' }).click()
    await told(/ist zurückgenommen/)
    await panel.getByText('Erdnüsse').waitFor({ state: 'detached' })
    await panel.getByText('Ja, um zehn').waitFor()
    // Who has read them stands in the log, to be found by its kind.
    await show(`/protokoll?event=${event.id}`)
    await page.getByLabel('Art des Vorgangs').selectOption({ label: 'Gelesene Angaben' })
    await page.getByText('Liste der Unterstützung gelesen').first().waitFor()
    await page.getByText('Antworten und Unterstützung einer Person gelesen').first().waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/Erdnüsse/)
    for (const size of [{ width: 360, height: 780 }, { width: 1366, height: 900 }]) {
      await page.setViewportSize(size)
      expect(await obstaclesOn(page)).toEqual([])
    }
  }, 180_000)
})
