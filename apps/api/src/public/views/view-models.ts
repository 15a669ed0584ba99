import type {
  BarrierReportInput, FileType, Jurisdiction, Land, Language, LegalPage, NeedKind, PublicEvent, PublicEventSummary, PublicHost, PublicSeries, PublicSeriesSummary, RegistrationForm, RegistrationInput,
  Salutation, Standing,
} from '@app/contracts'
import type { FieldProblem } from '@app/ui'

/** What every page needs to draw its frame. */
export interface PageFrame {
  language: Language
  /** Path of this page. */
  path: string
  /** The same page in the other language; null where there is none (personal links, the mailbox). */
  alternatePath: string | null
  /** Whose page this is: the responsible hosts, the first leads. Empty: the page belongs to the installation. */
  hosts: readonly PublicHost[]
  /** Second line under the host, usually the title of the series. */
  context: string | null
  /** Funding claims in their fixed order. */
  claims: readonly string[]
  /** A visible line says that this is sample data. */
  demo: boolean
  /** Address of the stylesheet with its version, from the manifest. */
  stylesheet: string
  /** PUBLIC_URL without a slash at the end. */
  publicUrl: string
}

/** Hidden fields that the form carries beside those of `RegistrationInput`; the controller takes them off before validating. */
export const FORM_TOKEN_FIELD = 'formToken'
/** Language in which the form of a personal page was shown: a consent is kept in the wording that was read. */
export const SHOWN_IN_FIELD = 'shownIn'
/** Filled in by robots only. */
export const TRAP_FIELD = 'website'

/** Fields of the registration form in the order in which they stand. */
export const REGISTRATION_FIELDS = [
  'salutation', 'title', 'givenName', 'familyName', 'email', 'phone', 'language', 'organisation', 'office', 'land', 'group', 'consents',
] as const satisfies readonly (keyof RegistrationInput)[]

/** Fields of the personal page's form in their order. */
export const EDIT_FIELDS = ['salutation', 'title', 'organisation', 'office', 'land', 'group', 'phone', 'language'] as const

/** What was typed, as it came; kept when the form is shown again. */
export type FormValues = Partial<Record<string, string>>

export interface HomeProps {
  frame: PageFrame
  /** Today's date in the zone of the installation, `YYYY-MM-DD`: what is past stands below. */
  today: string
  series: readonly PublicSeriesSummary[]
  events: readonly PublicEventSummary[]
}

export interface SeriesProps {
  frame: PageFrame
  today: string
  series: PublicSeries
}

export interface EventProps {
  frame: PageFrame
  event: PublicEvent
}

/** What was answered, as it came: values by the key of the question. */
export interface AnswersShown {
  values: Readonly<Record<string, readonly string[]>>
  needs: readonly NeedKind[]
  needsDetail: string
  specialConsent: boolean
}

export const NO_ANSWERS: AnswersShown = { values: {}, needs: [], needsDetail: '', specialConsent: false }

export interface RegistrationProps {
  frame: PageFrame
  event: PublicEvent
  formToken: string
  values: FormValues
  /** What the event asks beside the person; `consents` in the host's wording that is kept with the answer. */
  asks: RegistrationForm
  answers: AnswersShown
  /** Purposes that were ticked. */
  consents: readonly string[]
  /** One sentence per field, from `fieldMessage`; a field that the form does not have stands without a link. */
  errors: readonly FieldProblem[]
}

export interface CheckMailProps {
  frame: PageFrame
  event: PublicEventSummary
  /** Where the mail can be read on this machine; null where it is really sent. */
  mailboxPath: string | null
}

/** The person and event behind a confirmation link. */
export interface ConfirmSubject {
  name: string
  email: string
  organisation: string | null
  event: PublicEventSummary
}

export interface ConfirmProps {
  frame: PageFrame
  state:
    | { kind: 'open'; subject: ConfirmSubject; action: string; formToken: string }
    | { kind: 'confirmed'; personalPath: string | null }
    | { kind: 'expired'; registrationPath: string | null }
}

/** One participation as its own person sees it. */
export interface PersonalParticipation {
  token: string
  name: string
  email: string
  standing: Standing
  waitingPosition: number | null
  /** UTC instants. */
  registeredAt: string
  placeAt: string | null
  /** Shown only with a refusal. */
  reason: string | null
  /** Only with a confirmed place, else null. */
  onlineUrl: string | null
  salutation: Salutation | null
  title: string | null
  organisation: string | null
  office: string | null
  land: Land | null
  group: string | null
  phone: string | null
  language: Language
  /** In the words that were agreed to; `revokedAt` null while a consent stands. UTC instants. */
  consents: readonly { id: string; text: string; givenAt: string; revokedAt: string | null }[]
  mayChange: boolean
  mayWithdraw: boolean
  hasCalendar: boolean
  /** `YYYY-MM-DD`, when it is known. */
  deletedOn: string | null
}

export interface PersonalProps {
  frame: PageFrame
  event: PublicEvent
  /** Whether the public sees the page of the event: there is no link to it otherwise. */
  hasPage: boolean
  participation: PersonalParticipation
  formToken: string
  /** What the event asks now; `answers` is what was answered, or what was typed when that form comes back with errors. */
  asks: RegistrationForm
  answers: AnswersShown
  answersToken: string
  /** Files that this person is asked for. */
  files: readonly PersonalFile[]
  /** Token of the forms that revoke a consent. */
  consentToken: string
  /** Typed values when the form comes back with errors; null shows what is stored. */
  values: FormValues | null
  errors: readonly FieldProblem[]
  saved: boolean
}

/** A file that answers a question, or is missing. */
export interface PersonalFile {
  key: string
  label: string
  help: string | null
  required: boolean
  special: boolean
  /** Consent is asked for with it: the question is of a special category, and none stands. */
  asksConsent: boolean
  file: { name: string; type: FileType; bytes: number } | null
}

export interface WithdrawProps {
  frame: PageFrame
  event: PublicEventSummary
  /** As in `PersonalProps`. */
  hasPage: boolean
  name: string
  state: { kind: 'open'; action: string; formToken: string; personalPath: string } | { kind: 'withdrawn' } | { kind: 'impossible'; personalPath: string }
}

export interface LegalProps {
  frame: PageFrame
  page: LegalPage
  host: PublicHost
  /** Paragraphs divided by empty lines; a line that starts with `# ` is a heading, lines that start with `- ` are a list. Null: not provided yet. */
  text: string | null
  /** The host's imprint: barriers are reported to whom it names, where the host has no address for them. */
  imprint: string | null
  /** What a statement ends with. `contact`: who reads reports, `arbitration`: the host's own words about who arbitrates. */
  duties: { contact: string | null; jurisdiction: Jurisdiction | null; arbitration: string | null }
}

/** Fields of the form for barriers in their order. */
export const BARRIER_FIELDS = ['barrierText', 'barrierPage', 'barrierContact'] as const satisfies readonly (keyof BarrierReportInput)[]

export interface BarrierProps {
  frame: PageFrame
  host: { slug: string; name: string }
  formToken: string
  values: FormValues
  errors: readonly FieldProblem[]
}

export interface SignInLinkProps {
  frame: PageFrame
  state: { kind: 'open'; name: string; action: string; formToken: string } | { kind: 'expired' }
}

export type ProblemKind = 'not_found' | 'gone' | 'error' | 'too_many' | 'form_expired' | 'bad_request' | 'unavailable'

export interface ProblemProps {
  frame: PageFrame
  kind: ProblemKind
  /** Number of the request, to be quoted; shown with `error`. */
  requestId?: string
  /** Seconds until another try, with `too_many`. */
  retryAfter?: number
  /** Where the form can be opened again, with `form_expired`. */
  formPath?: string
  /** Words of one refusal ("Die Anmeldung ist geschlossen"), in place of the general ones of the kind. */
  said?: { title: string; text: string }
}

export interface MailSummary {
  href: string
  to: string
  subject: string
  /** UTC instant. */
  sentAt: string
  hasCalendar: boolean
}

export interface MailboxProps {
  frame: PageFrame
  timeZone: string
  mails: readonly MailSummary[]
}

export interface MailProps {
  frame: PageFrame
  timeZone: string
  mailboxPath: string
  mail: {
    /** Name and address as the header has them. */
    from: string
    to: string
    subject: string
    sentAt: string
    text: string
    html: string | null
    /** Source of the calendar part. */
    calendar: string | null
    attachments: readonly { name: string; type: string; bytes: number; href: string | null }[]
    /** Address of the `.eml` file. */
    fileHref: string | null
  }
}
