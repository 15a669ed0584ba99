import { fieldMessage, words } from '@app/i18n'
import { ARBITRATION_BODIES, EVENT_STATES, JURISDICTIONS, LANGUAGES, type Land, type Language, type PublicEvent, type PublicSeries, type RegistrationForm } from '@app/contracts'
import { STATES_WITH_PLACES } from '@app/events'
import type { ReactElement } from 'react'
import {
  BarrierPage, BarrierSentPage, CheckMailPage, ConfirmPage, EventEasyPage, EventPage, HomePage, LegalPage, MailboxPage, MailPage, PersonalPage, ProblemPage, RegistrationPage, renderPage, SeriesPage,
  NO_ANSWERS, SignInLinkPage, WithdrawPage, type PageFrame, type PersonalParticipation,
} from './index.js'

const host = { slug: 'stadt', name: 'Stadt & Land <Büro>', hasImprint: true, hasPrivacy: true, hasAccessibility: false, hasEasyLanguage: true, signVideoUrl: 'https://gebaerden.example/dgs' }
const NO_DUTIES = { contact: null, jurisdiction: null, arbitration: null }
const EVIL = 'D\'Hondt "O’Connor" <script>alert(1)</script>'

const question = { help: null, required: false, options: [], shownIf: null, special: false }
const ASKS: RegistrationForm = {
  consents: [{ purpose: 'photo', text: 'Fotos, auf denen ich zu sehen bin, dürfen veröffentlicht werden.' }],
  needs: [{ kind: 'sign_language', bookBy: '2027-01-02' }, { kind: 'diet', bookBy: null }],
  specialConsent: 'Ich willige ein.',
  questions: [
    { ...question, key: 'essen', kind: 'choice', label: `Essen? ${EVIL}`, options: [EVIL, 'nichts'], help: EVIL }, { ...question, key: 'tage', kind: 'several', label: 'Tage?', options: ['Montag', 'Dienstag'] },
    { ...question, key: 'frage', kind: 'long', label: 'Ihre Frage?', required: true }, { ...question, key: 'kinder', kind: 'number', label: 'Kinder?', shownIf: { question: 'essen', is: [EVIL] } },
    { ...question, key: 'ankunft', kind: 'date', label: 'Ankunft?' }, { ...question, key: 'newsletter', kind: 'consent', label: 'Ich möchte Neuigkeiten.' },
    { ...question, key: 'allergie', kind: 'text', label: 'Allergie?', special: true, shownIf: { question: 'newsletter', is: ['yes'] } }, { ...question, key: 'attest', kind: 'file', label: 'Attest', required: true },
  ],
}
const GIVEN = { values: { essen: [EVIL], kinder: ['1.5'], newsletter: ['yes'] }, needs: ['diet'], needsDetail: EVIL, specialConsent: true } as const
const FILE = { key: 'attest', label: 'Attest', help: null, required: true, special: true, asksConsent: true, file: { name: `${EVIL}.pdf`, type: 'application/pdf', bytes: 12_345 } } as const
const PERSONAL = { asks: ASKS, answers: GIVEN, answersToken: 'atok', files: [FILE, { ...FILE, key: 'zweites', file: null }] }

const frame = (language: Language, changes: Partial<PageFrame> = {}): PageFrame => ({
  language, path: `/${language}`, alternatePath: language === 'de' ? '/en' : '/de', hosts: [host], context: null, claims: ['Gefördert von A', 'Gefördert von B'],
  demo: false, stylesheet: '/assets/public.css?v=1', publicUrl: 'https://dialog.example', ...changes,
})

const event = (changes: Partial<PublicEvent> = {}): PublicEvent => ({
  id: '1', slug: 'teilhabe', title: 'Teilhabe', subtitle: null, format: 'konferenz', formatName: 'Konferenz', editionNo: 2, isKickoff: false, isClosing: false,
  state: 'inviting', mode: 'in_person', timeZone: 'Europe/Berlin', datePrecision: 'day', dateHint: null, dateInferred: false,
  days: [{ date: '2027-01-14', startsAt: '11:00', endsAt: '18:30' }, { date: '2027-01-15', startsAt: '09:00', endsAt: '13:30' }],
  venue: { name: 'Bürgerhaus', street: 'Kaistraße 12', postcode: '23552', city: 'Lübeck', ags: null, land: 'DE-SH' }, regions: ['DE-SH', 'DE-SL'],
  countPublished: null, countQualifier: null,
  registration: { open: true, reason: 'open', opensAt: null, closesAt: '2026-12-18T22:59:59Z', places: { capacity: 200, taken: 164, free: 36, waiting: 0 } },
  series: { slug: 'reihe', title: 'Zukunftsdialog' }, description: 'Erster Absatz.', guidingQuestion: 'Wie?', easyLanguage: 'Das ist leicht.', signVideoUrl: 'https://gebaerden.example/teilhabe', admission: 'open',
  groups: [{ key: 'kommune', label: 'Kommunen' }], topics: ['Thema'],
  agenda: [
    { id: 'a', parentId: null, kind: 'workshop_round', title: 'Runde 1', description: null, date: '2027-01-14', startsAt: '14:45', endsAt: '16:30', room: null, contributions: [] },
    { id: 'b', parentId: 'a', kind: 'workshop', title: 'Ehrenamt', description: null, date: '2027-01-14', startsAt: '14:45', endsAt: null, room: 'Kontor', contributions: [] },
  ],
  contributions: [{ role: 'podium', name: EVIL, offices: ['Landrat', 'Präsident'], organisation: null, ags: null, talkTitle: null }],
  roles: [{ role: 'foerderer', names: [{ name: 'Fonds', since: '2010', until: null }] }], hosts: [host], claims: [], documents: [], results: [], ...changes,
})

const series = (language: Language): PublicSeries => ({
  slug: 'reihe', title: 'Zukunftsdialog', kind: 'dialogreihe', summary: `Worum es geht (${language})`, isDemo: false, eventCount: 1, nextEvent: event(), outlook: 'in weiteren Regionen Deutschlands',
  runsFrom: '2009', runsUntil: '2011', memberQuota: 40, memberCount: 0, phases: [{ key: 'webinar', title: 'Webinare', forEachMember: false }],
  parent: { slug: 'plan', title: 'Aktionsplan' }, roles: [], hosts: [host], claims: [], events: [event()],
})

const me: PersonalParticipation = {
  token: 'sel.mac', name: EVIL, email: 'a@wismar.example', standing: 'confirmed', waitingPosition: null, registeredAt: '2026-11-09T10:00:00Z',
  placeAt: '2026-11-12T10:00:00Z', reason: null, onlineUrl: 'https://video.example/raum', salutation: null, title: null, organisation: EVIL, office: null, land: 'DE-MV',
  group: 'kommune', phone: null, language: 'de', consents: [{ id: 'c1', text: EVIL, givenAt: '2026-11-09T10:00:00Z', revokedAt: null }], mayChange: true, mayWithdraw: true, hasCalendar: true, deletedOn: null,
}

const registration = (language: Language, errors: { field: string; message: string }[] = []) => (
  <RegistrationPage frame={frame(language)} event={event()} formToken="tok" values={{ familyName: EVIL, email: 'a@b' }} asks={ASKS} answers={NO_ANSWERS} consents={[]} errors={errors} />
)

function allPages(language: Language): [string, () => ReactElement][] {
  const f = frame(language)
  const open = { action: '/t/x', formToken: 'tok' }
  return [
    ['home', () => <HomePage frame={{ ...f, demo: true }} today="2026-11-25" series={[series(language)]} events={[event(), event({ id: '2', slug: 'alt', state: 'done' })]} />],
    ['home, empty', () => <HomePage frame={{ ...f, hosts: [] }} today="2026-11-25" series={[]} events={[]} />],
    ['series', () => <SeriesPage frame={f} today="2026-11-25" series={series(language)} />],
    ['event', () => <EventPage frame={f} event={event()} />],
    ['event, easy language', () => <EventEasyPage frame={f} event={event({ easyLanguage: `# Was\n\n${EVIL}\n\n- Eins\n- Zwei` })} />],
    ['registration', () => registration(language, [{ field: 'email', message: 'E' }])],
    ['check mail', () => <CheckMailPage frame={f} event={event()} mailboxPath="/postfach" />],
    ['confirm', () => <ConfirmPage frame={f} state={{ kind: 'open', ...open, subject: { name: EVIL, email: 'a@b.example', organisation: null, event: event() } }} />],
    ['confirm, expired', () => <ConfirmPage frame={f} state={{ kind: 'expired', registrationPath: null }} />],
    ['personal', () => <PersonalPage frame={f} event={event()} hasPage participation={me} formToken="tok" consentToken="ctok" {...PERSONAL} values={null} errors={[]} saved />],
    ['personal, closed', () => <PersonalPage frame={f} event={event()} hasPage participation={{ ...me, mayChange: false }} formToken="tok" consentToken="ctok" {...PERSONAL} values={null} errors={[]} saved={false} />],
    ['withdraw', () => <WithdrawPage frame={f} event={event()} hasPage name={EVIL} state={{ kind: 'open', ...open, personalPath: '/t/x' }} />],
    ['withdrawn', () => <WithdrawPage frame={f} event={event()} hasPage name={EVIL} state={{ kind: 'withdrawn' }} />],
    ['legal', () => <LegalPage frame={f} page="imprint" host={host} text={`# Kontakt\n\n${EVIL}\nmail@host.example`} imprint={null} duties={NO_DUTIES} />],
    ['statement', () => <LegalPage frame={f} page="accessibility" host={host} text={EVIL} imprint={EVIL} duties={{ contact: 'a@host.example', jurisdiction: 'DE-BY', arbitration: null }} />],
    ['easy language', () => <LegalPage frame={f} page="easy" host={host} text={`# Was\n\n${EVIL}`} imprint={null} duties={NO_DUTIES} />],
    ['barrier', () => <BarrierPage frame={f} host={host} formToken="tok" values={{ barrierText: EVIL }} errors={[{ field: 'barrierText', message: 'E' }]} />],
    ['barrier, sent', () => <BarrierSentPage frame={f} host={host} />],
    ['sign-in', () => <SignInLinkPage frame={f} state={{ kind: 'open', name: EVIL, ...open }} />],
    ['error', () => <ProblemPage frame={f} kind="error" requestId="r-1" />],
    ['mailbox', () => <MailboxPage frame={f} timeZone="Europe/Berlin" mails={[{ href: '/postfach/1', to: EVIL, subject: EVIL, sentAt: '2026-11-25T10:00:00Z', hasCalendar: true }]} />],
    ['mail', () => <MailPage frame={f} timeZone="Europe/Berlin" mailboxPath="/postfach" mail={{ from: 'a', to: 'b', subject: EVIL, sentAt: '2026-11-25T10:00:00Z', text: `javascript:alert(1) ${EVIL}`, html: EVIL, calendar: null, attachments: [], fileHref: null }} />],
  ]
}

describe.each(LANGUAGES)('every page in %s', (language) => {
  it.each(allPages(language))('%s is whole, escaped and keeps the content security policy', (_name, page) => {
    const html = renderPage(page())
    expect(html).toMatch(/^<!doctype html>\n<html lang="(de|en)">/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style/)
    expect(html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')).not.toContain('<script')
    expect(html).not.toMatch(/href="javascript:/)
    expect(html).not.toMatch(/>(undefined|null|\[object Object\])</)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('EventPage', () => {
  const html = (changes: Partial<PublicEvent>, language: Language = 'de') => renderPage(<EventPage frame={frame(language)} event={event(changes)} />)

  it('names places, deadline and the one next step', () => {
    const text = html({})
    expect(text).toContain('Noch 36 von 200 Plätzen frei')
    expect(text).toContain('bis Freitag, 18. Dezember 2026')
    expect(text).toContain('href="/de/veranstaltungen/teilhabe/anmeldung"')
    expect(text).toContain('<p>Region: Saarland und Schleswig-Holstein</p>')
  })

  it('leads to its text in Leichte Sprache and to its video before everything else, and names neither where there is none', () => {
    const text = html({}, 'en')
    expect(text).toMatch(/<section class="mg"><h2>Easy-to-read German and German Sign Language<\/h2>/)
    expect(text).toContain('<a href="/en/events/teilhabe/leichte-sprache" hrefLang="de-simple">This event in easy-to-read German</a>')
    expect(text).toContain('<a href="https://gebaerden.example/teilhabe" hrefLang="gsg" rel="noreferrer">This event in German Sign Language (video)</a>')
    expect(text).not.toMatch(/<(iframe|video|embed|object)/)
    expect(text.indexOf('Easy-to-read German and')).toBeLessThan(text.indexOf('Guiding question'))
    expect(html({ signVideoUrl: null })).toContain('<h2>Leichte Sprache</h2>')
    expect(html({ easyLanguage: null })).toContain('<h2>Gebärdensprache</h2>')
    const without = html({ easyLanguage: null, signVideoUrl: null })
    expect(without).not.toMatch(/Diese Veranstaltung in|teilhabe\/leichte-sprache|gebaerden\.example\/teilhabe/)
  })

  it('has a page in Leichte Sprache that says its language, with headings in order and the ways on from there', () => {
    const page = renderPage(<EventEasyPage frame={frame('en')} event={event({ easyLanguage: '# Worum geht es?\n\nUm Teilhabe.' })} />)
    expect(page).toContain('<div class="prose" lang="de-simple"><h2>Worum geht es?</h2><p>Um Teilhabe.</p></div>')
    expect(page).toContain('<title>Easy-to-read German: Teilhabe – ')
    expect(page).toContain('<p class="kick"><a href="/en/events/teilhabe" lang="de">Teilhabe</a></p><h1 class="h1--m">Easy-to-read German</h1>')
    expect(page).toMatch(/href="\/en\/events\/teilhabe\/registration">.*href="https:\/\/gebaerden\.example\/teilhabe" hrefLang="gsg"/)
    const closed = { ...event().registration, open: false, reason: 'over' as const }
    const over = renderPage(<EventEasyPage frame={frame('de')} event={event({ registration: closed, signVideoUrl: null })} />)
    expect(over).not.toMatch(/anmeldung"|gebaerden\.example\/teilhabe/)
  })

  it('says what is known of the date, whatever its precision', () => {
    expect(html({ datePrecision: 'unknown', days: [] })).toContain('Der Termin steht noch nicht fest.')
    expect(html({ datePrecision: 'year', dateHint: '2012', dateInferred: true, days: [], state: 'done' })).toContain('vermutlich 2012')
    expect(html({ datePrecision: 'unknown', days: [], state: 'done' }, 'en')).toContain('Date not on record')
  })

  it('names the times of each day, and no span through the night', () => {
    const times = (text: string) => text.replace(/<\/?span[^>]*>/g, '')
    expect(times(html({}))).toContain('Donnerstag, 11:00–18:30 Uhr<br/>Freitag, 09:00–13:30 Uhr')
    const apart = html({ days: [{ date: '2027-01-14', startsAt: '11:00', endsAt: '18:30' }, { date: '2027-01-21', startsAt: null, endsAt: null }] })
    expect(times(apart)).toContain('Donnerstag, 14. Januar, 11:00–18:30 Uhr<br/>Donnerstag, 21. Januar<')
  })

  it('says beside the title that the event is off, and strikes its date through', () => {
    const text = html({ state: 'cancelled', registration: { ...event().registration, open: false, reason: 'cancelled' } })
    expect(text).toMatch(/<\/h1><p class="off">.*?Die Veranstaltung ist abgesagt\./)
    expect(text).toContain('Abgesagter Termin: </span><s>14.–15.')
  })

  it('reads out only the Länder that belong to the region', () => {
    expect([...html({}).matchAll(/class="vh">([^<]*gehört[^<]*)</g)].map((match) => match[1])).toEqual(['Schleswig-Holstein: gehört zur Region', 'Saarland: gehört zur Region'])
  })

  it('offers no way in when registration is closed, and gives the reason', () => {
    const text = html({ registration: { ...event().registration, open: false, reason: 'invited_only' } })
    expect(text).not.toContain('/anmeldung"')
    expect(text).toContain('Die Teilnahme ist nur auf Einladung möglich.')
  })

  it('offers the waiting list when all places are taken', () => {
    expect(html({ registration: { ...event().registration, places: { capacity: 30, taken: 30, free: 0, waiting: 4 } } })).toContain('Auf die Warteliste eintragen')
  })

  it('puts workshops under the round that they run in, and says an end only before a gap', () => {
    const item = (id: string, kind: 'workshop_round' | 'workshop' | 'plenum', startsAt: string, endsAt: string) =>
      ({ ...event().agenda[0]!, id, parentId: kind === 'workshop' ? 'r' : null, kind, title: `Punkt ${id}`, startsAt, endsAt })
    const text = html({ agenda: [item('r', 'workshop_round', '14:00', '15:30'), item('w', 'workshop', '14:00', '15:30'), item('p', 'plenum', '15:30', '16:00')] })
    expect(text).toMatch(/<ul class="ws"><li><b>A<\/b><span>Punkt w/)
    expect(text).not.toContain('bis 15:30 Uhr')
    expect(text).toContain('bis 16:00 Uhr')
  })

  it('calls an edition without a title by its number and format', () => {
    expect(html({ title: null, editionNo: 1, format: 'netzwerktreffen', formatName: 'Netzwerktreffen' })).toContain('>1. Netzwerktreffen</h1>')
  })

  it('shows all hosts in the header and the duties of each in the footer', () => {
    const second = { ...host, slug: 'amt', name: 'Bundesamt' }
    const text = renderPage(<EventPage frame={frame('de', { hosts: [host, second] })} event={event()} />)
    expect(text).toContain('/de/gastgeber/stadt/impressum')
    expect(text).toContain('/de/gastgeber/amt/datenschutz')
    expect(text.indexOf('Gefördert von A')).toBeLessThan(text.indexOf('Gefördert von B'))
  })

  it('cannot be broken out of through structured data', () => {
    const data = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html({ title: '</script><b>' }))?.[1] ?? ''
    expect(JSON.parse(data)).toMatchObject({ name: '</script><b>', startDate: '2027-01-14T11:00+01:00', '@type': 'Event' })
  })
})

describe('lists', () => {
  const off = event({ id: '2', slug: 'aus', title: 'Fällt aus', days: [{ date: '2026-12-01', startsAt: null, endsAt: null }], state: 'cancelled', registration: { ...event().registration, open: false, reason: 'cancelled' } })

  it.each([['ahead', '2026-11-25'], ['behind', '2027-01-10']])('strike the date of a cancelled event through and say that it is off, while it lies %s', (_where, today) => {
    const home = renderPage(<HomePage frame={frame('de')} today={today} series={[]} events={[off, event()]} />)
    expect(home).toContain('<s>1. Dezember 2026</s>')
    expect(home).toMatch(/Die Veranstaltung ist abgesagt|Abgesagt · /)
    const page = renderPage(<SeriesPage frame={frame('de')} today={today} series={{ ...series('de'), events: [off, event()] }} />)
    expect(page).toContain('<s>1. Dezember 2026</s>')
    expect(page).toContain('Die Veranstaltung ist abgesagt.')
    expect(page).toContain('<a class="kern-btn kern-btn--primary" href="/de/veranstaltungen/teilhabe"')
    expect(page.match(/geplant/g)).toBeNull()
  })
})

describe('lists', () => {
  const lists = (state: PublicEvent['state'], taken: number) => {
    const places = { capacity: 200, taken, free: 200 - taken, waiting: taken }
    const reason = state === 'inviting' ? 'open' : state === 'cancelled' ? 'cancelled' : 'done'
    const one = event({ state, registration: { ...event().registration, open: reason === 'open', reason, places } })
    const home = renderPage(<HomePage frame={frame('de')} today="2026-11-25" series={[]} events={[one]} />)
    return home + renderPage(<SeriesPage frame={frame('de')} today="2026-11-25" series={{ ...series('de'), nextEvent: null, events: [one] }} />)
  }

  // They are kept while nothing but such places changes.
  it.each(EVENT_STATES.filter((state) => !STATES_WITH_PLACES.includes(state)))('do not say how many places are left of one that is %s', (state) => {
    expect(lists(state, 1)).toBe(lists(state, 2))
  })

  it('say it of one that takes registrations', () => {
    expect(lists('inviting', 1)).not.toBe(lists('inviting', 2))
  })
})

describe('HomePage', () => {
  it('offers the next event with a free place first, not the one with a waiting list only', () => {
    const full = event({ id: '2', slug: 'voll', days: [{ date: '2027-01-01', startsAt: null, endsAt: null }], registration: { ...event().registration, places: { capacity: 5, taken: 5, free: 0, waiting: 1 } } })
    const text = renderPage(<HomePage frame={frame('de')} today="2026-11-25" series={[]} events={[full, event()]} />)
    expect(text.indexOf('/de/veranstaltungen/voll')).toBeLessThan(text.indexOf('/de/veranstaltungen/teilhabe'))
    expect(text).toContain('href="/de/veranstaltungen/teilhabe/anmeldung"')
    expect(text).not.toContain('href="/de/veranstaltungen/voll/anmeldung"')
  })
})

describe('RegistrationPage', () => {
  it('says errors in the title, in field order, in the same words at the field, and keeps what was typed', () => {
    const email = fieldMessage('de', 'field.email_no_domain_ending', { value: 'a@b' })
    const html = renderPage(registration('de', [{ field: 'land', message: 'Land fehlt' }, { field: 'email', message: email }]))
    expect(html).toContain('<title>Fehler: Anmeldung')
    expect([...html.matchAll(/<li><a href="#f-(\w+)">/g)].map((match) => match[1])).toEqual(['email', 'land'])
    expect(html.split(email)).toHaveLength(3)
    expect(html).toContain('value="a@b"')
  })

  it('carries the token, leaves consents unticked and needs no script', () => {
    const html = renderPage(registration('en'))
    expect(html).toContain('name="formToken" value="tok"')
    expect(html).toContain('method="post"')
    expect(html).not.toContain('checked')
    expect(html).toContain('name="consents" value="photo"')
  })

  it('shows the reason instead of a form when registration is closed', () => {
    const closed = event({ registration: { ...event().registration, open: false, reason: 'over', closesAt: '2026-11-20T11:00:00Z' } })
    const html = renderPage(<RegistrationPage frame={frame('de')} event={closed} formToken="t" values={{}} asks={ASKS} answers={NO_ANSWERS} consents={[]} errors={[]} />)
    expect(html).not.toContain('<form')
    expect(html).toContain('Die Anmeldung ist seit 20. November 2026 geschlossen.')
  })
})

describe('personal pages', () => {
  const page = (changes: Partial<PersonalParticipation>, of: Partial<PublicEvent> = {}, hasPage = true) =>
    renderPage(<PersonalPage frame={frame('de')} event={event(of)} hasPage={hasPage} participation={{ ...me, ...changes }} formToken="t" consentToken="ctok" {...PERSONAL} values={null} errors={[]} saved={false} />)

  it('show the online access with a confirmed place only', () => {
    expect(page({}, { mode: 'online', venue: null })).toContain('https://video.example/raum')
    expect(page({ standing: 'waiting', waitingPosition: 3 }, { mode: 'online', venue: null })).not.toContain('video.example')
  })

  it('say first that the event is off, without a way ahead or a calendar entry, whatever the place was', () => {
    const html = page({ mayChange: false, mayWithdraw: false, hasCalendar: false }, { state: 'cancelled', mode: 'online', venue: null })
    expect(html).toMatch(/<h1[^>]*>Die Veranstaltung ist abgesagt\./)
    for (const wrong of ['Platz bestätigt', 'nichts weiter zu tun', 'class="path"', 'termin.ics', 'video.example']) expect(html).not.toContain(wrong)
    expect(html).toMatch(/<s><span class="b">Donnerstag, 14\. Januar 2027, 11:00–18:30 Uhr<\/span><br\/>.*?<\/s>/)
  })

  it('show every consent in its words, with a button to revoke while it stands', () => {
    const given = { id: 'c1', text: 'Fotos dürfen veröffentlicht werden.', givenAt: '2026-11-09T10:00:00Z', revokedAt: null }
    const html = page({ consents: [given, { ...given, id: 'c2', revokedAt: '2026-11-10T10:00:00Z' }] })
    expect(html).toContain('Sie haben eingewilligt')
    expect(html.match(/<form[^>]*action="\/t\/sel.mac\/einwilligung"[^>]*method="post"/g)).toHaveLength(1)
    expect(html).toContain('name="formToken" value="ctok"/><input type="hidden" name="consent" value="c1"')
    expect(html).toContain('Eingewilligt am 9. November 2026')
    expect(html).toContain('Widerrufen am 10. November 2026')
    expect(page({ consents: [] })).not.toContain('eingewilligt')
  })

  it('lead to the page of the event only where the public sees one', () => {
    const pageOf = `href="/de/veranstaltungen/${event().slug}"`
    const withdrawn = (hasPage: boolean, state: Parameters<typeof WithdrawPage>[0]['state']) =>
      renderPage(<WithdrawPage frame={frame('de')} event={event()} hasPage={hasPage} name="Ada Muster" state={state} />)
    const impossible = { kind: 'impossible', personalPath: '/t/x' } as const
    for (const show of [(has: boolean) => page({}, {}, has), (has: boolean) => withdrawn(has, { kind: 'withdrawn' }), (has: boolean) => withdrawn(has, impossible)]) {
      expect(show(true)).toContain(pageOf)
      expect(show(false)).not.toContain(event().slug)
    }
  })

  it('say the position on the waiting list', () => {
    expect(page({ standing: 'waiting', waitingPosition: 3 })).toContain('Warteliste, Platz 3')
  })

  it('stay out of search engines, and leave the referrer to the header: a no-referrer page would post its forms without an origin', () => {
    expect(page({})).toContain('content="noindex, nofollow"')
    expect(page({})).not.toContain('no-referrer')
    expect(page({})).not.toContain('canonical')
  })

  it('confirm and withdraw by POST alone', () => {
    for (const [name, element] of allPages('de').filter(([one]) => one === 'confirm' || one === 'withdraw' || one === 'sign-in')) {
      const html = renderPage(element())
      expect([name, html.match(/<form[^>]*method="post"/g)?.length]).toEqual([name, 1])
      expect(html).not.toContain('href="/t/x/bestaetigen"')
    }
  })
})

describe('LegalPage', () => {
  it('says that a text is missing and whom to ask', () => {
    const html = renderPage(<LegalPage frame={frame('de')} page="accessibility" host={host} text={null} imprint={'# Anbieter\n\nMusterweg 1\nTelefon 030 1\nmail@host.example'} duties={NO_DUTIES} />)
    expect(html).toContain('hat diesen Text noch nicht hinterlegt')
    expect(html).toContain('Stadt &amp; Land &lt;Büro&gt;')
    expect(html).toContain('<p>Telefon 030 1<br/><a href="mailto:mail@host.example">')
    expect(html).not.toContain('Musterweg')
  })

  const statement = (duties: Partial<Record<keyof typeof NO_DUTIES, string>>, language: Language = 'de') =>
    renderPage(<LegalPage frame={frame(language)} page="accessibility" host={host} text="Wir bemühen uns." imprint={null} duties={{ ...NO_DUTIES, ...duties } as never} />)

  it('ends every statement with the form for barriers and the body that arbitrates under the law of the host', () => {
    for (const jurisdiction of JURISDICTIONS) {
      const body = ARBITRATION_BODIES[jurisdiction]
      const html = statement({ jurisdiction })
      expect(html).toContain(`<a href="/de/gastgeber/stadt/barriere-melden">Barriere melden</a></p>`)
      if (body === null) expect(html).toContain(`nach dem Recht des Landes ${words('de').vocabulary.lands[jurisdiction as Land]} für die Barrierefreiheit`)
      else expect([html.includes(body.name), body.website === null || html.includes(`<a href="${body.website}">`)]).toEqual([true, true])
    }
    expect(statement({})).toContain('nach dem für den Veranstalter geltenden Recht')
    expect(statement({ jurisdiction: 'DE' }, 'en')).toContain('<span lang="de">Schlichtungsstelle nach dem Behindertengleichstellungsgesetz')
  })

  it('takes the host at its own word about who arbitrates and whom to write to', () => {
    const html = statement({ jurisdiction: 'DE-BY', arbitration: 'Ombudsfrau der Stadt\nhttps://ombud.example/a', contact: 'a11y@host.example' })
    expect(html).toContain('<p>Ombudsfrau der Stadt<br/><a href="https://ombud.example/a">')
    expect(html).toContain('href="mailto:a11y@host.example"')
    expect(html).not.toContain('Landesamt für Digitalisierung')
  })

  it('says in which language Leichte Sprache and the video are, and embeds nothing', () => {
    const html = renderPage(<LegalPage frame={frame('en')} page="easy" host={host} text="Das ist leicht." imprint={null} duties={NO_DUTIES} />)
    expect(html).toContain('<div class="prose" lang="de-simple">')
    expect(html).toContain('<a href="https://gebaerden.example/dgs" hrefLang="gsg" rel="noreferrer">German Sign Language (video)</a>')
    expect(html).not.toMatch(/<(iframe|video|embed|object)/)
    const without = renderPage(<EventPage frame={frame('de', { hosts: [{ ...host, hasEasyLanguage: false, signVideoUrl: null }] })} event={event({ easyLanguage: null, signVideoUrl: null })} />)
    expect(without).not.toMatch(/leichte-sprache|gsg/)
    expect(renderPage(<EventPage frame={frame('de')} event={event()} />)).toMatch(/leichte-sprache" hrefLang="de-simple">Leichte Sprache<\/a>.*hrefLang="gsg"/)
  })

  it('links addresses in the text and nothing else', () => {
    const html = renderPage(<LegalPage frame={frame('de')} page="imprint" host={host} text={'Siehe https://host.example/a. mail@host.example javascript:alert(1)'} imprint={null} duties={NO_DUTIES} />)
    expect(html).toContain('<a href="https://host.example/a">')
    expect(html).toContain('<a href="mailto:mail@host.example">')
    expect(html).not.toContain('href="javascript')
  })
})
