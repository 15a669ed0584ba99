import { type Operation, type Permission, ROLE_PERMISSIONS, type Role, operations } from '@app/contracts'
import { newId } from '@app/platform'
import { wholeBody } from '../support/whole-body.js'
import type { Colleague, Planted, PlantedProgramme, Where } from './planted-programme.js'

export type OperationName = keyof typeof operations

/** Where a role stands in the tests, and which of the planted things lie inside. */
export const PLACES = {
  'the series in one Land': { land: 'DE-RP', inside: ['own'] },
  'the series': { land: null, inside: ['own', 'foreignLand'] },
} as const satisfies Record<string, { land: 'DE-RP' | null; inside: readonly Where[] }>
export type PlaceName = keyof typeof PLACES

/** One request of the matrix and what the table of rights says about it. */
export interface Asked {
  operation: OperationName
  /** What is asked for, in words. */
  about: string
  params: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  expected: 'permitted' | 401 | 403 | 404 | 422
}

/** Bodies of operations at an event or series, accepted from whoever may. */
const BODIES: Partial<Record<OperationName, (thing: Planted) => unknown>> = {
  updateSeries: ({ organisationId }) => wholeBody(operations.updateSeries, { expectedRevision: 0, title: 'Reihe eigenmainz', public: false, hosts: [{ organisationId, role: 'veranstalter' }] }),
  updateEvent: () => ({ subtitle: 'Neuer Untertitel' }),
  saveQuestions: () => ({ expectedRevision: 1, questions: [], needs: [] }),
  moveEvent: () => ({ verb: 'publish' }),
  addParticipant: () => ({ familyName: 'Neu', email: null }),
  editParticipant: () => wholeBody(operations.editParticipant, { familyName: 'Berichtigt eigenmainz', email: null }),
  moveParticipant: () => ({ verb: 'withdraw' }),
  changeAnswers: () => ({ answers: {}, reason: 'Anruf' }),
  revokeConsent: () => ({ reason: 'Anruf' }),
}

/** Somebody inside and somebody outside of the own part. */
const aboutPeople = ({ events: { own, foreignProgramme } }: PlantedProgramme): Case[] => [
  { about: 'the own one', params: { personId: own.participantId } },
  { about: 'a foreign one', params: { personId: foreignProgramme.participantId }, refused: 404 },
]

type Case = Omit<Asked, 'operation' | 'expected'> & {
  /** Given that the role has the permission somewhere; `permitted` unless it says otherwise. */
  refused?: 403 | 404 | 422
}

/** What is asked of operations that hold for a part of the programme: things inside, things outside, and the way out of it. */
const SOMEWHERE: Partial<Record<OperationName, (planted: PlantedProgramme, place: PlaceName) => Case[]>> = {
  listOrganisations: () => [{ about: 'all', params: {}, query: { q: 'eigenmainz' } }],
  createOrganisation: () => [{ about: 'a new one', params: {}, body: { name: 'Neue Stelle' } }],
  updateOrganisation: ({ events: { own, foreignProgramme } }, place) => [
    // The organisation has its part at the series, which lies outside of one Land of it.
    { about: 'the own one', params: { id: own.organisationId }, body: wholeBody(operations.updateOrganisation, { expectedRevision: 0, name: 'Stiftung eigenmainz' }), ...(place === 'the series' ? {} : { refused: 403 }) },
    { about: 'one of the foreign programme', params: { id: foreignProgramme.organisationId }, body: wholeBody(operations.updateOrganisation, { expectedRevision: 0, name: 'Umbenannt' }), refused: 403 },
  ],
  listBarrierReports: () => [{ about: 'all', params: {} }],
  closeBarrierReport: ({ barrierReports: { own, foreignProgramme } }, place) => [
    { about: 'one to the own host', params: { id: own }, ...(place === 'the series' ? {} : { refused: 404 }) },
    { about: 'one to a host of the foreign programme', params: { id: foreignProgramme }, refused: 404 },
  ],
  readAudit: ({ events: { own, foreignProgramme } }): Case[] => [
    { about: 'all', params: {}, query: { limit: '200' } },
    { about: 'a foreign event', params: {}, query: { event: foreignProgramme.id } },
    { about: 'a person', params: {}, query: { subject: own.participantId } },
  ],
  auditCsv: () => [{ about: 'all', params: {} }],
  findPeople: (_things, place) => [
    { about: 'the own one', params: {}, query: { q: 'eigenmainz' } },
    { about: 'everybody of one name', params: {}, query: { q: 'ada' } },
    { about: 'a foreign address', params: {}, query: { q: `ada@${place === 'the series' ? 'fremdprogramm' : 'fremdhessen'}.example` } },
  ],
  personJson: aboutPeople,
  personHtml: aboutPeople,
  readErasure: aboutPeople,
  erasePerson: ({ events: { foreignProgramme, own } }) => [
    { about: 'a foreign person', params: { personId: foreignProgramme.participantId }, body: { reason: 'Antrag', participations: 1 }, refused: 404 },
    { about: 'a number that does not hold', params: { personId: own.participantId }, body: { reason: 'Antrag', participations: 7 } },
  ],
  readRetention: () => [{ about: 'all', params: {} }],
  listFormats: () => [{ about: 'all', params: {} }],
  saveFormatQuestions: () => [{ about: 'a format, which belongs to the whole programme', params: { key: 'workshop' }, body: { expectedRevision: 1, questions: [], needs: [] }, refused: 403 }],
  listStaffSeries: () => [{ about: 'all', params: {} }],
  createSeries: () => [{ about: 'beside the own one', params: {}, body: { title: 'Neue Reihe' }, refused: 403 }],
  listStaffEvents: () => [{ about: 'all', params: {} }],
  createEvent: ({ events: { own, foreignProgramme } }, place) => {
    const body = { format: 'workshop', title: 'Neu eigenmainz', seriesId: own.seriesId, regions: ['DE-RP'] }
    return [
      { about: 'in the own series and Land', params: {}, body },
      { about: 'in another Land', params: {}, body: { ...body, regions: ['DE-HE'] }, ...(place === 'the series' ? {} : { refused: 403 }) },
      { about: 'in the foreign series', params: {}, body: { ...body, seriesId: foreignProgramme.seriesId }, refused: 422 },
      { about: 'outside of every series', params: {}, body: { ...body, seriesId: null }, refused: 403 },
    ]
  },
  listAccounts: () => [{ about: 'all', params: {} }],
  inviteAccount: ({ events: { own, foreignProgramme } }, place) => {
    const body = () => ({ email: `${newId()}@stadt.example`, name: 'Neu eigenmainz' })
    const role = { role: 'reader', nodeId: own.seriesId, land: 'DE-RP' }
    return [
      { about: 'for the own series and Land', params: {}, body: { ...body(), role } },
      { about: 'for all Länder of the series', params: {}, body: { ...body(), role: { ...role, land: null } }, ...(place === 'the series' ? {} : { refused: 403 }) },
      { about: 'for the whole programme', params: {}, body: { ...body(), role: { role: 'admin' } }, refused: 403 },
      { about: 'for the foreign series', params: {}, body: { ...body(), role: { ...role, nodeId: foreignProgramme.seriesId } }, refused: 422 },
    ]
  },
  renewInvitation: (planted, place) => colleagues(planted, place, undefined),
  giveRole: (planted, place) => colleagues(planted, place, { role: 'finance', nodeId: planted.events.own.id, reason: 'Abrechnung' }),
  revokeRole: (planted, place) => [
    ...colleagues(planted, place, { reason: 'Wechsel' }),
    { about: 'a foreign role under an own colleague', params: { id: planted.ownColleagues[place].id, grantId: planted.foreignColleagues.foreignProgramme.grantId }, body: { reason: 'Wechsel' }, refused: 404 },
  ],
  endSessionsOf: (planted, place) => colleagues(planted, place, { reason: 'Gerät verloren' }),
  resetFactors: (planted, place) => colleagues(planted, place, { reason: 'Telefon verloren' }),
  removeOidcOf: (planted, place) => colleagues(planted, place, { reason: 'Anderer Dienst' }),
  closeAccount: (planted, place) => colleagues(planted, place, { reason: 'Ausgeschieden' }),
}

/** One's own colleague, and two of others. */
function colleagues({ ownColleagues, foreignColleagues }: PlantedProgramme, place: PlaceName, body: unknown): Case[] {
  const paramsOf = ({ id, grantId }: Colleague) => ({ id, grantId })
  return [
    { about: 'an own colleague', params: paramsOf(ownColleagues[place]), body },
    { about: 'one of another Land', params: paramsOf(foreignColleagues.foreignLand), body, ...(place === 'the series' ? {} : { refused: 404 }) },
    { about: 'one of the foreign programme', params: paramsOf(foreignColleagues.foreignProgramme), body, refused: 404 },
  ]
}

/**
 * Everything that is asked of one operation that needs a right, with the expectation from the table: nothing here knows a single role.
 * @param role null for an account without any
 * @throws Error when an operation is new and nobody has said yet what would be sent to it
 */
export function askedOf(name: OperationName, role: Role | null, place: PlaceName, planted: PlantedProgramme): Asked[] {
  const things = planted.events
  const { access, path, body }: Operation = operations[name]
  if (typeof access === 'string') return []
  const permissions: readonly Permission[] = role === null ? [] : ROLE_PERMISSIONS[role]
  const mayHere = permissions.includes(access.may)
  if (access.at === 'somewhere') {
    const cases = SOMEWHERE[name]?.(planted, place)
    if (!cases) throw new Error(`Say in test/access/asked.ts what is asked of ${name}.`)
    return cases.map(({ refused, ...rest }) => ({ operation: name, ...rest, expected: mayHere ? (refused ?? 'permitted') : 403 }))
  }
  if (body && !(name in BODIES)) throw new Error(`Say in test/access/asked.ts what is sent to ${name}.`)
  const names = [...path.matchAll(/:(\w+)/g)].map(([, param]) => param!)
  const paramsOf = (thing: Planted) => Object.fromEntries(names.map((param) => [param, param === 'id' && access.at === 'series' ? thing.seriesId : idIn(thing, param)]))
  const request = { operation: name, ...(body ? { body: BODIES[name]!(things.own) } : {}) }
  if (access.at === 'series') {
    // The series is the frame of what is read in one Land of it: seen, not changed.
    const atOwn = !permissions.includes('programme.read') ? 404 : mayHere && place === 'the series' ? 'permitted' : 403
    return [
      { ...request, about: 'the own series', params: paramsOf(things.own), expected: atOwn },
      { ...request, about: 'the foreign series', params: paramsOf(things.foreignProgramme), expected: 404 },
    ]
  }
  const inside: readonly Where[] = role === null ? [] : PLACES[place].inside
  const asked = (Object.keys(things) as Where[]).map((where): Asked => ({
    ...request, about: where, params: paramsOf(things[where]), expected: !inside.includes(where) || !permissions.includes('programme.read') ? 404 : mayHere ? 'permitted' : 403,
  }))
  if (names.length === 1) return asked
  const mixed = { ...paramsOf(things.foreignProgramme), id: things.own.id }
  return [...asked, { ...request, about: 'something foreign under the own event', params: mixed, expected: role === null || mayHere ? 404 : 403 }]
}

function idIn(thing: Planted, param: string): string {
  const found = (thing as unknown as Record<string, string>)[param]
  if (found === undefined) throw new Error(`Plant a ${param} in test/access/planted-programme.ts.`)
  return found
}
