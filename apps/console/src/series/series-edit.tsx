import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { SeriesView } from '@app/contracts'
import { wordFor } from '@app/i18n'
import { newHost, rowKey, type HostRow } from '../events/form-state.js'
import { useLanguage } from '../language.js'
import { HostRows } from '../organisations/host-rows.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { CheckField, SelectField, TextArea, TextField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { ConflictDialog } from '../parts/conflict-dialog.js'
import { type Clash, type Saved, useSharedSave } from '../parts/shared-save.js'
import { useToast } from '../parts/toast.js'
import { letGo } from '../parts/unsaved.js'
import { lookAtSeries, useOrganisations, useSaveSeries, useSeries, type SeriesSent } from '../queries.js'
import { useMayEverywhere } from '../session/may.js'
import { NoRight } from '../shell/no-right.js'

export function SeriesEdit({ id }: { id: string | null }) {
  const { t } = useLanguage()
  const { data, error, refetch } = useSeries()
  const mayCreate = useMayEverywhere()('programme.write')
  if (id === null) return mayCreate ? <EditForm series={null} /> : <NoRight />
  if (data === undefined) {
    return error === null ? <Loading rows={8} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  const series = data.find((one) => one.id === id)
  if (series === undefined) return <><PageHead title={t.notFound.title} /><Empty title={t.series.gone}>{t.notFound.text}</Empty></>
  return series.may.includes('programme.write') ? <EditForm series={series} /> : <NoRight />
}

interface Form {
  title: string
  kind: string
  summary: string
  outlook: string
  public: boolean
  hosts: HostRow[]
}

function formOf(series: SeriesView | null): Form {
  return {
    title: series?.title ?? '', kind: series?.kind ?? 'dialogreihe', summary: series?.summary ?? '', outlook: series?.outlook ?? '', public: series?.public ?? true,
    hosts: series === null ? [newHost()] : series.hosts.map(({ organisationId, role }) => ({ key: rowKey(), organisationId, role })),
  }
}

const bodyOf = ({ hosts, ...facts }: Form, expectedRevision: number): SeriesSent => ({ ...facts, expectedRevision, hosts: hosts.map(({ organisationId, role }) => ({ organisationId, role })) })
const savedOf = (series: SeriesView): Saved<Form> => ({ form: formOf(series), revision: series.revision })

function EditForm({ series }: { series: SeriesView | null }) {
  const { t, v } = useLanguage()
  const s = t.series
  const [opened] = useState(() => formOf(series))
  const [form, setForm] = useState(opened)
  const save = useSaveSeries(series?.id ?? null)
  const { submit, clash } = useSharedSave(
    { form: opened, revision: series?.revision ?? 0 }, (mine, revision) => save.mutateAsync(bodyOf(mine, revision)),
    async () => (series === null ? null : await lookAtSeries(series.id).then((found) => found && savedOf(found))), setForm,
  )
  const say = useToast()
  const [, navigate] = useLocation()
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const kinds = Object.entries(v.seriesKinds)
  return (
    <>
      <PageHead title={series?.title ?? s.createTitle} kicker={<Link href="/reihen">{t.nav.series}</Link>} failed={save.error !== null} />
      <FormShell
        error={clash === null ? save.error : null} pending={save.isPending} submit={series === null ? s.create : t.form.save}
        dirty={JSON.stringify(bodyOf(opened, 0)) !== JSON.stringify(bodyOf(form, 0)) && !save.isSuccess}
        onCancel={() => navigate('/reihen')}
        onSubmit={() => {
          const sent = { ...form, hosts: form.hosts.filter(({ organisationId }) => organisationId !== '') }
          setForm(sent)
          submit(sent, (saved) => { letGo(); say(s.saved(saved.title)); navigate('/reihen') })
        }}
      >
        <FormPart title={s.whatTitle}>
          <TextField path="title" label={s.title} value={form.title} onChange={(title) => set({ title })} required />
          <SelectField path="kind" label={s.kind} width="w-l" value={form.kind} options={kinds.some(([key]) => key === form.kind) ? kinds : [...kinds, [form.kind, form.kind]]} onChange={(kind) => set({ kind })} />
          <TextArea path="summary" label={s.summary} hint={s.summaryHint} optional value={form.summary} onChange={(summary) => set({ summary })} />
          <TextArea path="outlook" label={s.outlook} hint={s.outlookHint} rows={3} optional value={form.outlook} onChange={(outlook) => set({ outlook })} />
          <CheckField path="public" label={s.isPublic} hint={s.isPublicHint} checked={form.public} onChange={(isPublic) => set({ public: isPublic })} />
        </FormPart>
        <FormPart title={t.eventForm.hostsTitle} hint={s.hostsHint}>
          <HostRows hosts={form.hosts} onChange={(hosts) => set({ hosts })} />
        </FormPart>
      </FormShell>
      {clash === null ? null : <SeriesConflict clash={clash} />}
    </>
  )
}

/** Both versions of the facts of a series that two people have changed. */
function SeriesConflict({ clash }: { clash: Clash<Form> }) {
  const { t, v } = useLanguage()
  const { data: organisations } = useOrganisations()
  const s = t.series
  const labels: Record<keyof Form, string> = { title: s.title, kind: s.kind, summary: s.summary, outlook: s.outlook, public: s.isPublic, hosts: t.eventForm.hostsTitle }
  const written = (name: keyof Form, form: Form): string => {
    if (name === 'public') return form.public ? t.conflict.yes : t.conflict.no
    if (name === 'kind') return wordFor(v.seriesKinds, form.kind)
    if (name !== 'hosts') return form[name]
    return form.hosts.map(({ organisationId, role }) => `${wordFor(v.organisationRoles, role)}: ${organisations?.find(({ id }) => id === organisationId)?.name ?? '…'}`).join('\n')
  }
  return (
    <ConflictDialog
      names={clash.names} labelOf={(name) => labels[name]} onSettle={clash.settle} onClose={clash.leave}
      textOf={(name, choice) => written(name, choice === 'mine' ? clash.mine : clash.saved) || t.conflict.empty}
    />
  )
}
