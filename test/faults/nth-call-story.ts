import { type RegistrationSent, addresses } from '@app/contracts'
import { CalendarEntryEntity, MessageEntity } from '@app/mailing'
import { ParticipationEntity } from '@app/participants'
import type { Hit, NthCall, Way } from './nth-call.js'
import type { Arrived, Stage } from './nth-call-stage.js'
import { plantFullEvent } from '../mailing/mail-rooms.js'
import { Visitor } from '../support/visitor.js'
import type { VisitorPage } from '../support/visitor-page.js'
import { type Acknowledged, brokenInvariants } from './invariants.js'
import type { SeenMail } from './invariants-of-letters.js'

/** How often somebody tries before giving up; one fault explains one try in vain. */
const TRIES = 3

/** What one person was sent, in order: the kind of letter and what it did with the calendar. */
const TOLD = {
  ada: ['confirm_request', 'place_confirmed REQUEST 0', 'withdrawn CANCEL 1'],
  bea: ['confirm_request', 'waiting', 'promoted REQUEST 0'],
} as const

/** What one call that fails explains. */
export interface Allowed {
  /** Requests that are refused. */
  refusals: number
  /** Mails that come twice, under the same Message-ID. */
  repeats: number
}

/**
 * Ada takes the only seat of an event, Bea waits, Ada withdraws, Bea moves up. Whoever gets no answer presses the button again, the
 * outbox tries again by itself, and nobody else does anything.
 */
export class Story {
  private readonly seen: SeenMail[] = []
  private readonly acknowledged: Acknowledged[] = []
  private number = 0
  private repeats = 0
  /** How much was wrong in all plays so far. */
  faults = 0

  /** @param allowed what a call that fails may cost */
  constructor(private readonly stage: Stage, private readonly fault: NthCall, private readonly allowed: (hit: Hit, way: Way) => Allowed) {}

  /** Plays it once, on an event of its own, the n-th call failing. @param begin happens once calls are counted */
  async play(n: number, way: Way, begin: () => void = () => undefined): Promise<{ hit: Hit | null; wrong: string[] }> {
    const eventId = await plantFullEvent(this.stage, { capacity: 1 })
    const run = new Run(this.stage, eventId, (this.number += 1))
    this.fault.arm(n, way)
    begin()
    const failure = await run.play().then(() => null, (error: unknown) => String(error))
    const hit = this.fault.disarm()
    const allowed = hit ? this.allowed(hit, way) : { refusals: 0, repeats: 0 }
    this.repeats += allowed.repeats
    this.seen.push(...run.mails.map(seenMail))
    this.acknowledged.push(...run.acknowledged)
    const { config: { databaseUrl, dataDir }, judging } = this.stage
    const broken = await brokenInvariants({ databaseUrl, dataDir, sources: judging }, { mails: this.seen, repeats: this.repeats, acknowledged: this.acknowledged })
    const wrong = [...(failure === null ? await run.wrong(allowed) : [failure]), ...broken]
    this.faults += wrong.length
    return { hit, wrong }
  }
}

function seenMail({ parsed }: Arrived): SeenMail {
  const to = [parsed.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))
  return { messageId: parsed.messageId ?? '', to }
}

class Run {
  readonly mails: Arrived[] = []
  readonly acknowledged: Acknowledged[] = []
  private readonly refusals: number[] = []
  private readonly people: Readonly<Record<'ada' | 'bea', string>>

  constructor(private readonly stage: Stage, private readonly eventId: string, number: number) {
    this.people = { ada: `ada${number}@stadt.example`, bea: `bea${number}@kreis.example` }
  }

  async play(): Promise<void> {
    await this.register('ada')
    await this.confirm('ada')
    await this.register('bea')
    await this.confirm('bea')
    await this.withdraw('ada')
    await this.stage.settle()
    this.mails.push(...(await this.stage.arrived()))
  }

  /** What differs from how it must end. */
  async wrong({ refusals, repeats }: Allowed): Promise<string[]> {
    const { read } = this.stage.transactions
    const wrong: string[] = []
    for (const who of ['ada', 'bea'] as const) {
      const rows = await read.findBy(ParticipationEntity, { eventId: this.eventId, email: this.people[who] })
      const is = rows.map(({ answer, place }) => `${answer}/${place}`).join()
      const should = who === 'ada' ? 'withdrawn/none' : 'accepted/confirmed'
      if (is !== should) wrong.push(`${who} is ${is}, should be ${should}`)
      const letters = await read.find(MessageEntity, { where: { participationId: rows[0]?.id ?? '' }, order: { id: 'ASC' } })
      const told = letters.filter(({ fate }) => fate === 'sent').map(({ kind, method, sequence }) => [kind, method, sequence].filter((part) => part !== null).join(' '))
      if (told.join() !== TOLD[who].join()) wrong.push(`${who} was told ${told.join(', ')}`)
      const unsent = letters.filter(({ fate }) => fate !== 'sent')
      if (unsent.length > 0) wrong.push(`${who} has letters that are ${unsent.map(({ fate }) => fate).join()}`)
      const entries = await read.findBy(CalendarEntryEntity, { participationId: rows[0]?.id ?? '' })
      const uids = new Set(this.mailsTo(who).flatMap(({ calendar }) => calendar?.uid ?? []))
      if (entries.length !== 1 || uids.size !== 1 || !uids.has(entries[0]!.uid)) wrong.push(`${who} has ${entries.length} calendar entries and mails of ${uids.size}`)
    }
    const again = this.mails.length - new Set(this.mails.map(({ parsed }) => parsed.messageId)).size
    if (again > repeats) wrong.push(`${again} mails came once more`)
    if (this.refusals.length > refusals) wrong.push(`${this.refusals.length} requests were refused: ${this.refusals.join()}`)
    const untrue = this.refusals.filter((status) => status < 500)
    if (untrue.length > 0) wrong.push(`a fault of ours was answered ${untrue.join()}`)
    return wrong
  }

  private async register(who: 'ada' | 'bea'): Promise<void> {
    const body: RegistrationSent = { givenName: who, familyName: 'Muster', email: this.people[who] }
    await this.insist(async () => {
      const answer = await new Visitor(this.stage.url).raw(`/api/v1/events/event-${this.eventId}/registrations`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
      })
      await answer.arrayBuffer()
      return answer.status
    })
    this.acknowledged.push({ eventId: this.eventId, email: this.people[who], what: 'registered' })
  }

  private async confirm(who: 'ada' | 'bea'): Promise<void> {
    const link = await this.linkTo(who, /http\S+\/t\/\S+\/bestaetigen/)
    await this.press(link)
    this.acknowledged.push({ eventId: this.eventId, email: this.people[who], what: 'confirmed' })
  }

  private async withdraw(who: 'ada' | 'bea'): Promise<void> {
    const link = await this.linkTo(who, /http\S+\/t\/[\w.-]+(?=\s)/)
    await this.press(addresses.withdraw(new URL(link).pathname.split('/')[2]!))
    this.acknowledged.push({ eventId: this.eventId, email: this.people[who], what: 'withdrawn' })
  }

  /** Opens a page and presses its only button, if it still has one. */
  private async press(address: string): Promise<void> {
    const visitor = new Visitor(this.stage.url)
    const page = await this.page(() => visitor.open(address))
    if (page.forms.length === 0) throw new Error(`nothing to press on ${page.title}`)
    let isAgain = false
    await this.page(async () => {
      // Whoever got no answer looks first whether it is done.
      const now = isAgain ? await visitor.open(address) : page
      isAgain = true
      return now.status < 400 && now.forms.some(({ method, action }) => method === 'POST' && action === page.forms[0]!.action) ? visitor.send(now) : now
    })
  }

  private async page(open: () => Promise<VisitorPage>): Promise<VisitorPage> {
    let page!: VisitorPage
    await this.insist(async () => {
      page = await open()
      return page.status
    })
    return page
  }

  private async insist(ask: () => Promise<number>): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const status = await ask()
      if (status < 400) return
      this.refusals.push(status)
    }
    throw new Error(`refused again and again: ${this.refusals.join()}`)
  }

  private async linkTo(who: 'ada' | 'bea', pattern: RegExp): Promise<string> {
    await this.stage.settle()
    this.mails.push(...(await this.stage.arrived()))
    const found = pattern.exec(this.mailsTo(who).at(-1)?.parsed.text ?? '')
    if (!found) throw new Error(`no letter to ${who} with ${pattern}`)
    return found[0]
  }

  private mailsTo(who: 'ada' | 'bea'): Arrived[] {
    return this.mails.filter(({ parsed }) => [parsed.to ?? []].flat().some(({ text }) => text.includes(this.people[who])))
  }
}
