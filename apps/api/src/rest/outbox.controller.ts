import { Controller, Req } from '@nestjs/common'
import { type Language, type OutboxItem, type OutboxPage, type Received, operations } from '@app/contracts'
import { EventLookup } from '@app/events'
import { outboxReason, words } from '@app/i18n'
import { OutboxAgain, type OutboxFacts, OutboxView } from '@app/mailing'
import { Problem } from '@app/platform'
import { accountActor } from '@app/staff'
import type { StaffRequest } from '../http/access.guard.js'
import { Handles, Input } from '../http/operation.js'
import { languageOf } from '../http/request-language.js'

/** The mails of an event: where each stands and why, and sending one again. */
@Controller()
export class OutboxController {
  constructor(private readonly events: EventLookup, private readonly view: OutboxView, private readonly outbox: OutboxAgain) {}

  @Handles(operations.listOutbox)
  async list(@Req() request: StaffRequest, @Input() { params, query }: Received<typeof operations.listOutbox>): Promise<OutboxPage> {
    const event = await this.events.eventForRegistration(params.id)
    if (!event || event.id !== params.id) throw new Problem('not_found')
    const page = await this.view.page(params.id, query)
    const language = languageOf(request)
    return { ...page, items: page.items.map((facts) => withWords(facts, language)) }
  }

  @Handles(operations.sendAgain)
  async again(@Req() request: StaffRequest, @Input() { params }: Received<typeof operations.sendAgain>): Promise<OutboxItem> {
    await this.outbox.again(params.id, params.outboxId, accountActor(request.signedIn.account.id))
    return withWords(await this.view.one(params.id, params.outboxId), languageOf(request))
  }
}

function withWords(facts: OutboxFacts, language: Language): OutboxItem {
  // A row that has not been tried yet, or has left, has nothing to explain.
  const reason = facts.reason === null || facts.state === 'done' ? null : outboxReason(language, facts.state, facts.reason)
  return { ...facts, what: words(language).outbox.mails[facts.mail], reasonText: reason?.text ?? null, advice: reason?.advice ?? null }
}
