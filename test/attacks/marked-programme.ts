import { AnswersInput, type Operation, ParticipantEdit, RegistrationInput, addresses, operations } from '@app/contracts'
import type { OperationName } from '../access/asked.js'
import type { Installation } from '../support/installation.js'
import { dayAhead } from '../support/staff-event.js'
import type { Staff } from '../support/staff.js'
import { Visitor } from '../support/visitor.js'
import { wholeBody } from '../support/whole-body.js'
import { freeTextsIn, withAt } from './body-shapes.js'

/** Texts that are no free ones: they must be an address, a number, a key or a zone, or are never shown. */
const CHECKED = new Set(['key', 'email', 'senderEmail', 'phone', 'password', 'format', 'timeZone'])
/** Asked by the API alone. */
const NOT_IN_FORMS = ['officeSalutation']

/** What a marker was written into. */
export interface Marked {
  readonly n: number
  /** `createEvent /agenda/0/title` */
  readonly field: string
}

export interface MarkedProgramme {
  readonly eventId: string
  readonly slug: string
  readonly seriesId: string
  readonly seriesSlug: string
  readonly organisationId: string
  readonly hostSlug: string
  readonly accountId: string
  /** Of who was entered by hand. */
  readonly participantId: string
  /** The page of who has registered, and the link by which they confirmed. */
  readonly personal: string
  readonly confirm: string
  /** The form, filled in with something that is refused, as the answer to it. */
  readonly refusedForm: string
  readonly marked: readonly Marked[]
}

/** Fills every free text of every operation and form with a marker of its own, so far as the product takes it. */
export async function markProgramme(installation: Installation, staff: Staff, marker: (n: number) => string, name: string, first = 1): Promise<MarkedProgramme> {
  const marked: Marked[] = []
  const into = (schema: NonNullable<Operation['body']>, what: string, base: object, leave: readonly string[] = []) =>
    freeTextsIn(schema).filter((keys) => !CHECKED.has(keys.at(-1)!) && !keys.includes('shownIf') && !leave.includes(keys.at(-1)!)).reduce<unknown>((body, keys) => {
      const n = first + marked.length
      marked.push({ n, field: `${what} /${keys.join('/')}` })
      return withAt(body, keys, marker(n))
    }, base)
  const send = async <T>(operation: OperationName, params: Record<string, string>, base: object): Promise<T> => {
    const called: Operation = operations[operation]
    const body = into(called.body!, operation, base) as object
    const response = await staff.send(called, { params, body: called.method === 'PUT' ? wholeBody(called, body) : body })
    if (response.status !== operations[operation].status) throw new Error(`${operation} answered ${response.status}: ${await response.text()}`)
    return (response.status === 204 ? undefined : await response.json()) as T
  }
  interface Made { id: string; slug: string }
  const organisation = await send<Made>('createOrganisation', {}, {})
  await send('updateOrganisation', { id: organisation.id }, { expectedRevision: 0 })
  // Without one whose role is the key of the trade nothing is published.
  const hosts = [{ organisationId: organisation.id }, { organisationId: organisation.id, role: 'veranstalter' }]
  const series = await send<Made>('createSeries', {}, { hosts })
  await send('updateSeries', { id: series.id }, { hosts, expectedRevision: 0 })
  const date = dayAhead(60)
  const onlineUrl = `https://${name}.example/"onmouseover=dwRan(0)//<img/src=x/onerror=dwRan(0)>`
  const facts = { hosts, onlineUrl, signVideoUrl: onlineUrl, days: [{ date, startsAt: '10:00', endsAt: '16:00' }], agenda: [{ date, startsAt: '10:00', endsAt: '11:00' }], mode: 'hybrid' }
  const event = await send<Made>('createEvent', {}, { ...facts, format: 'workshop', seriesId: series.id })
  await send('updateEvent', { id: event.id }, facts)
  await send('saveQuestions', { id: event.id }, {
    expectedRevision: 0,
    questions: [{ key: 'wahl', kind: 'choice', options: ['erstens', 'zweitens'] }, { key: 'frage', kind: 'text', label: 'Ihre Frage', special: true }], needs: [{ kind: 'diet' }],
  })
  await send('moveEvent', { id: event.id }, { verb: 'publish' })
  const added = await send<Made>('addParticipant', { id: event.id }, { specialConsent: true, email: `${name}-hand@marker.example` })
  await send('editParticipant', { id: event.id, participantId: added.id }, { email: `${name}-hand@marker.example` })
  await send('moveParticipant', { id: event.id, participantId: added.id }, { verb: 'withdraw' })
  const account = await send<Made & { roles: { id: string }[] }>('inviteAccount', {}, { email: `${name}@stadt.example`, role: { role: 'editor', nodeId: event.id } })
  await send('giveRole', { id: account.id }, { role: 'reader', nodeId: series.id })
  await send('revokeRole', { id: account.id, grantId: account.roles[0]!.id }, {})

  const visitor = new Visitor(installation.url)
  const email = `${name}-selbst@marker.example`
  const values = into(RegistrationInput, 'registration form', { email, specialConsent: 'yes' }, NOT_IN_FORMS) as Record<string, string>
  const form = await visitor.open(addresses.registration('de', event.slug))
  const offered = Object.fromEntries(Object.entries(values).filter(([field]) => form.form.fields.some((one) => one.name === field)))
  const refused = await visitor.send(form, { ...offered, email: `${marker(0)} keine` })
  if (refused.status !== 422) throw new Error(`The form took an address that is none (${refused.status})`)
  const sent = await visitor.send(await visitor.open(addresses.registration('de', event.slug)), offered)
  if (sent.status !== 200) throw new Error(`The form refused the markers: ${sent.text}`)
  const { text } = await installation.mails.waitFor(email, /^Bitte bestätigen/)
  const confirm = /http\S+\/t\/\S+\/bestaetigen/.exec(text)![0]
  const personal = await visitor.send(await visitor.open(confirm), {}, /bestätigen/)
  const edit = into(ParticipantEdit, 'personal page', {}, NOT_IN_FORMS) as Record<string, string>
  const { fields } = personal.forms.find(({ fields: found }) => found.some(({ name: one }) => one === 'organisation'))!
  await visitor.send(personal, Object.fromEntries(Object.entries(edit).filter(([field]) => fields.some((one) => one.name === field))), /speichern/i)
  const say = into(AnswersInput, 'personal answers', { specialConsent: 'yes' }) as Record<string, string>
  await visitor.send(await visitor.open(personal.url), { ...say, 'answers.frage': marker(0) }, /Antworten speichern/)
  const hostSlug = /\/gastgeber\/([^/"]+)\//.exec((await visitor.open(addresses.event('de', event.slug))).html)![1]!
  return {
    eventId: event.id, slug: event.slug, seriesId: series.id, seriesSlug: series.slug, organisationId: organisation.id, hostSlug, accountId: account.id, participantId: added.id,
    personal: personal.url, confirm, refusedForm: refused.html, marked,
  }
}
