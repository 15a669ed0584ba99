import { createElement } from 'react'
import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { showEmail } from '@app/contacts'
import { type Land, type Language, type PublicEvent, addresses, isAsked, numberInBox } from '@app/contracts'
import { EventLookup } from '@app/events'
import { AnswerReader, ConsentKeeper, type OpenAnswer, PersonalPage as PersonalAccess, type PersonalView } from '@app/participants'
import { type FieldProblem, Problem } from '@app/platform'
import { FormTokens } from '../http/form-tokens.js'
import { RegistrationForms } from '../registration-forms.js'
import { answerLabels } from './answer-values.js'
import { formErrors } from './form-values.js'
import { PageFrames } from './page-frames.js'
import { PublicProgramme } from './public-programme.js'
import { type AnswersShown, EventEasyPage, FORM_TOKEN_FIELD, type FormValues, type PersonalFile, type PersonalParticipation, PersonalPage, type PersonalProps, renderPage } from './views/index.js'

/** What a form that comes back with errors held, and what is wrong with it. */
interface Sent {
  /** Typed values of the person's own data; null shows what is stored. */
  values?: FormValues | null
  /** The same of answers. */
  answers?: AnswersShown | null
  problems?: readonly FieldProblem[]
  saved?: boolean
}

/** The page of one participation, as its own person sees it. */
@Injectable()
export class PersonalPages {
  constructor(
    private readonly personal: PersonalAccess,
    private readonly consents: ConsentKeeper,
    private readonly reader: AnswerReader,
    private readonly asked: RegistrationForms,
    private readonly programme: PublicProgramme,
    private readonly events: EventLookup,
    private readonly forms: FormTokens,
    private readonly frames: PageFrames,
  ) {}

  /** @throws Problem `not_found` for a link that was never given, `link_gone` for one that ended */
  async found(token: string): Promise<PersonalView> {
    const found = await this.personal.find(token)
    if (found.kind === 'unknown') throw new Problem('not_found')
    if (found.kind === 'gone') throw new Problem('link_gone')
    return found
  }

  /** The event as its participants see it, also when it is not public. */
  eventOf({ event, participation }: PersonalView): Promise<PublicEvent> {
    return this.programme.eventForItsPeople(event.id, participation.language)
  }

  async hasPage({ event }: PersonalView): Promise<boolean> {
    return (await this.events.eventForRegistration(event.id))?.hasPublicPage ?? false
  }

  async page(token: string, view: PersonalView, { values = null, answers = null, problems = [], saved = false }: Sent): Promise<string> {
    const { participation: row } = view
    const [event, hasPage, asks, own, consents] = await Promise.all([
      this.eventOf(view), this.hasPage(view), this.asked.of(row.eventId, row.language), this.reader.own(row.eventId, row.id), this.consents.of(row.id),
    ])
    const consented = consents.some(({ purpose, revokedAt }) => purpose === 'special' && revokedAt === null)
    const props: PersonalProps = {
      frame: await this.frames.of(row.language, null, { ...event, context: event.series?.title ?? null }),
      event, hasPage, asks, values, saved,
      participation: participationOf(token, view, event, consents, view.standing === 'confirmed' ? this.events.onlineUrlOf(view.event) : null),
      answers: answers ?? { values: valuesOf(own.answers, row.language), needs: own.need?.kinds ?? [], needsDetail: own.need?.detail ?? '', specialConsent: consented },
      files: filesOf(asks.questions, own.answers, consented),
      errors: formErrors(problems, values ?? {}, row.language, answerLabels(asks)),
      formToken: this.forms.issue('personal', token), answersToken: this.forms.issue('answers', token), consentToken: this.forms.issue('consent', token),
    }
    return renderPage(createElement(PersonalPage, props))
  }

  /** The event in Leichte Sprache, also when it is not public. @throws Problem `not_found` while nothing was written */
  async easy(token: string, view: PersonalView): Promise<string> {
    const event = await this.eventOf(view)
    if (event.easyLanguage === null) throw new Problem('not_found')
    const frame = await this.frames.of(view.participation.language, null, { ...event, context: event.series?.title ?? null })
    return renderPage(createElement(EventEasyPage, { frame, event, personal: addresses.manage(token) }))
  }
}

export function nameOf({ participation }: PersonalView): string {
  return [participation.givenNames, participation.familyName].filter(Boolean).join(' ')
}

/**
 * A form of a personal page comes from our own site and was given out by us. Speed tells nothing here: a page with one button is answered at once.
 * @throws Problem `cross_site`
 */
export function guardForm(forms: FormTokens, request: Request, form: string, token: string, body: Record<string, unknown>): void {
  forms.assertOwnSite(request)
  if (forms.check(form, token, body[FORM_TOKEN_FIELD]) === 'expired') throw new Problem('cross_site')
}

function participationOf(token: string, view: PersonalView, event: PublicEvent, consents: Awaited<ReturnType<ConsentKeeper['of']>>, onlineUrl: string | null): PersonalParticipation {
  const { participation: row } = view
  return {
    token,
    name: nameOf(view),
    email: showEmail(row.email ?? ''),
    standing: view.standing,
    waitingPosition: view.waitingPosition,
    registeredAt: row.createdAt.toISOString(),
    placeAt: row.placeAt?.toISOString() ?? null,
    reason: null,
    onlineUrl,
    salutation: row.salutation,
    title: row.title,
    organisation: row.organisationShown,
    office: row.officeAddress,
    land: row.land as Land | null,
    group: row.groupKey,
    phone: row.phone,
    language: row.language,
    consents: consents.map(({ id, text, givenAt, revokedAt }) => ({ id, text, givenAt: givenAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null })),
    mayChange: view.mayEdit,
    mayWithdraw: view.mayWithdraw,
    hasCalendar: view.standing === 'confirmed' && event.datePrecision === 'day' && event.state !== 'cancelled',
    deletedOn: null,
  }
}

/** What is stored, as the boxes show it. What came back from a form is shown as it was typed. */
function valuesOf(answers: readonly OpenAnswer[], language: Language): AnswersShown['values'] {
  const inBox = (kind: string, values: string[]) => (kind === 'number' ? values.map((value) => numberInBox(value, language)) : values)
  return Object.fromEntries(answers.filter(({ file }) => file === null).map(({ question, values }) => [question.key, inBox(question.kind, values)]))
}

/** Questions for a file that are put to this person, or were when there came one, and what lies there. */
function filesOf(questions: PersonalProps['asks']['questions'], answers: readonly OpenAnswer[], consented: boolean): PersonalFile[] {
  const given = new Map(answers.map(({ question, values }) => [question.key, values]))
  return questions.flatMap((question) => {
    if (question.kind !== 'file' || (!given.has(question.key) && !isAsked(question, given))) return []
    const { key, label, help, required, special } = question
    return [{ key, label, help, required, special, asksConsent: special && !consented, file: answers.find((answer) => answer.question.key === key)?.file ?? null }]
  })
}
