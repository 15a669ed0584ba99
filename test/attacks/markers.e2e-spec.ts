import type { Browser, Page } from 'playwright-core'
import { operations } from '@app/contracts'
import { openBrowser, settled } from '../browser/browser.js'
import { PASSWORD } from '../browser/console-room.js'
import { consoleRoutes, pageRoutes, unvisited } from '../browser/routes.js'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded } from '../support/installation.js'
import { Staff } from '../support/staff.js'
import { type MarkedProgramme, markProgramme } from './marked-programme.js'
import { type Looked, lookForMarkers, markup, script, watchMarkers } from './markers.js'

/** What the first of them wrote was written over by the second. */
const REPLACED: readonly (readonly [string, string])[] = [
  ['createOrganisation', 'updateOrganisation'], ['createSeries', 'updateSeries'], ['createEvent', 'updateEvent'], ['addParticipant', 'editParticipant'],
  ['registration form', 'personal page'], ['registration form', 'personal answers'],
]

/** Every page with a marker in every text, in a browser that the Content-Security-Policy does not help: the pages alone must hold. */
describeWith('chromium', 'markup in every text', () => {
  let installation: Installation
  let browser: Browser
  let page: Page
  let staff: Staff
  const programmes: MarkedProgramme[] = []
  const visited = new Set<string>()
  const shown = new Set<number>()

  beforeAll(async () => {
    ;[installation, browser] = await Promise.all([startEmbedded({ environment: { LIMIT_SIGNUPS_PER_IP: '0', LIMIT_MAIL_PER_ADDRESS: '0' } }), openBrowser()])
    staff = await Staff.byLink(installation)
    await staff.call(operations.setPassword, { body: { password: PASSWORD, current: null } })
    // Without that role the console would show a lock where needs stand.
    await staff.call(operations.giveRole, { params: { id: staff.session!.account.id }, body: { role: 'needs', nodeId: null, land: null, expiresOn: null, reason: 'Probe' } as never })
    programmes.push(await markProgramme(installation, staff, markup, 'auszeichnung'))
    programmes.push(await markProgramme(installation, staff, script, 'adresse', 1 + programmes[0]!.marked.length))
    page = await (await browser.newContext({ locale: 'de-DE', bypassCSP: true })).newPage()
    page.setDefaultTimeout(30_000)
    await watchMarkers(page)
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await installation?.kill()
  })

  async function look(path: string): Promise<Looked> {
    await page.goto(new URL(path, installation.url).href, { waitUntil: path.startsWith('/console') ? 'networkidle' : 'load' })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await settled(page)
    visited.add(new URL(path, installation.url).pathname)
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
    const looked = await lookForMarkers(page)
    for (const n of looked.shown) shown.add(n)
    return looked
  }

  const faultsOn = async (paths: Iterable<string>) => {
    const faults: string[] = []
    for (const path of paths) faults.push(...(await look(path)).faults)
    return faults
  }

  /** A route with the ids and slugs of a programme in it. */
  const filled = (route: string, { slug, seriesSlug, hostSlug, personal }: MarkedProgramme) =>
    route.replace(/:token/, new URL(personal).pathname.split('/')[2]!).replace(/:\w+/, /reihen|series/.test(route) ? seriesSlug : /gastgeber|hosts/.test(route) ? hostSlug : slug)

  it('stays text on every public page', async () => {
    const routes = (await pageRoutes()).filter((route) => !/postfach|anmelden|bestaetigen$/.test(route))
    expect(routes.length).toBeGreaterThan(12)
    for (const programme of programmes) {
      expect(await faultsOn([...routes.map((route) => filled(route, programme)), programme.confirm])).toEqual([])
      await page.goto(`${installation.url}/de`)
      await page.setContent(programme.refusedForm)
      expect((await lookForMarkers(page)).faults).toEqual([])
    }
    expect(unvisited(routes, visited)).toEqual([])
  }, 300_000)

  it('stays text in the mailbox and in each of its letters', async () => {
    await installation.mails.waitForCount(6)
    const letters = (await staff.visitor.open('/postfach')).links.map(({ href }) => new URL(href).pathname).filter((path) => path.startsWith('/postfach/'))
    expect(letters.length).toBeGreaterThanOrEqual(6)
    expect(await faultsOn(['/postfach', ...new Set(letters)])).toEqual([])
    for (const { html } of await installation.mails.all()) {
      await page.goto(`${installation.url}/de`)
      await page.setContent(html)
      expect((await lookForMarkers(page)).faults).toEqual([])
    }
  }, 300_000)

  it('stays text on every screen of the console', async () => {
    await page.context().addCookies([...staff.visitor.cookies].map(([name, value]) => ({ name, value, url: installation.url })))
    for (const { eventId, seriesId, organisationId, accountId, participantId } of programmes) {
      const paths = consoleRoutes().map((route) => route.replace(':key', 'workshop').replace(':id', route.includes('reihen') ? seriesId : route.includes('organisationen') ? organisationId : route.includes('zugaenge') ? accountId : eventId))
      expect(await faultsOn([...paths, `/console/veranstaltungen/${eventId}/personen?person=${participantId}`])).toEqual([])
      await look('/console/datenschutz')
      await page.getByRole('searchbox').fill('dwRan')
      await page.getByRole('searchbox').press('Enter')
      await page.getByRole('main').getByText(/dwRan/).first().waitFor()
      expect((await lookForMarkers(page)).faults).toEqual([])
      // The paper about a person, as it would stand on a page of ours.
      const paper = await staff.download(operations.personHtml, { params: { personId: participantId } })
      await page.setContent(paper.content.toString('utf8'))
      const { faults, shown: written } = await lookForMarkers(page)
      expect([faults, written.length > 4]).toEqual([[], true])
      for (const n of written) shown.add(n)
    }
    expect(unvisited(consoleRoutes(), visited)).toEqual([])
  }, 300_000)

  it('has been shown for every field, or for the one that took its place: the silence above is not that of empty pages', () => {
    const marked = programmes.flatMap((programme) => programme.marked)
    const fields = new Set(marked.map(({ field }) => field))
    const seen = new Set(marked.filter(({ n }) => shown.has(n)).map(({ field }) => field))
    const later = (field: string) => REPLACED.map(([former, next]) => field.replace(`${former} `, `${next} `)).find((name) => name !== field && fields.has(name)) ?? field
    expect(fields.size).toBeGreaterThan(60)
    expect([...fields].filter((field) => !seen.has(field) && !seen.has(later(field)))).toEqual([])
  })

  it('would be found: on a page of ours it runs once it is no longer text, and an address of it is seen', async () => {
    expect((await look('/de')).faults).toEqual([])
    await page.evaluate((html) => document.querySelector('main')!.insertAdjacentHTML('beforeend', html), `${markup(901)}<a href="${script(902).split('"')[0]!}">x</a>`)
    await page.waitForFunction(() => (globalThis as unknown as { markersRun: number[] }).markersRun.length > 0)
    const { faults } = await lookForMarkers(page)
    expect(faults).toContain('/de: marker 901 ran')
    expect(faults.join()).toContain('href="javascript:dwRan(902)')
  })
})
