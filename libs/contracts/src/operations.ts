import { z } from 'zod'
import { AccountList, AccountView, InvitationInput, ReasonInput, RoleGrantInput } from './accounts.js'
import { Audience } from './audience.js'
import { AuditPage, AuditQuery } from './audit.js'
import { BarrierReportList, BarrierReportView } from './barriers.js'
import { EventList, PublicEvent, SeriesList } from './programme.js'
import { RegistrationAccepted, RegistrationInput } from './registration.js'
import { EventDetail, EventInput, EventPatch, EventRowList, EventVerbInput, FormatList, SeriesChange, SeriesInput, SeriesView, SeriesViewList } from './editing.js'
import { OrganisationChange, OrganisationInput, OrganisationList, OrganisationView } from './organisations.js'
import { OutboxItem, OutboxPage, OutboxQuery } from './outbox.js'
import { CodeInput, FactorAdded, LanguageInput, OwnAccess, PasskeyInput, PasskeyOffer, PasskeySignIn, ProofInput, RecoveryCodeList, ResetInput, ResetRequest, TotpInput, TotpOffer } from './own-access.js'
import { OidcAddress, OidcBegin, SignInWays } from './oidc.js'
import { ParticipantCorrection, ParticipantInput, ParticipantPage, ParticipantQuery, ParticipantRow, ParticipantVerbInput } from './participants.js'
import type { Access, Permission, Rule } from './rights.js'
import { EventQuestions, FormatQuestionsSaved, NeedsCounts, NeedsList, AnswersOnBehalf, PersonAnswers, QuestionsChange, RegistrationForm } from './questions.js'
import { ErasureInput, ErasurePlan, PeopleFound, PeopleQuery, RetentionReport } from './privacy.js'
import { PasswordInput, SessionView, SignInInput } from './session.js'
import { CONSENT_PURPOSES } from './vocabulary.js'
import type { Whole } from './whole-body.js'

/**
 * One operation of the REST API: everything that router, validation, access guard, OpenAPI document and the console's client need.
 *
 * - `access`: who may call it, and where; see `Access`. A route that does not say so does not start.
 * - `body`: of a PUT every field must be there, see `leftOut`; elsewhere what is left out has its default or stays.
 * - `answer`: schema of the JSON answer, or the media type of a file.
 */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly access: Access
  /** Only for ten minutes after its caller proved who they are: somebody else at the machine, or with the cookie, gets no way in that stays. */
  readonly proved?: true
  readonly summary: string
  readonly status: number
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer?: z.ZodType | string
}

const atEvent = (may: Permission): Rule => ({ may, at: 'event' })
const atSeries = (may: Permission): Rule => ({ may, at: 'series' })
const somewhere = (may: Permission): Rule => ({ may, at: 'somewhere' })

const byId = z.object({ id: z.uuid() })
const byPerson = z.object({ personId: z.uuid() })
const bySlug = z.object({ slug: z.string().max(120) })
const listFilters = ParticipantQuery.omit({ after: true, limit: true }).extend({
  columns: z.enum(['attendance', 'all']).default('attendance'),
})

export const operations = {
  listSeries: { method: 'GET', path: '/api/v1/series', access: 'public', status: 200, summary: 'Public series', answer: SeriesList },
  listEvents: { method: 'GET', path: '/api/v1/events', access: 'public', status: 200, summary: 'Public events', answer: EventList },
  readEvent: { method: 'GET', path: '/api/v1/events/:slug', access: 'public', status: 200, summary: 'One public event', params: bySlug, answer: PublicEvent },
  readForm: { method: 'GET', path: '/api/v1/events/:slug/form', access: 'public', status: 200, summary: 'What the form of an event asks beside the person', params: bySlug, answer: RegistrationForm },
  register: {
    method: 'POST', path: '/api/v1/events/:slug/registrations', access: 'public', status: 202,
    summary: 'Register a person; the mailed link confirms it', params: bySlug, body: RegistrationInput, answer: RegistrationAccepted,
  },

  signIn: { method: 'POST', path: '/api/v1/session', access: 'public', status: 200, summary: 'Sign in with address and password', body: SignInInput, answer: SessionView },
  readSession: { method: 'GET', path: '/api/v1/session', access: 'entering', status: 200, summary: 'Who is signed in', answer: SessionView },
  signOut: { method: 'DELETE', path: '/api/v1/session', access: 'entering', status: 204, summary: 'Sign out' },
  giveSecondFactor: { method: 'POST', path: '/api/v1/session/second-factor', access: 'entering', status: 200, summary: 'Second step of signing in, by a code', body: CodeInput, answer: SessionView },
  offerPasskeySignIn: { method: 'POST', path: '/api/v1/session/passkey/options', access: 'public', status: 200, summary: 'Begin to sign in by a passkey; the same answer for everybody', body: z.strictObject({}), answer: PasskeyOffer },
  signInByPasskey: { method: 'POST', path: '/api/v1/session/passkey', access: 'public', status: 200, summary: 'Sign in by a passkey, which is both factors', body: PasskeySignIn, answer: SessionView },
  readSignInWays: { method: 'GET', path: '/api/v1/sign-in-ways', access: 'public', status: 200, summary: 'Ways in besides password and passkey', answer: SignInWays },
  beginOidc: { method: 'POST', path: '/api/v1/session/oidc', access: 'public', status: 200, summary: 'Begin to sign in by OpenID Connect; a cookie keeps the attempt until the browser is back', body: OidcBegin, answer: OidcAddress },
  setPassword: { method: 'PUT', path: '/api/v1/session/password', access: 'signed_in', status: 204, summary: 'Choose a password, by the one before or, where there is none, within ten minutes of a proof; every other session ends', body: PasswordInput },
  askReset: { method: 'POST', path: '/api/v1/password-reset', access: 'public', status: 204, summary: 'Ask for a letter with a link to choose a new password', body: ResetRequest },
  resetPassword: { method: 'PUT', path: '/api/v1/password-reset', access: 'public', status: 204, summary: 'Choose a new password by the link of that letter; every session ends', body: ResetInput },

  readOwnAccess: { method: 'GET', path: '/api/v1/own-access', access: 'signed_in', status: 200, summary: 'By what oneself gets in, and where one is signed in', answer: OwnAccess },
  setLanguage: { method: 'PUT', path: '/api/v1/own-access/language', access: 'signed_in', status: 204, summary: 'Language of mails to oneself', body: LanguageInput },
  endSession: { method: 'DELETE', path: '/api/v1/own-access/sessions/:sessionId', access: 'signed_in', status: 204, summary: 'End one of the own sessions', params: z.object({ sessionId: z.uuid() }) },
  endOtherSessions: { method: 'DELETE', path: '/api/v1/own-access/sessions', access: 'signed_in', status: 204, summary: 'End all own sessions but this one' },

  proveAgain: { method: 'POST', path: '/api/v1/own-access/proof', access: 'signed_in', status: 200, summary: 'Prove again who is signed in, before ways of signing in are added or taken away', body: ProofInput, answer: SessionView },
  offerTotp: { method: 'POST', path: '/api/v1/own-access/totp', access: 'signed_in', proved: true, status: 200, summary: 'Begin to set up an app for codes', answer: TotpOffer },
  confirmTotp: { method: 'PUT', path: '/api/v1/own-access/totp', access: 'signed_in', status: 200, summary: 'Take the app into use by its first code', body: TotpInput, answer: FactorAdded },
  removeTotp: { method: 'DELETE', path: '/api/v1/own-access/totp', access: 'signed_in', proved: true, status: 204, summary: 'Remove the app for codes' },
  offerPasskey: { method: 'POST', path: '/api/v1/own-access/passkeys/options', access: 'signed_in', proved: true, status: 200, summary: 'Begin to add a passkey', answer: PasskeyOffer },
  addPasskey: { method: 'POST', path: '/api/v1/own-access/passkeys', access: 'signed_in', status: 201, summary: 'Add a passkey', body: PasskeyInput, answer: FactorAdded },
  removePasskey: { method: 'DELETE', path: '/api/v1/own-access/passkeys/:passkeyId', access: 'signed_in', proved: true, status: 204, summary: 'Remove a passkey', params: z.object({ passkeyId: z.uuid() }) },
  beginOidcBinding: { method: 'POST', path: '/api/v1/own-access/oidc', access: 'signed_in', proved: true, status: 200, summary: 'Begin to bind the own account to the provider of OpenID Connect', body: OidcBegin, answer: OidcAddress },
  removeOidc: { method: 'DELETE', path: '/api/v1/own-access/oidc', access: 'signed_in', proved: true, status: 204, summary: 'Unbind the own account from the provider' },
  renewRecoveryCodes: { method: 'POST', path: '/api/v1/own-access/recovery-codes', access: 'signed_in', proved: true, status: 200, summary: 'New recovery codes; the former ones end', answer: RecoveryCodeList },

  listOrganisations: {
    method: 'GET', path: '/api/v1/organisations', access: somewhere('organisations.read'), status: 200, summary: 'Organisations of the address book',
    query: z.strictObject({ q: z.string().max(200).optional() }), answer: OrganisationList,
  },
  createOrganisation: { method: 'POST', path: '/api/v1/organisations', access: somewhere('organisations.write'), status: 201, summary: 'Create an organisation', body: OrganisationInput, answer: OrganisationView },
  updateOrganisation: {
    method: 'PUT', path: '/api/v1/organisations/:id', access: somewhere('organisations.write'), status: 200, summary: 'Change an organisation and its host texts',
    params: byId, body: OrganisationChange, answer: OrganisationView,
  },

  listBarrierReports: {
    method: 'GET', path: '/api/v1/barrier-reports', access: somewhere('organisations.write'), status: 200, summary: 'Barriers reported to the hosts whose texts the caller may change',
    answer: BarrierReportList,
  },
  closeBarrierReport: {
    method: 'POST', path: '/api/v1/barrier-reports/:id/closure', access: somewhere('organisations.write'), status: 200, summary: 'Close a report that was seen to; again changes nothing',
    params: byId, answer: BarrierReportView,
  },

  listFormats: { method: 'GET', path: '/api/v1/formats', access: somewhere('programme.read'), status: 200, summary: 'Formats and their defaults', answer: FormatList },
  saveFormatQuestions: {
    method: 'PUT', path: '/api/v1/formats/:key/questions', access: somewhere('programme.write'), status: 200,
    summary: 'What new events of a format ask; for whoever writes the whole programme', params: z.object({ key: z.string().max(60) }), body: QuestionsChange, answer: FormatQuestionsSaved,
  },
  listStaffSeries: { method: 'GET', path: '/api/v1/staff/series', access: somewhere('programme.read'), status: 200, summary: 'Series of the own part of the programme, and those above it', answer: SeriesViewList },
  createSeries: { method: 'POST', path: '/api/v1/series', access: somewhere('programme.write'), status: 201, summary: 'Create a series', body: SeriesInput, answer: SeriesView },
  updateSeries: { method: 'PUT', path: '/api/v1/series/:id', access: atSeries('programme.write'), status: 200, summary: 'Change a series', params: byId, body: SeriesChange, answer: SeriesView },

  listStaffEvents: { method: 'GET', path: '/api/v1/staff/events', access: somewhere('programme.read'), status: 200, summary: 'Events of the own part of the programme with their true states', answer: EventRowList },
  createEvent: { method: 'POST', path: '/api/v1/events', access: somewhere('programme.write'), status: 201, summary: 'Create an event from a format', body: EventInput, answer: EventDetail },
  readStaffEvent: { method: 'GET', path: '/api/v1/staff/events/:id', access: atEvent('programme.read'), status: 200, summary: 'One event with all facts', params: byId, answer: EventDetail },
  updateEvent: { method: 'PATCH', path: '/api/v1/events/:id', access: atEvent('programme.write'), status: 200, summary: 'Change facts of an event', params: byId, body: EventPatch, answer: EventDetail },
  readAudience: {
    method: 'GET', path: '/api/v1/events/:id/audience', access: atEvent('programme.write'), status: 200, summary: 'How many people a change or a cancellation would be told to',
    params: byId, answer: Audience,
  },
  moveEvent: {
    method: 'POST', path: '/api/v1/events/:id/state', access: atEvent('programme.publish'), status: 200, summary: 'Publish, close, reopen or cancel an event',
    params: byId, body: EventVerbInput, answer: EventDetail,
  },

  readQuestions: {
    method: 'GET', path: '/api/v1/events/:id/questions', access: atEvent('programme.read'), status: 200, summary: 'What the form of an event asks, and what it asked before',
    params: byId, answer: EventQuestions,
  },
  saveQuestions: {
    method: 'PUT', path: '/api/v1/events/:id/questions', access: atEvent('programme.write'), status: 200, summary: 'Change what the form of an event asks; answered questions are retired, not changed',
    params: byId, body: QuestionsChange, answer: EventQuestions,
  },
  countNeeds: {
    method: 'GET', path: '/api/v1/events/:id/needs/counts', access: atEvent('needs.count'), status: 200, summary: 'How many people need or chose what, without names',
    params: byId, answer: NeedsCounts,
  },
  listNeeds: {
    method: 'GET', path: '/api/v1/events/:id/needs', access: atEvent('needs.read'), status: 200, summary: 'Who needs what, with answers of special categories', params: byId, answer: NeedsList,
  },
  readNeedsFile: {
    method: 'GET', path: '/api/v1/events/:id/needs/:participantId/:question', access: atEvent('needs.read'), status: 200, summary: 'A file that answers a question of a special category, by the key of the question',
    params: z.object({ id: z.uuid(), participantId: z.uuid(), question: z.string().max(40) }), answer: 'application/octet-stream',
  },
  needsCsv: {
    method: 'GET', path: '/api/v1/events/:id/needs.csv', access: atEvent('needs.read'), status: 200, summary: 'Who needs what, as CSV (UTF-8 with BOM, semicolons)', params: byId,
    answer: 'text/csv; charset=utf-8',
  },

  listParticipants: {
    method: 'GET', path: '/api/v1/events/:id/participants', access: atEvent('people.read'), status: 200, summary: 'Participants by filter, a page at a time, in phone-book order',
    params: byId, query: ParticipantQuery, answer: ParticipantPage,
  },
  addParticipant: {
    method: 'POST', path: '/api/v1/events/:id/participants', access: atEvent('people.write'), status: 201, summary: 'Register a person by hand',
    params: byId, body: ParticipantInput, answer: ParticipantRow,
  },
  editParticipant: {
    method: 'PUT', path: '/api/v1/events/:id/participants/:participantId', access: atEvent('people.write'), status: 200, summary: 'Correct the data of a person',
    params: z.object({ id: z.uuid(), participantId: z.uuid() }), body: ParticipantCorrection, answer: ParticipantRow,
  },
  readAnswers: {
    method: 'GET', path: '/api/v1/events/:id/participants/:participantId/answers', access: atEvent('people.read'), status: 200,
    summary: 'What a person answered; special categories and needs only for the role needs', params: z.object({ id: z.uuid(), participantId: z.uuid() }), answer: PersonAnswers,
  },
  readAnswerFile: {
    method: 'GET', path: '/api/v1/events/:id/participants/:participantId/answers/:key', access: atEvent('people.read'), status: 200, summary: 'A file that a person handed in',
    params: z.object({ id: z.uuid(), participantId: z.uuid(), key: z.string().max(40) }), answer: 'application/octet-stream',
  },
  changeAnswers: {
    method: 'PATCH', path: '/api/v1/events/:id/participants/:participantId/answers', access: atEvent('people.write'), status: 200,
    summary: 'Change answers for somebody who calls or writes; special categories and needs only with the role needs',
    params: z.object({ id: z.uuid(), participantId: z.uuid() }), body: AnswersOnBehalf, answer: PersonAnswers,
  },
  revokeConsent: {
    method: 'POST', path: '/api/v1/events/:id/participants/:participantId/consents/:purpose/revocation', access: atEvent('people.write'), status: 200,
    summary: 'Take a consent back for somebody who calls or writes; the one to special categories only with the role needs, and with all that it allowed',
    params: z.object({ id: z.uuid(), participantId: z.uuid(), purpose: z.enum([...CONSENT_PURPOSES, 'special']) }), body: ReasonInput, answer: ParticipantRow,
  },
  moveParticipant: {
    method: 'POST', path: '/api/v1/events/:id/participants/:participantId/state', access: atEvent('people.write'), status: 200, summary: 'Give a place, put on the waiting list, refuse, withdraw',
    params: z.object({ id: z.uuid(), participantId: z.uuid() }), body: ParticipantVerbInput, answer: ParticipantRow,
  },
  listOutbox: {
    method: 'GET', path: '/api/v1/events/:id/outbox', access: atEvent('mail.read'), status: 200, summary: 'Mails of an event with their states and reasons, a page at a time, failed ones first',
    params: byId, query: OutboxQuery, answer: OutboxPage,
  },
  sendAgain: {
    method: 'POST', path: '/api/v1/events/:id/outbox/:outboxId/again', access: atEvent('mail.send'), status: 200, summary: 'Send a mail again that failed, or was withheld for its address',
    params: z.object({ id: z.uuid(), outboxId: z.uuid() }), answer: OutboxItem,
  },
  attendanceCsv: {
    method: 'GET', path: '/api/v1/events/:id/attendance.csv', access: atEvent('people.export'), status: 200, summary: 'Attendance list as CSV (UTF-8 with BOM, semicolons), as filtered',
    params: byId, query: listFilters, answer: 'text/csv; charset=utf-8',
  },
  attendanceXlsx: {
    method: 'GET', path: '/api/v1/events/:id/attendance.xlsx', access: atEvent('people.export'), status: 200, summary: 'Attendance list as XLSX, as filtered',
    params: byId, query: listFilters, answer: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },

  listAccounts: {
    method: 'GET', path: '/api/v1/accounts', access: somewhere('access.manage'), status: 200, summary: 'People with access to the own part of the programme, and their roles there',
    answer: AccountList,
  },
  inviteAccount: {
    method: 'POST', path: '/api/v1/accounts', access: somewhere('access.manage'), status: 201, summary: 'Invite a colleague by mail, with a first role',
    body: InvitationInput, answer: AccountView,
  },
  renewInvitation: {
    method: 'POST', path: '/api/v1/accounts/:id/invitation', access: somewhere('access.manage'), status: 200, summary: 'Send an invitation again, with a new link',
    params: byId, answer: AccountView,
  },
  giveRole: {
    method: 'POST', path: '/api/v1/accounts/:id/roles', access: somewhere('access.manage'), status: 201, summary: 'Give somebody a role',
    params: byId, body: RoleGrantInput, answer: AccountView,
  },
  endSessionsOf: {
    method: 'POST', path: '/api/v1/accounts/:id/sessions/end', access: somewhere('access.manage'), status: 204, summary: 'End every session of a colleague',
    params: byId, body: ReasonInput,
  },
  removeOidcOf: {
    method: 'POST', path: '/api/v1/accounts/:id/oidc/removal', access: somewhere('access.manage'), status: 204, summary: 'Unbind a colleague from the provider of OpenID Connect',
    params: byId, body: ReasonInput,
  },
  resetFactors: {
    method: 'POST', path: '/api/v1/accounts/:id/second-factor/reset', access: somewhere('access.manage'), status: 204, summary: 'Take every second factor from a colleague who has lost them',
    params: byId, body: ReasonInput,
  },
  revokeRole: {
    method: 'POST', path: '/api/v1/accounts/:id/roles/:grantId/revocation', access: somewhere('access.manage'), status: 200, summary: 'Revoke a role',
    params: z.object({ id: z.uuid(), grantId: z.uuid() }), body: ReasonInput, answer: AccountView,
  },
  closeAccount: {
    method: 'POST', path: '/api/v1/accounts/:id/closure', access: somewhere('access.manage'), status: 204, summary: 'Close an account with all its roles and sessions',
    params: byId, body: ReasonInput,
  },

  readAudit: {
    method: 'GET', path: '/api/v1/audit', access: somewhere('audit.read'), status: 200, summary: 'The log of changes in the own part of the programme, the newest first, a page at a time',
    query: AuditQuery, answer: AuditPage,
  },
  auditCsv: {
    method: 'GET', path: '/api/v1/audit.csv', access: somewhere('audit.read'), status: 200, summary: 'The log of changes as CSV, as filtered',
    query: AuditQuery.omit({ after: true, limit: true }), answer: 'text/csv; charset=utf-8',
  },

  findPeople: {
    method: 'GET', path: '/api/v1/privacy/people', access: somewhere('privacy.manage'), status: 200, summary: 'People over all events, to tell them what is stored or to forget them',
    query: PeopleQuery, answer: PeopleFound,
  },
  personJson: {
    method: 'GET', path: '/api/v1/privacy/people/:personId/data.json', access: somewhere('privacy.manage'), status: 200, summary: 'Everything stored about a person, for machines (Art. 15 and 20 GDPR)',
    params: byPerson, answer: 'application/json; charset=utf-8',
  },
  personHtml: {
    method: 'GET', path: '/api/v1/privacy/people/:personId/data.html', access: somewhere('privacy.manage'), status: 200, summary: 'Everything stored about a person, for reading (Art. 15 GDPR)',
    params: byPerson, answer: 'text/html; charset=utf-8',
  },
  readErasure: {
    method: 'GET', path: '/api/v1/privacy/people/:personId/erasure', access: somewhere('privacy.manage'), status: 200, summary: 'What would be erased, what is kept and until when',
    params: byPerson, answer: ErasurePlan,
  },
  erasePerson: {
    method: 'POST', path: '/api/v1/privacy/people/:personId/erasure', access: somewhere('privacy.manage'), status: 200, summary: 'Forget a person, as far as nothing must be kept (Art. 17 GDPR)',
    params: byPerson, body: ErasureInput, answer: ErasurePlan,
  },
  readRetention: {
    method: 'GET', path: '/api/v1/privacy/retention', access: somewhere('privacy.manage'), status: 200, summary: 'Periods, and what the last nightly deletions took away', answer: RetentionReport,
  },
} as const satisfies Record<string, Operation>

type Out<T> = T extends z.ZodType ? z.output<T> : undefined
type In<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a handler of the operation gets, validated. */
export interface Received<O extends Operation> {
  params: Out<O['params']>
  query: Out<O['query']>
  body: Out<O['body']>
}

/** What a client of the operation sends; a PUT leaves nothing out (`leftOut`). */
export interface Sent<O extends Operation> {
  params: In<O['params']>
  query: In<O['query']>
  body: O['method'] extends 'PUT' ? Whole<In<O['body']>> : In<O['body']>
}

/** What the operation answers; `undefined` for 204, a file is not JSON. */
export type Answered<O extends Operation> = O['answer'] extends z.ZodType ? z.output<O['answer']> : undefined
