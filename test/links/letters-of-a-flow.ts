import { type EventDetail, type EventSent, operations } from '@app/contracts'
import type { Installation } from '../support/installation.js'
import type { Letter } from '../support/mailbox.js'
import { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'

const DAY = 86_400_000

/** The links of one person, as paths. */
export interface PersonLinks {
  readonly email: string
  readonly confirm: string
  readonly manage: string
}

/** One event with one seat, told through every letter that it makes people get. */
export class Flow {
  readonly letters: Letter[] = []
  staff!: Staff
  event!: EventDetail

  constructor(readonly installation: Installation) {}

  /** Publishes an event with so many seats. */
  async open(capacity: number, more: Partial<EventSent> = {}): Promise<EventDetail> {
    this.staff ??= await Staff.byLink(this.installation)
    const host = { imprint: 'Landesbüro, Mainz', privacy: 'Verantwortlich ist das Landesbüro.', accessibility: 'Barrierefrei.', senderName: 'Dialogteam' }
    const organisation = await this.staff.call(operations.createOrganisation, { body: { name: `Landesbüro ${capacity} ${Math.trunc(performance.now())}`, host } })
    const { id } = await this.staff.call(operations.createEvent, {
      body: {
        format: 'zukunftsdialog', title: 'Teilhabe vor Ort', days: [{ date: new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10), startsAt: '11:00', endsAt: '18:00' }], capacity,
        venue: { name: 'Schloss', city: 'Mainz' }, hosts: [{ organisationId: organisation.id, role: 'veranstalter' }], ...more,
      },
    })
    this.event = await this.staff.call(operations.moveEvent, { params: { id }, body: { verb: 'publish' } })
    return this.event
  }

  visitor(): Visitor {
    return new Visitor(this.installation.url)
  }

  /** Registers by API. */
  async register(email: string, familyName = 'Muster'): Promise<Response> {
    return this.visitor().raw(`/api/v1/events/${this.event.slug}/registrations`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ givenName: 'Ada', familyName, email }),
    })
  }

  /** The next letter to an address; it is kept. */
  async letter(email: string, subject: RegExp): Promise<Letter> {
    const letter = await this.installation.mails.waitFor(email, subject)
    this.letters.push(letter)
    return letter
  }

  /** Registers and confirms; `subject` is the letter that follows. */
  async admit(email: string, subject: RegExp): Promise<PersonLinks> {
    const answer = await this.register(email)
    if (answer.status !== 202) throw new Error(`not taken: ${answer.status} ${await answer.text()}`)
    const confirm = linkIn(await this.letter(email, /^Bitte bestätigen/), /http\S+\/t\/\S+\/bestaetigen/)
    await this.visitor().send(await this.visitor().open(confirm))
    const manage = linkIn(await this.letter(email, subject), /http\S+\/t\/[\w.-]+(?=\s)/)
    return { email, confirm: new URL(confirm).pathname, manage: new URL(manage).pathname }
  }

  /** Every address of ours that stands in a letter, in text, HTML or calendar. */
  links(): string[] {
    const { url } = this.installation
    const found = this.letters.flatMap(({ text, html, calendar }) => [text, html.replaceAll('&amp;', '&'), (calendar?.raw ?? '').replace(/\r?\n[ \t]/g, '').replaceAll('\\n', '\n')])
      .flatMap((content) => content.match(/https?:\/\/[^\s"'<>)\\,;]+/g) ?? [])
      .map((address) => address.replace(/[.:]$/, '')).filter((address) => address.startsWith(url))
    return [...new Set(found)].sort()
  }
}

function linkIn(letter: Letter, pattern: RegExp): string {
  const found = pattern.exec(letter.text)?.[0]
  if (!found) throw new Error(`No link ${pattern} in:\n${letter.text}`)
  return found
}
