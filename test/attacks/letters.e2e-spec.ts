import Papa from 'papaparse'
import readXlsx from 'read-excel-file/node'
import { type EventDetail, addresses, operations } from '@app/contracts'
import { readableText } from '../access/readable-text.js'
import { type Installation, startEmbedded } from '../support/installation.js'
import type { Letter } from '../support/mailbox.js'
import { plainRequest } from '../support/plain-request.js'
import { publishEvent } from '../support/staff-event.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'

/** What people call themselves who want to write in our letters; what is left of it must be text, or it is refused. */
const TAKEN: Record<string, string> = {
  'a second line of the header': 'Eva\r\nBcc: opfer@evil.example\r\nX-Evil: ja',
  'a body of their own': 'Eva\r\n\r\n<h1>Neuer Text</h1>',
  'a template of others': '{{7919*7907}} ${7919*7907} <%= 7919*7907 %> #{7919*7907}',
  'our own placeholders': '{name} {event} {link} {confirmLink} {organisation}',
  'lines of a calendar': 'Eva\nATTENDEE:mailto:opfer@evil.example\nEND:VEVENT\nBEGIN:VEVENT',
  'parameters of a calendar': 'Eva";ROLE=CHAIR:mailto:opfer@evil.example;X="',
  'encoded words': '=?utf-8?B?PGI+RXZhPC9iPg==?= =?utf-8?Q?=0D=0ABcc:_opfer@evil.example?=',
  'an address': 'opfer@evil.example, "Eva" <zwei@evil.example>',
  'markup': '<a href="https://evil.example">Hier klicken</a><img src=x>',
  'two hundred letters': 'ß'.repeat(200),
}
const REFUSED: Record<string, string> = {
  'the direction turned': 'Eva \u202Emoc.live\u202C', 'an isolate': 'Eva \u2066x\u2069', 'a null': 'Eva\u0000', 'an escape': 'Eva\u001B[31m', 'a letter too many': 'ß'.repeat(201), 'a megabyte': 'x'.repeat(60_000),
}

/** The product that one of `a template of others` would leave behind, with whatever stands between its thousands; token and time have no such number by chance. */
const COMPUTED = /62\D?615\D?533/
/** All that a letter says, in subject, texts and calendar, but not in its links, which are full of digits by chance. */
const saidBy = ({ subject, text, html, calendar }: Letter) => [subject, text, html, (calendar?.raw ?? '').replace(/\r\n[ \t]/g, '')].join('\n').replace(/https?:\/\/[^\s"<>]+/g, '')

describe('letters, lists and entries about people with hostile names', () => {
  let installation: Installation
  let staff: Staff
  let event: EventDetail
  let plain: Letter[]
  const confirmed: { what: string; name: string; email: string; letters: Letter[] }[] = []

  /** Registers with such a name and confirms. @returns both letters */
  async function admit(name: string, email: string, slug = event.slug): Promise<Letter[]> {
    // Under the name of somebody else's server: no link of a letter may take it over.
    const body = JSON.stringify({ familyName: name, organisation: name, office: name, email })
    const answer = await plainRequest(`${installation.url}/api/v1/events/${slug}/registrations`, { method: 'POST', headers: { 'content-type': 'application/json', host: 'evil.example', 'x-forwarded-host': 'evil.example', 'content-length': String(Buffer.byteLength(body)) }, body })
    if (answer.status !== 202) throw new Error(`${answer.status}: ${answer.text}`)
    const asked = await installation.mails.waitFor(email, /^Bitte bestätigen/)
    const visitor = new Visitor(installation.url)
    await visitor.send(await visitor.open(/http\S+\/t\/\S+\/bestaetigen/.exec(asked.text)![0]), {}, /bestätigen/)
    return [asked, await installation.mails.waitFor(email, /./)]
  }

  beforeAll(async () => {
    installation = await startEmbedded({ environment: { LIMIT_SIGNUPS_PER_IP: '0', LIMIT_MAIL_PER_ADDRESS: '0' } })
    staff = await Staff.byLink(installation)
    event = await publishEvent(staff, { capacity: 100 })
    plain = await admit('Muster', 'muster@namen.example')
    for (const [n, [what, name]] of Object.entries(TAKEN).entries()) {
      const email = `n${n}@namen.example`
      confirmed.push({ what, name, email, letters: await admit(name, email) })
    }
  }, 240_000)
  afterAll(() => installation?.kill())

  /** Names of all fields of a letter's header. */
  const fieldsOf = ({ parsed }: Letter) => parsed.headerLines.map(({ key }) => key).sort()
  /** Names of properties in a calendar, with lines unfolded (RFC 5545 §3.1). */
  const propertiesOf = ({ calendar }: Letter) => (calendar?.raw ?? '').replace(/\r\n[ \t]/g, '').split('\r\n').map((line) => /^[A-Z-]+/.exec(line)?.[0] ?? line).filter((name) => name !== '')
  const tagsOf = ({ html }: Letter) => [...html.matchAll(/<[a-z][^\s>]*/gi)].map(([tag]) => tag.toLowerCase())
  const hostsOf = ({ html }: Letter) => [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link!).filter((link) => !link.startsWith(installation.url) && !link.startsWith('mailto:'))

  /** What a letter has that the one to a person of an ordinary name has not. */
  function differences(letter: Letter, usual: Letter, email: string): string[] {
    const differs = (what: string, one: unknown, other: unknown) => (JSON.stringify(one) === JSON.stringify(other) ? [] : [`${what}: ${JSON.stringify(one)} instead of ${JSON.stringify(other)}`])
    return [
      ...differs('fields', fieldsOf(letter), fieldsOf(usual)), ...differs('recipients', letter.to, [email]), ...differs('properties', propertiesOf(letter), propertiesOf(usual)),
      ...differs('attendee', letter.calendar?.attendee ?? null, usual.calendar && email), ...differs('elements', tagsOf(letter), tagsOf(usual)), ...differs('links', hostsOf(letter), hostsOf(usual)),
      ...differs('sender', letter.parsed.from?.text, usual.parsed.from?.text), ...differs('subject', letter.subject, usual.subject), ...(/evil\.example/.test(letter.parsed.headers.get('reply-to')?.toString() ?? '') ? ['reply-to'] : []),
    ]
  }

  test.each(Object.keys(TAKEN))('have the same fields, elements and properties for %s', (what) => {
    const { email, letters } = confirmed.find((one) => one.what === what)!
    expect(letters.flatMap((letter, n) => differences(letter, plain[n]!, email))).toEqual([])
    for (const letter of letters) {
      const { text, html } = letter
      expect([text.includes(`${installation.url}/t/`), /http:\/\/evil\.example\//.test(text + html), COMPUTED.test(saidBy(letter))]).toEqual([true, false, false])
    }
  })

  test('say names as they were entered, and no mail program makes a link of them', () => {
    for (const what of ['a template of others', 'our own placeholders', 'markup']) {
      const { name, letters } = confirmed.find((one) => one.what === what)!
      expect(letters[0]!.text.replace(/\u200B/g, '').replace(/\s+/g, ' ')).toContain(name)
      expect(letters[0]!.text).not.toContain('evil.example')
    }
  })

  test.each(Object.keys(REFUSED))('are not written for %s', async (what) => {
    const path = `/api/v1/events/${event.slug}/registrations`
    const body = (field: string) => JSON.stringify({ familyName: 'Eva', email: 'verweigert@namen.example', [field]: REFUSED[what] })
    for (const field of ['familyName', ...(what === 'a letter too many' ? [] : ['organisation', 'office'])]) {
      const answer = await plainRequest(installation.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: body(field) })
      expect([field, answer.status]).toEqual([field, 422])
    }
    expect(await installation.mails.count('verweigert@namen.example', /./)).toBe(0)
  })

  test('hold where the event itself has such a title, and staff wrote it', async () => {
    for (const [n, what] of ['a second line of the header', 'a template of others', 'our own placeholders', 'lines of a calendar', 'encoded words', 'markup'].entries()) {
      const { slug } = await publishEvent(staff, { title: TAKEN[what]!, capacity: 5 })
      const email = `titel${n}@namen.example`
      const letters = await admit('Muster', email, slug)
      expect([what, letters.flatMap((letter, at) => differences(letter, plain[at]!, email)).filter((line) => !line.startsWith('subject'))]).toEqual([what, []])
      expect([what, letters.some((letter) => COMPUTED.test(saidBy(letter)))]).toEqual([what, false])
      const page = await new Visitor(installation.url).open(addresses.event('de', slug))
      expect([page.status, page.html.includes('<a href="https://evil.example"')]).toEqual([200, false])
    }
  }, 120_000)

  test('fill one cell each in both lists for the door', async () => {
    const query = { columns: 'all' } as const
    const params = { id: event.id }
    const csv = (await staff.download(operations.attendanceCsv, { params, query })).content.toString('utf8')
    const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
    const xlsx = await readXlsx((await staff.download(operations.attendanceXlsx, { params, query })).content)
    const sheet = (Array.isArray(xlsx[0]) ? xlsx : (xlsx[0] as unknown as { data: unknown[][] }).data) as unknown[][]
    for (const list of [rows, sheet]) {
      for (const { email } of confirmed) expect([email, list.filter((row) => row.some((cell) => String(cell) === email)).length]).toEqual([email, 1])
      expect(list.flat().filter((cell) => typeof cell === 'string' && /[\r\n]/.test(cell) && cell.includes('evil'))).toEqual([])
    }
    // A text of an XLSX is one by its type, whatever it begins with; a formula is an element (ECMA-376 §18.3.1.40).
    expect(rows.flat().filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([])
    expect(await readableText(await staff.send(operations.attendanceXlsx, { params, query }))).not.toMatch(/<f[ >]/)
  })

  test('would be found where a template of others was computed, and not for a link that says the same', () => {
    const [asked] = plain as [Letter]
    const ways: [Partial<Letter>, boolean][] = [
      [{ subject: 'Bitte bestätigen: 62615533' }, true], [{ text: `${asked.text}\n62.615.533` }, true], [{ html: `${asked.html}<p>62,615,533</p>` }, true],
      [{}, false], [{ text: `${asked.text}\nhttp://127.0.0.1:1/t/a62615533b` }, false], [{ html: `${asked.html}<a href="http://127.0.0.1:1/t/62615533">` }, false],
    ]
    expect(ways.map(([more]) => COMPUTED.test(saidBy({ ...asked, ...more })))).toEqual(ways.map(([, isFound]) => isFound))
  })

  test('would be found with a field, an element or a property too many', () => {
    const [asked, entry] = plain as [Letter, Letter]
    expect(entry.calendar).not.toBeNull()
    const more = { ...asked, html: `${asked.html}<img src="https://evil.example/x">`, parsed: { ...asked.parsed, headerLines: [...asked.parsed.headerLines, { key: 'bcc', line: 'Bcc: x' }] } }
    expect(differences(more, asked, 'muster@namen.example').map((line) => line.split(':')[0])).toEqual(['fields', 'elements', 'links'])
    const invited = { ...entry, calendar: { ...entry.calendar!, raw: entry.calendar!.raw.replace('END:VEVENT', 'ATTENDEE:mailto:x@evil.example\r\nEND:VEVENT') } }
    expect(differences(invited, entry, 'muster@namen.example').map((line) => line.split(':')[0])).toEqual(['properties'])
  })
})
