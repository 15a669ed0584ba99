import type { Browser, Page } from 'playwright-core'
import { type EventList, type PublicEvent, type PublicEventSummary, type SeriesList, addresses } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded } from '../support/installation.js'
import type { Letter } from '../support/mailbox.js'
import { Visitor } from '../support/visitor.js'
import { PageWatch, follow, obstaclesOn, openBrowser, pathsLookedAt } from './browser.js'
import { pageRoutes, unvisited } from './routes.js'

/** Every page that people see, with the demo: nobody is kept out, nothing is fetched from elsewhere, nobody is followed. */
describeWith('chromium', 'the public pages with the demo', () => {
  let installation: Installation
  let browser: Browser
  let page: Page
  let watch: PageWatch
  let events: PublicEventSummary[]
  let seriesSlugs: string[]
  let open: PublicEventSummary
  let full: PublicEventSummary

  beforeAll(async () => {
    ;[installation, browser] = await Promise.all([startEmbedded({ demo: true }), openBrowser()])
    const read = async <T>(path: string) => (await new Visitor(installation.url).raw(path)).json() as Promise<T>
    events = (await read<EventList>('/api/v1/events')).items
    seriesSlugs = (await read<SeriesList>('/api/v1/series')).items.map(({ slug }) => slug)
    // With several days, questions and needs: the longest form there is.
    open = events.find(({ registration, days }) => registration.open && registration.places.free !== 0 && days.length > 1)!
    full = events.find(({ registration }) => registration.open && registration.places.free === 0)!
    page = await (await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce' })).newPage()
    page.setDefaultTimeout(15_000)
    watch = new PageWatch(page, installation.url)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await installation?.kill()
  })

  const visit = async (address: string, status = 200): Promise<string[]> => {
    const answer = await page.goto(new URL(address, installation.url).href)
    if (answer?.status() !== status) return [`${address} answered ${answer?.status()}`]
    return obstaclesOn(page)
  }
  const press = (name: string) => follow(page.getByRole('button', { name }))
  const visitAll = async (paths: readonly string[]): Promise<string[]> => {
    const found: string[] = []
    for (const path of paths) found.push(...(await visit(path)))
    return found
  }
  const register = async (event: PublicEventSummary, email: string): Promise<Letter> => {
    const visitor = new Visitor(installation.url)
    await visitor.send(await visitor.open(addresses.registration('de', event.slug)), { givenName: 'Şükran', familyName: 'Müller-Lüdenscheidt', email, organisation: 'Landesarbeitsgemeinschaft der Integrationsbeauftragten' })
    return installation.mails.waitFor(email, /^Bitte bestätigen/)
  }
  const linkIn = (letter: Letter) => /http\S+\/t\/\S+\/bestaetigen/.exec(letter.text)![0]

  it('are looked at by eyes that see: planted faults are found', async () => {
    const other = await browser.newPage()
    const seen = new PageWatch(other, installation.url)
    await other.setContent(`<html><title>x</title><style>
      a:focus{outline:1px solid;outline-offset:1px} button:focus{outline:3px solid #eee} summary:focus,.same{outline:3px solid #000} .over{position:fixed;inset:auto 0 0;height:900px;background:#fff}
      @media(forced-colors:active){em{forced-color-adjust:none;color:#ccc;background:#fff}}</style>
      <main><h1>x</h1><p style="color:#ccc;background:#fff">pale</p><em>forced</em><a href="#x">thin</a><button>paler</button><details><summary class="same">same</summary></details>
      <input><input tabindex="2"><div style="width:400px">wide</div></main><a class="gone" href="#y" style="position:absolute;left:-999px">away</a>
      <script>console.error("planted");document.querySelector("input").onfocus=(event)=>event.target.blur()</script><img src="http://127.0.0.1:9/x.png">`)
    const found = (await obstaclesOn(other)).join('\n')
    for (const fault of [
      'html-has-lang', 'color-contrast', 'label', 'image-alt', '320 light scrolls sideways', '320 forced colours color-contrast: em', 'a thin shows no ring', 'button paler has a ring too pale',
      'summary same looks the same without the focus', 'a away is outside of the window', 'the order goes back 2 times', 'Tab does not reach <input>',
    ]) expect(found).toContain(fault)
    expect(found).not.toContain('light color-contrast: em')
    await other.evaluate(() => document.querySelector('main')!.insertAdjacentHTML('afterend', '<div class="over">over</div>'))
    expect((await obstaclesOn(other)).join('\n')).toContain('button paler is covered by over')
    expect(seen.faults).toEqual(expect.arrayContaining(['request to http://127.0.0.1:9/x.png', expect.stringContaining('planted')]))
    await other.close()
  }, 300_000)

  it('home, in both languages', async () => {
    expect(await visitAll([addresses.home('de'), addresses.home('en')])).toEqual([])
  }, 300_000)

  it('every series', async () => {
    expect(await visitAll([...seriesSlugs.map((slug) => addresses.series('de', slug)), addresses.series('en', seriesSlugs[0]!)])).toEqual([])
  }, 300_000)

  it('events of every format, state and form, whatever is known of them', async () => {
    const kinds = new Map(events.map((event) => [[event.format, event.state, event.mode, event.datePrecision, event.days.length > 1, event.registration.reason, event.registration.places.free === 0].join(' '), event]))
    expect(kinds.size).toBeGreaterThan(5)
    expect(await visitAll([...kinds.values()].map(({ slug }) => addresses.event('de', slug)))).toEqual([])
    expect(await visitAll([addresses.event('en', open.slug)])).toEqual([])
  }, 600_000)

  it('an event in Leichte Sprache, in German on an English page too', async () => {
    const texts = await Promise.all(events.map(async ({ slug }) => (await (await new Visitor(installation.url).raw(`/api/v1/events/${slug}`)).json()) as PublicEvent))
    const { slug } = texts.find(({ easyLanguage }) => easyLanguage !== null)!
    expect(await visit(addresses.event('de', slug))).toEqual([])
    await follow(page.getByRole('main').getByRole('link', { name: 'Diese Veranstaltung in Leichter Sprache' }))
    expect([new URL(page.url()).pathname, await page.getByRole('main').locator('.prose').getAttribute('lang')]).toEqual([addresses.eventEasy('de', slug), 'de-simple'])
    expect(await visitAll([addresses.eventEasy('de', slug), addresses.eventEasy('en', slug)])).toEqual([])
    // The same behind a personal link, for whoever was invited to what is not public.
    await page.goto(linkIn(await register(events.find((event) => event.slug === slug)!, 'leicht@stadt.example')))
    await page.getByRole('button', { name: 'Anmeldung bestätigen' }).click()
    await page.getByRole('link', { name: 'Diese Veranstaltung in Leichter Sprache' }).waitFor()
    expect(await visit(`${page.url()}/leichte-sprache`)).toEqual([])
    await page.getByRole('main').getByRole('link', { name: 'Zurück zu Ihrer Seite' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  }, 300_000)

  it('the form, empty, for the waiting list, closed and with errors', async () => {
    const closed = events.find(({ registration }) => !registration.open)!
    expect(await visitAll([addresses.registration('de', open.slug), addresses.registration('en', open.slug), addresses.registration('de', full.slug), addresses.registration('de', closed.slug)])).toEqual([])
    await page.goto(installation.url + addresses.registration('de', open.slug))
    await page.getByLabel('E-Mail-Adresse').fill('keine Adresse')
    await page.getByLabel('Telefon').fill('keine Nummer')
    await press('Verbindlich anmelden')
    // All at once and in the order of the fields; one of the two names would do.
    const alert = page.getByRole('alert')
    expect(await alert.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['#f-familyName', '#f-email', '#f-phone'])
    expect(await alert.getByRole('heading').innerText()).toBe('Drei Angaben fehlen noch oder stimmen nicht')
    expect(await obstaclesOn(page)).toEqual([])
    expect(await visitAll([addresses.registrationSent('de', open.slug), addresses.registrationSent('en', open.slug)])).toEqual([])
  }, 300_000)

  it('what a letter leads to: confirm, personal page, withdrawal, waiting list', async () => {
    const link = linkIn(await register(open, 'weg@stadt.example'))
    expect(await visit(link)).toEqual([])
    await press('Anmeldung bestätigen')
    expect(await obstaclesOn(page)).toEqual([])
    const personal = page.url()
    expect(await visit(link)).toEqual([])
    expect(await visit(`${personal}/abmelden`)).toEqual([])
    await press('Teilnahme absagen')
    expect(await obstaclesOn(page)).toEqual([])
    expect(await visit(personal)).toEqual([])
    await page.goto(linkIn(await register(full, 'warten@stadt.example')))
    await press('Anmeldung bestätigen')
    expect(await obstaclesOn(page)).toEqual([])
  }, 300_000)

  it('imprint, privacy, accessibility and the form for barriers, also with errors', async () => {
    const legal = new Set<string>()
    for (const { slug } of events) for (const { href } of (await new Visitor(installation.url).open(addresses.event('de', slug))).links) if (href.includes('/gastgeber/')) legal.add(href)
    const one = [...legal].find((href) => href.endsWith('/leichte-sprache'))!.replace(/[^/]+$/, '')
    const host = one.split('/').at(-2)!
    expect(await visitAll([...[...legal].filter((href) => href.startsWith(one)), ...(['imprint', 'privacy', 'accessibility', 'easy'] as const).map((text) => addresses.legal('en', host, text))])).toEqual([])
    expect(await visitAll([addresses.barrier('en', host), addresses.barrierSent('de', host), addresses.barrierSent('en', host), addresses.barrier('de', host)])).toEqual([])
    await press('Meldung senden')
    expect(await page.getByRole('alert').getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['#f-barrierText'])
    expect(await obstaclesOn(page)).toEqual([])
  }, 300_000)

  it('mailbox, letter, sign-in link used and unused', async () => {
    expect(await visitAll(['/postfach', installation.signInLink!])).toEqual([])
    expect(await visit('/anmelden/AAAAAAAAAAAAAAAAAAAAAA.BBBB', 410)).toEqual([])
    await page.goto(`${installation.url}/postfach`)
    await follow(page.getByRole('main').getByRole('link').first())
    expect(await obstaclesOn(page)).toEqual([])
  }, 300_000)

  it('fetches nothing from elsewhere, keeps no cookie, breaks no rule of its own policy and writes no error', async () => {
    expect(await page.context().cookies()).toEqual([])
    expect(watch.faults).toEqual([])
  })

  it('are all of them: no route that answers with a page is left out', async () => {
    const routes = await pageRoutes()
    for (const known of ['/de', '/en/series/:slug', '/t/:token/bestaetigen', '/postfach/:name']) expect(routes).toContain(known)
    expect(unvisited([...routes, '/de/geheim'], pathsLookedAt(page))).toEqual(['/de/geheim'])
  })

  it('not found', async () => {
    expect(await visit('/de/veranstaltungen/gibt-es-nicht', 404)).toEqual([])
    expect(await visit('/t/AAAAAAAAAAAAAAAAAAAAAA.BBBB', 404)).toEqual([])
  }, 300_000)
})
