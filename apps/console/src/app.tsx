import { lazy, Suspense } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Route, Router, Switch } from 'wouter'
import { LanguageProvider } from './language.js'
import { Loading } from './parts/feedback.js'
import { LeaveQuestion } from './parts/leave-question.js'
import { ToastProvider } from './parts/toast.js'
import { aroundNav } from './parts/unsaved.js'
import { NetworkError } from './problem.js'
import { IdleWarning } from './session/idle-warning.js'
import { ProofQuestion } from './session/proof-question.js'
import { ResetPassword } from './session/reset-password.js'
import { SessionGate } from './session/session.js'
import { NotFound } from './shell/not-found.js'
import { Shell } from './shell/shell.js'

const AccountInvite = lazy(() => import('./accounts/account-invite.js').then((module) => ({ default: module.AccountInvite })))
const AccountList = lazy(() => import('./accounts/account-list.js').then((module) => ({ default: module.AccountList })))
const AccountPage = lazy(() => import('./accounts/account-page.js').then((module) => ({ default: module.AccountPage })))
const BarrierList = lazy(() => import('./barriers/barrier-list.js').then((module) => ({ default: module.BarrierList })))
const EventList = lazy(() => import('./events/event-list.js').then((module) => ({ default: module.EventList })))
const EventCreate = lazy(() => import('./events/event-create.js').then((module) => ({ default: module.EventCreate })))
const EventEdit = lazy(() => import('./events/event-edit.js').then((module) => ({ default: module.EventEdit })))
const EventOverview = lazy(() => import('./events/event-overview.js').then((module) => ({ default: module.EventOverview })))
const ParticipantList = lazy(() => import('./participants/participant-list.js').then((module) => ({ default: module.ParticipantList })))
const ParticipantAdd = lazy(() => import('./participants/participant-add.js').then((module) => ({ default: module.ParticipantAdd })))
const OutboxList = lazy(() => import('./outbox/outbox-list.js').then((module) => ({ default: module.OutboxList })))
const SeriesList = lazy(() => import('./series/series-list.js').then((module) => ({ default: module.SeriesList })))
const SeriesEdit = lazy(() => import('./series/series-edit.js').then((module) => ({ default: module.SeriesEdit })))
const OrganisationList = lazy(() => import('./organisations/organisation-list.js').then((module) => ({ default: module.OrganisationList })))
const OrganisationEdit = lazy(() => import('./organisations/organisation-edit.js').then((module) => ({ default: module.OrganisationEdit })))
const EventQuestions = lazy(() => import('./questions/event-questions.js').then((module) => ({ default: module.EventQuestions })))
const EventNeeds = lazy(() => import('./needs/event-needs.js').then((module) => ({ default: module.EventNeeds })))
const FormatList = lazy(() => import('./questions/format-list.js').then((module) => ({ default: module.FormatList })))
const FormatQuestions = lazy(() => import('./questions/format-questions.js').then((module) => ({ default: module.FormatQuestions })))

const AuditList = lazy(() => import('./audit/audit-list.js').then((module) => ({ default: module.AuditList })))
const OwnAccess = lazy(() => import('./own-access/own-access.js').then((module) => ({ default: module.OwnAccess })))
const Privacy = lazy(() => import('./privacy/privacy.js').then((module) => ({ default: module.Privacy })))

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only a missing answer is worth a second try.
      retry: (count, error) => error instanceof NetworkError && count < 1,
      retryDelay: 800,
    },
    mutations: { retry: false },
  },
})

export function App() {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <Router base="/console" aroundNav={aroundNav}>
          <Switch>
            <Route path="/passwort"><ResetPassword /></Route>
            <Route><Inside /></Route>
          </Switch>
        </Router>
        <ProofQuestion />
      </LanguageProvider>
    </QueryClientProvider>
  )
}

function Inside() {
  return (
    <SessionGate>
      <ToastProvider>
        <Shell>
          <Suspense fallback={<Loading />}><Pages /></Suspense>
        </Shell>
        <IdleWarning />
        <LeaveQuestion />
      </ToastProvider>
    </SessionGate>
  )
}

/** `key` makes a page start afresh when the same form is opened for another thing. */
function Pages() {
  return (
    <Switch>
      <Route path="/"><EventList /></Route>
      <Route path="/veranstaltungen/neu"><EventCreate /></Route>
      <Route path="/veranstaltungen/:id">{({ id }) => <EventOverview key={id} id={id} />}</Route>
      <Route path="/veranstaltungen/:id/bearbeiten">{({ id }) => <EventEdit key={id} id={id} />}</Route>
      <Route path="/veranstaltungen/:id/personen">{({ id }) => <ParticipantList key={id} id={id} />}</Route>
      <Route path="/veranstaltungen/:id/personen/neu">{({ id }) => <ParticipantAdd key={id} id={id} />}</Route>
      <Route path="/veranstaltungen/:id/fragen">{({ id }) => <EventQuestions key={id} id={id} />}</Route>
      <Route path="/veranstaltungen/:id/unterstuetzung">{({ id }) => <EventNeeds key={id} id={id} />}</Route>
      <Route path="/veranstaltungen/:id/e-mails">{({ id }) => <OutboxList key={id} id={id} />}</Route>
      <Route path="/reihen"><SeriesList /></Route>
      <Route path="/reihen/neu"><SeriesEdit key="new" id={null} /></Route>
      <Route path="/reihen/:id">{({ id }) => <SeriesEdit key={id} id={id} />}</Route>
      <Route path="/formate"><FormatList /></Route>
      <Route path="/formate/:key">{({ key }) => <FormatQuestions key={key} formatKey={key} />}</Route>
      <Route path="/barrieren"><BarrierList /></Route>
      <Route path="/organisationen"><OrganisationList /></Route>
      <Route path="/organisationen/neu"><OrganisationEdit key="new" id={null} /></Route>
      <Route path="/organisationen/:id">{({ id }) => <OrganisationEdit key={id} id={id} />}</Route>
      <Route path="/zugaenge"><AccountList /></Route>
      <Route path="/zugaenge/neu"><AccountInvite /></Route>
      <Route path="/zugaenge/:id">{({ id }) => <AccountPage key={id} id={id} />}</Route>
      <Route path="/mein-zugang"><OwnAccess /></Route>
      <Route path="/protokoll"><AuditList /></Route>
      <Route path="/datenschutz"><Privacy /></Route>
      <Route><NotFound /></Route>
    </Switch>
  )
}
