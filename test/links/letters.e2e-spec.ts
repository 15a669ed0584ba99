import { addresses, operations } from '@app/contracts'
import { describeWith } from '../services/index.js'
import { type Installation, startEmbedded, startProduction } from '../support/installation.js'
import { changeRow } from './change-row.js'
import { Flow, type PersonLinks } from './letters-of-a-flow.js'

/** How the scanners of mail gateways name themselves, and what they do with every link of every letter. */
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120 Safari/537.36 SafeLinks', 'BarracudaCentral/1.0', 'Mimecast-URL-Protect/2.1',
  'Proofpoint-URLDefense', 'curl/8.5.0', 'GoogleImageProxy',
]
const VISITS = ['GET', 'GET', 'GET', 'HEAD', 'POST'] as const
const AT_ONCE = 50
const environment = { LIMIT_SIGNUPS_PER_IP: '0' }

describe('the links of our letters, embedded', () => linksHold(() => startEmbedded({ environment })))
describeWith(['mariadb', 'redis'], 'the links of our letters, production', () => linksHold(() => startProduction({ environment })))

function linksHold(start: () => Promise<Installation>): void {
  let installation: Installation
  let flow: Flow
  let first: PersonLinks
  let second: PersonLinks
  const tokenOf = (path: string) => path.split('/')[2]!
  const selectorOf = (path: string) => tokenOf(path).split('.')[0]!
  const status = async (path: string, init?: RequestInit) => (await flow.visitor().raw(path, init)).status
  const mailsTo = async (email: string) => {
    await installation.tables()
    return installation.mails.count(email, /./)
  }
  /** The same form sent many times at once, as a nervous hand or a broken proxy does. */
  const sendAtOnce = async (path: string, values: Record<string, string> = {}) => {
    const { form } = await flow.visitor().open(path)
    const body = form.filled(values).toString()
    const headers = { origin: installation.url, 'content-type': 'application/x-www-form-urlencoded' }
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => flow.visitor().raw(form.action, { method: 'POST', headers, body })))
    return answers.map((answer) => `${answer.status} ${answer.headers.get('location')}`)
  }

  beforeAll(async () => {
    installation = await start()
    flow = new Flow(installation)
    await flow.open(1)
    first = await flow.admit('erste@links.example', /^Platz bestätigt/)
    second = await flow.admit('zweite@links.example', /^Warteliste/)
    await flow.admit('dritte@links.example', /^Warteliste/)
    await flow.register(first.email)
    await flow.letter(first.email, /^Ihre Anmeldung besteht bereits/)
    const ask = await flow.visitor().open(`${first.manage}/abmelden`)
    await flow.visitor().send(ask)
    await flow.letter(first.email, /./)
    await flow.letter(second.email, /^Ein Platz ist frei/)
    const { items } = await flow.staff.call(operations.listParticipants, { params: { id: flow.event.id }, query: {} })
    const third = items.find(({ email }) => email === 'dritte@links.example')!
    await flow.staff.call(operations.moveParticipant, { params: { id: flow.event.id, participantId: third.id }, body: { verb: 'refuse' } })
    await flow.letter('dritte@links.example', /./)
    await flow.register('unbestaetigt@links.example')
    await flow.letter('unbestaetigt@links.example', /^Bitte bestätigen/)
  }, 180_000)
  afterAll(() => installation?.kill())

  test('may be opened by six scanners, three times each, with HEAD and with POST as well: no row of any table changes', async () => {
    const links = flow.links()
    for (const pattern of [/\/bestaetigen$/, /\/t\/[\w.-]+$/, /\/(veranstaltungen|gastgeber)\//]) expect(links.filter((link) => pattern.test(link)).length).toBeGreaterThan(0)
    // What stands behind the personal pages is scanned as well: withdrawing, the calendar entry.
    const behind = await Promise.all(links.filter((link) => link.includes('/t/')).map((link) => flow.visitor().open(link)))
    const all = [...new Set([...links, ...behind.flatMap((page) => [...page.links.map(({ href }) => href), ...page.forms.map(({ action }) => action)])])].filter((link) => link.startsWith(installation.url))
    expect(all.some((link) => link.endsWith('/abmelden'))).toBe(true)
    const before = await installation.tables()
    for (const link of all) {
      for (const agent of AGENTS) {
        for (const method of VISITS) {
          const answer = await flow.visitor().raw(link, { method, headers: { 'user-agent': agent } })
          await answer.arrayBuffer()
          const isFine = method === 'POST' ? answer.status >= 400 && answer.status < 500 : answer.status === 200
          expect([link, method, isFine, answer.status]).toEqual([link, method, true, answer.status])
        }
      }
    }
    expect(await installation.tables()).toEqual(before)
  }, 180_000)

  test('are not interchangeable: a token opens what it was made for and nothing else', async () => {
    const tokens = { confirm: tokenOf(first.confirm), manage: tokenOf(second.manage), signIn: installation.signInLink!.split('/').pop()! }
    const places = {
      confirm: [addresses.confirm], manage: [addresses.manage, addresses.withdraw, addresses.calendar], signIn: [addresses.signIn],
    }
    const before = await installation.tables()
    for (const [made, token] of Object.entries(tokens)) {
      for (const [asked, paths] of Object.entries(places)) {
        if (made === asked) continue
        for (const path of paths) {
          const expected = asked === 'signIn' ? 410 : 404
          expect([made, path(token), await status(path(token))]).toEqual([made, path(token), expected])
          const post = { method: 'POST', headers: { origin: installation.url, 'content-type': 'application/x-www-form-urlencoded' }, body: 'formtoken=x' }
          expect([made, 'POST', (await status(path(token), post)) >= 400]).toEqual([made, 'POST', true])
        }
      }
    }
    expect(await installation.tables()).toEqual(before)
  })

  test('make one person of fifty equal requests at once: one registration and one letter, by API and by form', async () => {
    await flow.open(1)
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => flow.register('api@fuenfzig.example')))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]))
    expect(new Set(await sendAtOnce(addresses.registration('de', flow.event.slug), { familyName: 'Muster', email: 'form@fuenfzig.example' })))
      .toEqual(new Set([`303 ${addresses.registrationSent('de', flow.event.slug)}`]))
    for (const email of ['api@fuenfzig.example', 'form@fuenfzig.example']) {
      expect(await mailsTo(email)).toBe(1)
      expect((await installation.tables()).participation!.filter((row) => row.email === email)).toHaveLength(1)
    }
  }, 60_000)

  test('confirm and withdraw once, however often the button is pressed at once', async () => {
    const confirm = async (email: string) => {
      const letter = await flow.letter(email, /^Bitte bestätigen/)
      return new Set(await sendAtOnce(new URL(/http\S+\/t\/\S+\/bestaetigen/.exec(letter.text)![0]).pathname))
    }
    const [managed, ...others] = [...(await confirm('api@fuenfzig.example'))]
    expect([managed, others]).toEqual([expect.stringMatching(/^303 \/t\/[\w.-]+$/), []])
    expect(await mailsTo('api@fuenfzig.example')).toBe(2)
    await confirm('form@fuenfzig.example')
    expect(await mailsTo('form@fuenfzig.example')).toBe(2)
    const manage = managed!.split(' ')[1]!
    expect(new Set(await sendAtOnce(`${manage}/abmelden`))).toEqual(new Set([`303 ${manage}/abmelden`]))
    expect([await mailsTo('api@fuenfzig.example'), await mailsTo('form@fuenfzig.example')]).toEqual([3, 3])
    const counts = (await flow.staff.call(operations.readStaffEvent, { params: { id: flow.event.id } })).counts
    expect(counts).toMatchObject({ confirmed: 1, withdrawn: 1, waiting: 0 })
  }, 60_000)

  test('answer 410 on a page that helps, without a word about the person, once they are over or revoked', async () => {
    const guest = await flow.admit('spaet@links.example', /./)
    await flow.register('nie@links.example', 'Niemals')
    const letter = await flow.letter('nie@links.example', /^Bitte bestätigen/)
    const unused = new URL(/http\S+\/t\/\S+\/bestaetigen/.exec(letter.text)![0]).pathname
    const { form } = await flow.visitor().open(unused)
    await installation.tables()
    await changeRow(installation, 'UPDATE personal_link SET revoked_at = created_at WHERE selector = ?', selectorOf(guest.manage))
    await changeRow(installation, 'UPDATE personal_link SET expires_at = created_at WHERE selector = ?', selectorOf(unused))
    const post = { method: 'POST', headers: { origin: installation.url, 'content-type': 'application/x-www-form-urlencoded' }, body: form.filled({}).toString() }
    for (const [path, init] of [[guest.manage], [`${guest.manage}/abmelden`], [`${guest.manage}/termin.ics`], [unused], [unused, post]] as [string, RequestInit?][]) {
      const answer = await flow.visitor().raw(path, init)
      const html = await answer.text()
      expect([path, answer.status, /<h1/.test(html), /Muster|Niemals|links\.example/.test(html)]).toEqual([path, 410, true, false])
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect((await installation.tables()).participation!.find((row) => row.email === 'nie@links.example')).toMatchObject({ answer: 'unconfirmed' })
  }, 60_000)
}
