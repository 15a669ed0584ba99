import type { Browser, Page } from 'playwright-core'
import { type EventList, type SeriesList, addresses, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded } from '../support/installation.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'
import { openBrowser } from './browser.js'
import { consolePage, openScreen } from './console-room.js'
import { type Mark, sameLooking } from './marks.js'

const LEFT_EDGE = { width: 6, height: 20 }
const NODE = { width: 14, height: 26 }

/** What a fill says on other screens must be said where the browser takes fills away and sets colours of the reader's own. */
describeWith('chromium', 'marks under forced colours', () => {
  let installation: Installation
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    ;[installation, browser] = await Promise.all([startEmbedded({ demo: true }), openBrowser()])
    page = await consolePage(browser)
    const staff = await Staff.byLink(installation)
    await page.context().addCookies([...staff.visitor.cookies].map(([name, value]) => ({ name, value, url: installation.url })))
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await installation?.kill()
  })

  const json = async <T>(path: string) => (await page.request.get(installation.url + path)).json() as Promise<T>
  const show = (path: string) => openScreen(page, installation.url + path)
  /** In both palettes; the names of marks that cannot be told apart. */
  const confused = async (marks: Record<string, Mark>) => {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme })
      found.push(...(await sameLooking(page, marks)).map((pair) => `${colorScheme}: ${pair}`))
    }
    return found
  }
  const legend: Record<string, Mark> = {
    'open in the legend': { at: '.key .is-open', cut: LEFT_EDGE }, 'planned in the legend': { at: '.key .is-plan', cut: LEFT_EDGE }, 'nothing in the legend': { at: '.key .is-none', cut: LEFT_EDGE },
  }

  it('tell editions of a series apart, on the map, in its legend and on the line', async () => {
    const { items } = await json<SeriesList>('/api/v1/series')
    await show(addresses.series('de', items.find(({ title }) => title.includes('Demo'))!.slug))
    expect(await confused(legend)).toEqual([])
    expect(await confused({ open: { at: '.tm .is-open', cut: LEFT_EDGE }, planned: { at: '.tm .is-plan', cut: LEFT_EDGE }, nothing: { at: '.tm .is-none', cut: LEFT_EDGE } })).toEqual([])
    expect(await confused({ next: { at: '.eds > .is-next', cut: NODE }, later: { at: '.eds > .is-later', cut: NODE } })).toEqual([])
  }, 60_000)

  it('are told apart by eyes that see when they are not', async () => {
    // As it would be without a rule of ours: the browser takes the fills away.
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.key .k').forEach(({ style }) => {
      for (const [name, value] of [['background', 'Canvas'], ['outline', '0']] as const) style.setProperty(name, value, 'important')
    }))
    expect(await confused(legend)).toEqual(['light', 'dark'].flatMap((palette) => [
      `${palette}: open in the legend and planned in the legend`, `${palette}: open in the legend and nothing in the legend`, `${palette}: planned in the legend and nothing in the legend`,
    ]))
  }, 60_000)

  it('tell what is done, what is and what comes on the personal page', async () => {
    const { items } = await json<EventList>('/api/v1/events')
    const open = items.find(({ registration, days }) => registration.open && registration.places.free !== 0 && days.length > 1)!
    const visitor = new Visitor(installation.url)
    await visitor.send(await visitor.open(addresses.registration('de', open.slug)), { givenName: 'Ama', familyName: 'Boateng', email: 'ama@stadt.example' })
    const letter = await installation.mails.waitFor('ama@stadt.example', /^Bitte bestätigen/)
    await page.goto(/http\S+\/t\/\S+\/bestaetigen/.exec(letter.text)![0])
    await page.getByRole('button', { name: 'Anmeldung bestätigen' }).press('Enter')
    await page.locator('.path').waitFor()
    expect(await confused({ done: { at: '.path .is-done', cut: NODE }, now: { at: '.path .is-now', cut: NODE }, later: { at: '.path .is-later', cut: NODE } })).toEqual([])
  }, 60_000)

  it('tell parts of the bar, steps and the current page of the console apart', async () => {
    const { items } = await json<{ items: { id: string; waiting: number }[] }>(operations.listStaffEvents.path)
    await show(`/console/veranstaltungen/${items.find(({ waiting }) => waiting > 0)!.id}`)
    const whole = { width: 10, height: 10 }
    expect(await confused(Object.fromEntries(['seat', 'open', 'wait', 'none', 'no'].map((look) => [look, { at: `.sw--${look}`, cut: whole }])))).toEqual([])
    expect(await confused({ taken: { at: '.stand svg .f-seat', cut: whole }, waiting: { at: '.stand svg > rect:last-of-type', cut: whole } })).toEqual([])
    expect(await confused({ done: { at: '.steps > .is-done', cut: NODE }, today: { at: '.steps > .is-now', cut: NODE }, next: { at: '.steps > .is-next', cut: NODE }, later: { at: '.steps > .is-later', cut: NODE } })).toEqual([])
    expect(await confused({ current: { at: '.sb-ev a[aria-current]', cut: LEFT_EDGE }, other: { at: '.sb-ev a:not([aria-current])', cut: LEFT_EDGE } })).toEqual([])
    expect(await confused({ chosen: { at: '.lang [aria-pressed=true]', cut: LEFT_EDGE }, other: { at: '.lang [aria-pressed=false]', cut: LEFT_EDGE } })).toEqual([])
    expect(await confused({ inside: { at: '.kv .tm .is-open', cut: LEFT_EDGE }, outside: { at: '.kv .tm .is-none', cut: LEFT_EDGE } })).toEqual([])
  }, 60_000)

  it('tell the view and the person that are open from the others', async () => {
    await page.getByRole('link', { name: /^Personen/ }).first().press('Enter')
    await page.getByRole('table').getByRole('link').first().press('Enter')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    const foot = { width: 12, height: 3, fromBottom: true }
    expect(await confused({ open: { at: '.views a[aria-current]', cut: foot }, other: { at: '.views a:not([aria-current])', cut: foot } })).toEqual([])
    expect(await confused({ open: { at: '.lst tbody tr.cur', cut: LEFT_EDGE }, other: { at: '.lst tbody tr:last-child', cut: LEFT_EDGE } })).toEqual([])
  }, 60_000)
})
