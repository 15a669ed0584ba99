import ICAL from 'ical.js'
import type { Letter } from '../support/mailbox.js'
import type { Played, Row, Rows, Run } from './row.js'
import { problemIn } from './stage.js'

/** What the case says of a person, in the fields of our registration. */
function bodyOf({ id, set }: Played): Record<string, unknown> {
  const { name, ...rest } = set
  return { familyName: 'Muster', email: addressOf(id), ...namesOf(name), ...rest }
}

const addressOf = (id: string) => `${id.toLowerCase()}@eingaben.example`

/** One field "name" as our two: the last word is the family name; what is not made of words stays whole. */
function namesOf(name: unknown): Record<string, unknown> {
  if (typeof name !== 'string') return name === undefined ? {} : { familyName: name }
  const words = /^\S+( \S+)+$/.test(name) ? name.split(' ') : [name]
  const familyName = words.pop()
  return words.length > 0 ? { givenName: words.join(' '), familyName } : { familyName }
}

type More = (played: Played, facts: { email: string; body: Record<string, unknown>; asked: Letter; placed: Letter; csv: Record<string, string>; xlsx: Record<string, string> }) => void | Promise<void>

/** Taken, and given out as it was sent by every channel: list, mail, calendar, CSV, XLSX; what `more` adds. */
const accepted = (more: More = () => undefined): Row => ({
  run: async (played) => {
    const { stage } = played
    const body = bodyOf(played)
    const email = String(body.email)
    const { asked, placed, page } = await stage.admit(body, email.toLowerCase())
    const row = await stage.rowOf(email)
    const given = [body.givenName, body.familyName].map((text) => (text ? String(text).normalize('NFC') : null))
    expect([row.givenName, row.familyName]).toEqual(given)
    const shown = given.filter(Boolean).join(' ')
    for (const letter of [asked, placed]) {
      expect([letter.parsed.to].flat()[0]!.value).toEqual([{ address: email, name: shown }])
      expect(letter.parsed.headers.has('bcc')).toBe(false)
      expect(letter.html).not.toMatch(/<script|<img|onerror=/i)
    }
    expectAttendee(placed, email, shown)
    expect(page.html).not.toMatch(/<script(?![^>]*ld\+json)/)
    const { csv, xlsx } = await stage.exportsOf(email)
    expect([xlsx.Vorname, xlsx.Nachname]).toEqual(given.map((text) => text ?? ''))
    for (const cell of Object.values(csv)) expect(cell).not.toMatch(/^[=@\t\r＝＠]|^[+-](?![\d ()/.-]*$)/)
    await more(played, { email, body, asked, placed, csv, xlsx })
    expect(await stage.installation.mails.count(email.toLowerCase(), /./)).toBe(2)
  },
})

function expectAttendee(letter: Letter, email: string, shown: string): void {
  const entry = new ICAL.Component(ICAL.parse(letter.calendar!.raw)).getFirstSubcomponent('vevent')!
  const attendees = entry.getAllProperties('attendee')
  expect(attendees.map((attendee) => attendee.getFirstValue())).toEqual([`mailto:${email}`])
  // A quotation mark cannot stand in a parameter (RFC 5545 §3.2): a blank takes its place.
  expect(attendees[0]!.getParameter('cn')).toBe(shown.replace(/"/g, ' ').replace(/ +/g, ' ').trim())
}

const asSent: More = ({ set }, { csv }) => {
  if (set.name !== undefined) expect([csv.Vorname, csv.Nachname].filter(Boolean).join(' ')).toBe(String(set.name).normalize('NFC'))
}

/** The organisation as the exports must have it. */
const organisation = (inCsv: string, inXlsx: string): More => (_played, { csv, xlsx }) => {
  expect([csv.Organisation, xlsx.Organisation]).toEqual([inCsv, inXlsx])
}

const textFields = new Set(['givenName', 'familyName', 'email', 'organisation', 'phone'])

/** Refused by the API with the fields named, by the form with a page that says it; nothing is stored and no letter leaves. */
export const refusesPerson = (...pointers: readonly string[]): Run => async (played) => {
  const { stage } = played
  const body = bodyOf(played)
  await stage.withoutTrace(async () => {
    const answer = await stage.register(body)
    const problem = problemIn(answer, Object.values(played.set)[0])
    expect([problem.status, problem.errors?.map(({ pointer }) => pointer)]).toEqual([422, pointers])
    // A browser turns half a character into a whole one before it sends a form.
    if (Object.values(body).some((value) => typeof value === 'string' && /\p{Cs}/u.test(value))) return
    const fields = Object.entries(body).filter((entry): entry is [string, string] => textFields.has(entry[0]) && typeof entry[1] === 'string')
    if (fields.length < Object.keys(body).length) return
    const page = await stage.sendForm(Object.fromEntries(fields))
    expect([page.status, page.headers['content-type']]).toEqual([422, 'text/html; charset=utf-8'])
    expect(page.text).toContain('aria-invalid="true"')
    for (const [, value] of fields) if (/[<>"&]/.test(value)) expect(page.text).not.toContain(value)
  })
}

const refused = (...pointers: readonly string[]): Row => ({ run: refusesPerson(...pointers) })

const quick = (run: Run): Run => async (played) => {
  const before = played.stage.seen.length
  await run(played)
  // The fastest of three: what blocks, blocks each time.
  const times = [played.stage.seen[before]!.milliseconds]
  for (let n = 0; n < 2; n++) times.push((await played.stage.register(bodyOf(played))).milliseconds)
  expect(Math.min(...times)).toBeLessThan(200)
}

/** The second registration says the same as the first; the list has as many people as it should. */
const twice = (people: number): Row => ({
  run: async ({ id, set, stage }) => {
    const names = { familyName: `Zweimal-${id}` }
    const first = await stage.register({ ...names, email: set.email })
    await stage.installation.mails.waitFor(String(set.email).toLowerCase(), /^Bitte bestätigen/)
    const second = await stage.register({ ...names, email: set.then })
    expect([second.status, second.text]).toEqual([first.status, first.text])
    const tables = await stage.installation.tables()
    const rows = tables.participation!.filter((row) => row.family_name === names.familyName)
    expect(rows).toHaveLength(people)
    expect(await stage.installation.mails.count(String(set.email).toLowerCase(), /./) + (people === 2 ? await stage.installation.mails.count(String(set.then), /./) : 0)).toBe(people)
  },
})

const internationalDomain: Row = {
  run: async ({ set, stage }) => {
    const answer = await stage.register({ familyName: 'Bücher', email: set.email })
    expect(answer.status).toBe(202)
    const row = (await stage.installation.tables()).participation!.find(({ family_name }) => family_name === 'Bücher')!
    expect([row.email, row.email_normalised]).toEqual([set.email, 'eva@xn--bcher-kva.example'])
    const { mails } = stage.installation
    const letter = await Promise.any([mails.waitFor('eva@xn--bcher-kva.example', /./), mails.waitFor(String(set.email), /./)])
    expect(String(letter.parsed.headerLines.find(({ key }) => key === 'to')!.line)).toContain('eva@xn--bcher-kva.example')
    expect((await stage.visitor().open(stage.confirmLink(letter))).text).toContain('eva@bücher.example')
  },
}

/** The answer names the field by a unknown-field error; free places stay what they were. */
const unknownField = (pointer: string): Row => ({
  run: async (played) => {
    const { stage } = played
    const places = async () => (await (await stage.visitor().raw(`/api/v1/events/${stage.event.slug}`)).json() as { registration: object }).registration
    const before = await places()
    await refusesPerson(pointer)({ ...played, set: Object.fromEntries(Object.entries(played.set).map(([key, value]) => [key, value === '$foreign' ? '01900000-0000-7000-8000-000000000000' : value])) })
    expect(await places()).toEqual(before)
  },
})

export const rowsOfPeople: Rows = {
  N06: accepted(asSent), N07: accepted(), N08: accepted(asSent), N09: accepted(), N10: accepted(asSent), N12: accepted(asSent), N14: accepted(asSent),
  N15: refused('/familyName'), N16: refused('/familyName'), N17: refused('/familyName'), N19: refused('/familyName'),
  E01: accepted(), E02: accepted(async (_played, { email }) => { expect(email).toContain('+dialog') }),
  E03: twice(1), E04: twice(2), E05: internationalDomain,
  E06: refused('/email'), E07: refused('/email'), E08: refused('/email'), E09: refused('/email'), E10: refused('/email'), E11: refused('/email'), E12: refused('/email'),
  E13: { run: quick(refusesPerson('/email')) }, E14: refused('/email'), E15: refused('/email'), E16: refused('/email'), E17: refused('/email'),
  X02: accepted(({ set }, { placed, asked, csv }) => {
    expect([csv.Nachname, csv.Organisation]).toEqual([set.name, set.organisation])
    for (const letter of [asked, placed]) expect(letter.text).toContain(String(set.name))
  }),
  X04: accepted(organisation("'=HYPERLINK(\"http://evil\",\"Klick\")", '=HYPERLINK("http://evil","Klick")')),
  X05: accepted(organisation("'@SUM(1+1)*cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0")),
  X07: accepted(organisation("'＝1+1", '＝1+1')),
  X08: accepted(({ set }, { csv, xlsx }) => { expect([csv.Telefon, xlsx.Telefon]).toEqual([set.phone, set.phone]) }),
  X09: accepted(organisation('A;B,"C" D', 'A;B,"C" D')),
  X12: accepted(),
  Q05: unknownField('/seats'), Q06: unknownField('/items'), Q07: unknownField('/workshopId'), Q08: unknownField('/workshops'),
  O01: accepted(organisation('<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>')), O02: refused('/familyName'), O03: refused('/organisation'),
  O04: accepted(organisation("'-2+3", '-2+3')), O05: accepted(),
}
