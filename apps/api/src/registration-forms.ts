import { Injectable } from '@nestjs/common'
import type { Language, RegistrationForm } from '@app/contracts'
import { EventLookup } from '@app/events'
import { ConsentKeeper, Questions, questionView } from '@app/participants'

/** What the form of an event asks beside the person: the same for the page, the API and the personal page. */
@Injectable()
export class RegistrationForms {
  constructor(private readonly events: EventLookup, private readonly questions: Questions, private readonly consents: ConsentKeeper) {}

  async of(eventId: string, language: Language): Promise<RegistrationForm> {
    const [lead] = await this.events.hostsOf(eventId)
    const hostId = lead?.id ?? null
    const [{ questions, offers }, consents] = await Promise.all([this.questions.of(eventId), this.consents.wordings(hostId, language)])
    const asksSpecial = offers.length > 0 || questions.some(({ special }) => special)
    return {
      questions: questions.map((question) => {
        const { retention: _internal, ...view } = questionView(question)
        return view
      }),
      needs: offers.map(({ kind, bookBy }) => ({ kind, bookBy })),
      consents,
      specialConsent: asksSpecial ? await this.consents.specialWording(hostId, language) : null,
    }
  }
}
