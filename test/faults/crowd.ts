import { setTimeout as pause } from 'node:timers/promises'
import { type EventDetail, operations } from '@app/contracts'
import type { Installation } from '../support/installation.js'
import type { Letter } from '../support/mailbox.js'
import { publishEvent } from '../support/staff-event.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'
import type { Acknowledged, ShownCounts } from './invariants.js'

/** How many people are at it at the same time. */
const AT_ONCE = 8
/** Nobody asks for longer than this. */
const PATIENCE_MS = 120_000

type Answer = Omit<Acknowledged, 'eventId'> | string

/** People who register for one event and confirm by the link of their letter, and who try again until they are told that it worked. */
export class Crowd {
  readonly acknowledged: Acknowledged[] = []
  /** Requests that broke off without an answer; those that found no server are not counted. */
  broken = 0
  private readonly followed = new Set<string>()

  private constructor(private readonly installation: Installation, readonly staff: Staff, readonly event: EventDetail) {}

  /** A crowd before a fresh event with so many places. */
  static async before(installation: Installation, capacity: number): Promise<Crowd> {
    const staff = await Staff.byLink(installation)
    return new Crowd(installation, staff, await publishEvent(staff, { capacity }))
  }

  /**
   * Registers everybody; resolves when all are acknowledged.
   * @param told called at each acknowledgement with the number of them so far
   * @throws Error when somebody is refused, or asks for two minutes in vain
   */
  async register(emails: readonly string[], told: (count: number) => void = () => undefined): Promise<void> {
    await this.all(emails, told, async (email) => {
      const answer = await new Visitor(this.installation.url).raw(`/api/v1/events/${this.event.slug}/registrations`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ givenName: 'Ada', familyName: 'Muster', email }),
      })
      return answer.status === 202 ? { email, what: 'registered' } : answer.text().then((text) => `${answer.status} ${text}`)
    })
  }

  /** Confirms everybody by the link of the letter that arrived; the rest as in `register`. */
  async confirm(letters: readonly Letter[], told: (count: number) => void = () => undefined): Promise<void> {
    await this.all(letters, told, async ({ to, text }) => {
      const visitor = new Visitor(this.installation.url)
      const asked = await visitor.open(/http\S+\/t\/\S+\/bestaetigen/.exec(text)![0])
      // Confirmed by a request whose answer got lost: the page says so and has no button any more.
      if (asked.status === 200 && asked.forms.length === 0) return { email: to[0]!, what: 'confirmed' }
      const page = asked.status === 200 ? await visitor.send(asked) : asked
      return page.status === 200 ? { email: to[0]!, what: 'confirmed' } : `${page.status} ${page.text}`
    })
  }

  /** Letters with a link to confirm by that were not asked for before, as many as make so many people in all. */
  async links(people: number): Promise<Letter[]> {
    const next: Letter[] = []
    for (const letter of await this.installation.mails.all()) {
      const to = letter.to[0]!
      if (this.followed.size === people || this.followed.has(to) || !letter.subject.startsWith('Bitte bestätigen')) continue
      this.followed.add(to)
      next.push(letter)
    }
    return next
  }

  /** Counts of the event as staff and the public are shown them. */
  async shown(): Promise<ShownCounts[]> {
    const { items } = await this.staff.call(operations.listStaffEvents)
    const { registration } = await this.staff.call(operations.readEvent, { params: { slug: this.event.slug } })
    return [...items, { id: this.event.id, ...registration.places }]
  }

  private async all<T>(things: readonly T[], told: (count: number) => void, ask: (thing: T) => Promise<Answer>): Promise<void> {
    const turns = things.values()
    let count = 0
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (const thing of turns) {
        this.acknowledged.push({ eventId: this.event.id, ...(await this.answered(() => ask(thing))) })
        told(++count)
      }
    }))
  }

  /** Asks until there is an answer: a server that is gone is on its way back. */
  private async answered(ask: () => Promise<Answer>): Promise<Exclude<Answer, string>> {
    const deadline = AbortSignal.timeout(PATIENCE_MS)
    for (;;) {
      let said: Answer
      try {
        said = await ask()
      } catch (error) {
        if (((error as Error).cause as { code?: string } | undefined)?.code !== 'ECONNREFUSED') this.broken += 1
        if (deadline.aborted) throw error
        await pause(50)
        continue
      }
      if (typeof said !== 'string') return said
      throw new Error(`Refused: ${said}`)
    }
  }
}
