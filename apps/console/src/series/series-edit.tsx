import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { SeriesView } from '@app/contracts'
import { newHost, rowKey, type HostRow } from '../events/form-state.js'
import { useLanguage } from '../language.js'
import { HostRows } from '../organisations/host-rows.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { CheckField, SelectField, TextArea, TextField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useSaveSeries, useSeries, type SeriesSent } from '../queries.js'
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

const bodyOf = ({ hosts, ...facts }: Form): SeriesSent => ({ ...facts, hosts: hosts.map(({ organisationId, role }) => ({ organisationId, role })) })

function EditForm({ series }: { series: SeriesView | null }) {
  const { t, v } = useLanguage()
  const s = t.series
  const [opened] = useState(() => formOf(series))
  const [form, setForm] = useState(opened)
  const save = useSaveSeries(series?.id ?? null)
  const say = useToast()
  const [, navigate] = useLocation()
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const kinds = Object.entries(v.seriesKinds)
  return (
    <>
      <PageHead title={series?.title ?? s.createTitle} kicker={<Link href="/reihen">{t.nav.series}</Link>} failed={save.error !== null} />
      <FormShell
        error={save.error} pending={save.isPending} submit={series === null ? s.create : t.form.save}
        dirty={JSON.stringify(bodyOf(opened)) !== JSON.stringify(bodyOf(form)) && !save.isSuccess}
        onCancel={() => navigate('/reihen')}
        onSubmit={() => {
          const sent = { ...form, hosts: form.hosts.filter(({ organisationId }) => organisationId !== '') }
          setForm(sent)
          afterwards(save.mutateAsync(bodyOf(sent)), (saved) => { say(s.saved(saved.title)); navigate('/reihen') })
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
    </>
  )
}
