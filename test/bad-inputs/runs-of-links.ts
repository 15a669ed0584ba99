import { addresses } from '@app/contracts'
import type { Letter } from '../support/mailbox.js'
import type { Rows, Run } from './row.js'
import type { Seen, Stage } from './stage.js'

interface Guest {
  confirm: string
  manage: string
  withdraw: string
  calendar: string
  all: readonly string[]
  placed: Letter
  mailbox: string
}

let guests = 0

/** Somebody with a place, and the links of both letters as paths. */
async function guest(stage: Stage): Promise<Guest> {
  const mailbox = `gast${++guests}@links.example`
  const { asked, placed } = await stage.admit({ givenName: 'Ada', familyName: `Gast${guests}`, email: mailbox }, mailbox)
  const confirm = new URL(stage.confirmLink(asked)).pathname
  const token = new URL(stage.personalLink(placed)).pathname.split('/')[2]!
  const own = { confirm, manage: addresses.manage(token), withdraw: addresses.withdraw(token), calendar: addresses.calendar(token) }
  return { ...own, all: Object.values(own), placed, mailbox }
}

const opened: Run = async ({ set, stage }) => {
  const { all } = await guest(stage)
  await stage.withoutTrace(async () => {
    for (const path of all) for (const agent of set.agents as string[]) for (let n = 0; n < Number(set.times); n++) {
      const answer = await stage.ask(path, { method: agent === 'HEAD' ? 'HEAD' : 'GET', headers: { 'user-agent': Buffer.from(agent).toString('latin1').replace(/[^\x20-\x7e]/g, '') } })
      expect(answer.status).toBe(200)
    }
  })
}

const lookedAt: Run = async ({ set, stage }) => {
  const { all } = await guest(stage)
  await stage.withoutTrace(async () => {
    for (const path of all) for (const method of [String(set.method), 'OPTIONS', 'GET']) {
      const answer = await stage.ask(path, { method, headers: set.headers as Record<string, string> })
      expect([path, method, answer.status < 500]).toEqual([path, method, true])
    }
  })
}

/** A scanner that submits forms it has not read: without the token of the page, from nowhere or from here. */
const submitted: Run = async ({ stage }) => {
  const { all } = await guest(stage)
  await stage.withoutTrace(async () => {
    const senders: Record<string, string>[] = [{}, { origin: stage.url }, { 'sec-fetch-site': 'same-origin' }, { origin: stage.url, 'content-type': 'application/x-www-form-urlencoded' }]
    for (const path of all) for (const headers of senders) {
      const answer = await stage.ask(path, { method: 'POST', headers })
      expect([path, [403, 404, 405].includes(answer.status)]).toEqual([path, true])
    }
  })
}

/** The token of one person on the page of another: the answer of an unknown token, letter for letter. */
const swapped: Run = async ({ stage }) => {
  const [a, b] = [await guest(stage), await guest(stage)]
  const token = (path: string) => path.split('/')[2]!
  const [selector] = token(a.manage).split('.')
  const [, mac] = token(b.manage).split('.')
  const [, otherPurpose] = token(a.confirm).split('.')
  const unknown = 'AAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB'
  await stage.withoutTrace(async () => {
    for (const [path, end] of [[a.manage, ''], [a.withdraw, '/abmelden'], [a.calendar, '/termin.ics'], [a.confirm, '/bestaetigen']] as const) {
      const right = await stage.ask(`/t/${unknown}${end}`)
      expect([path, right.status]).toEqual([path, 404])
      for (const wrong of [`${selector}.${mac}`, `${selector}.${otherPurpose}`, `${token(a.manage)}.x`, token(end === '/bestaetigen' ? a.manage : a.confirm)]) {
        const answer = await stage.ask(`/t/${wrong}${end}`)
        expect([wrong, answer.status, answer.text]).toEqual([wrong, 404, right.text])
      }
    }
  })
}

const usedAgain: Run = async ({ stage }) => {
  const { confirm, manage, mailbox } = await guest(stage)
  await stage.withoutTrace(async () => {
    const page = await stage.visitor().open(confirm)
    expect([page.status, page.forms.length]).toEqual([200, 0])
    expect(page.links.map(({ href }) => new URL(href).pathname)).toContain(manage)
  })
  expect(await stage.installation.mails.count(mailbox, /./)).toBe(2)
}

/** No page behind a link tells others its address: policy, nothing foreign on the page, and no token in the log. */
const noLeak: Run = async ({ stage }) => {
  const { all } = await guest(stage)
  for (const path of all) {
    const answer = await stage.ask(path)
    expect(answer.headers['referrer-policy']).toMatch(/^(no-referrer|same-origin)$/)
    expect(answer.headers['cache-control']).toBe('no-store')
    for (const [, address] of answer.text.matchAll(/(?:src|<link[^>]*href)="(https?:[^"]*)"/g)) expect(address).toMatch(new RegExp(`^${stage.url}`))
    for (const part of path.split('/')[2]!.split('.')) expect([path, stage.installation.api.output.includes(part)]).toEqual([path, false])
    expect(answer.text).not.toMatch(/<title>[^<]*[\w-]{22}\.[\w-]{43}/)
  }
}

const redirects: Run = async ({ set, stage }) => {
  const { manage } = await guest(stage)
  const isOurs = ({ headers: { location = '/' } }: Seen) => /^\/(?![/\\])/.test(String(location))
  for (const next of set.next as string[]) {
    for (const name of ['next', 'redirect', 'url', 'return']) {
      for (const path of ['/', '/de', '/console', manage, `${stage.registrations}`, '/anmelden/unsinn']) {
        const answer = await stage.ask(`${path}?${name}=${encodeURIComponent(next)}`)
        expect([path, next, isOurs(answer)]).toEqual([path, next, true])
      }
    }
    // As a path of its own: a doubled slash must not be read as another host.
    for (const path of [next.startsWith('/') ? next : `/${next}`, `/${next}/..`, `/assets/${next}`, `/console/${next}`]) expect([path, isOurs(await stage.ask(path.replace(/[\s]/g, '')))]).toEqual([path, true])
    const { form } = await stage.visitor().open(addresses.registration('de', stage.event.slug))
    const answer = await stage.ask(`${new URL(form.action).pathname}?next=${encodeURIComponent(next)}`, {
      method: 'POST', headers: { origin: stage.url, 'content-type': 'application/x-www-form-urlencoded' }, body: `${form.filled({ familyName: 'Weiter', email: `weiter${guests++}@links.example` })}&next=${encodeURIComponent(next)}`,
    })
    expect([answer.status, isOurs(answer)]).toEqual([303, true])
  }
}

/** Links whose time is over: 410, a page that helps, and nothing about the person. */
const expired: Run = async ({ stage }) => {
  const { manage, withdraw, calendar, confirm } = await guest(stage)
  const selector = (path: string) => path.split('/')[2]!.split('.')[0]!
  await stage.change('UPDATE personal_link SET revoked_at = created_at WHERE selector = ?', selector(manage))
  for (const path of [manage, withdraw, calendar]) {
    const answer = await stage.ask(path)
    expect([path, answer.status, /<h1/.test(answer.text), /Gast\d|links\.example/.test(answer.text)]).toEqual([path, 410, true, false])
  }
  // A confirm link that was used shows the state for as long as the participation lasts, but leads nowhere it must not.
  const used = await stage.ask(confirm)
  expect([used.status, used.text.includes('/t/')]).toEqual([200, false])
  const letter = await (async () => {
    const email = `spaet${guests++}@links.example`
    expect((await stage.register({ givenName: 'Ada', familyName: 'Spät', email })).status).toBe(202)
    return stage.installation.mails.waitFor(email, /^Bitte bestätigen/)
  })()
  const unused = new URL(stage.confirmLink(letter)).pathname
  const { form } = await stage.visitor().open(unused)
  await stage.change('UPDATE personal_link SET expires_at = created_at WHERE selector = ?', selector(unused))
  const late = [await stage.ask(unused), await stage.ask(unused, { method: 'POST', headers: { origin: stage.url, 'content-type': 'application/x-www-form-urlencoded' }, body: form.filled({}).toString() })]
  for (const answer of late) expect([answer.status, /<h1/.test(answer.text), /Spät|spaet/.test(answer.text)]).toEqual([410, true, false])
}

export const rowsOfLinks: Rows = {
  L01: { run: opened, without: 'links that answer an invitation with yes or no; those of our letters stand for them' },
  L03: { run: lookedAt }, L04: { run: submitted }, L05: { missing: 'distribution lists and campaigns with List-Unsubscribe' },
  L06: { run: swapped }, L09: { run: expired }, L10: { run: usedAgain }, L11: { run: noLeak }, L12: { run: redirects },
}
