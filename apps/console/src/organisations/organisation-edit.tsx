import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { LANDS, type Land, type OrganisationView } from '@app/contracts'
import { formatInstant, sortLands } from '@app/i18n'
import { useLanguage } from '../language.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { CheckField, SelectField, TextArea, TextField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { ConflictDialog } from '../parts/conflict-dialog.js'
import { type Clash, useSharedSave } from '../parts/shared-save.js'
import { useToast } from '../parts/toast.js'
import { letGo } from '../parts/unsaved.js'
import { lookAtOrganisation, useOrganisations, useSaveOrganisation, type OrganisationSent } from '../queries.js'
import { useMay } from '../session/may.js'
import { NoRight } from '../shell/no-right.js'
import { HostDuties, type HostDutiesForm } from './host-duties.js'

const ZONE = 'Europe/Berlin'

/** Creates or changes an organisation; as a host it carries the texts that the law asks of its pages. */
export function OrganisationEdit({ id }: { id: string | null }) {
  const { t } = useLanguage()
  const { data, error, refetch } = useOrganisations()
  const mayCreate = useMay()('organisations.write')
  if (id === null) return mayCreate ? <EditForm organisation={null} /> : <NoRight />
  if (data === undefined) {
    return error === null ? <Loading rows={8} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  const organisation = data.find((one) => one.id === id)
  if (organisation === undefined) return <><PageHead title={t.notFound.title} /><Empty title={t.organisation.gone}>{t.notFound.text}</Empty></>
  return organisation.mayChange ? <EditForm organisation={organisation} /> : <NoRight />
}

interface Form extends HostDutiesForm {
  name: string
  shortName: string
  street: string
  postcode: string
  city: string
  land: Land | ''
  isHost: boolean
  imprint: string
  privacy: string
  accessibility: string
  senderName: string
}

function formOf(organisation: OrganisationView | null): Form {
  const host = organisation?.host
  return {
    name: organisation?.name ?? '', shortName: organisation?.shortName ?? '', street: organisation?.street ?? '', postcode: organisation?.postcode ?? '',
    city: organisation?.city ?? '', land: organisation?.land ?? '', isHost: organisation === null || organisation.host !== null,
    imprint: host?.imprint ?? '', privacy: host?.privacy ?? '', accessibility: host?.accessibility ?? '', senderName: host?.senderName ?? '',
    senderEmail: host?.senderEmail ?? '', jurisdiction: host?.jurisdiction ?? '', arbitration: host?.arbitration ?? '', easyLanguage: host?.easyLanguage ?? '', signVideoUrl: host?.signVideoUrl ?? '',
  }
}

function bodyOf({ name, shortName, street, postcode, city, land, isHost, ...host }: Form, expectedRevision: number): OrganisationSent {
  return { expectedRevision, name, shortName, street, postcode, city, land: land === '' ? null : land, host: isHost ? host : null }
}

function EditForm({ organisation }: { organisation: OrganisationView | null }) {
  const { t, v, language } = useLanguage()
  const o = t.organisation
  const [opened] = useState(() => formOf(organisation))
  const [form, setForm] = useState(opened)
  const save = useSaveOrganisation(organisation?.id ?? null)
  const { submit, clash } = useSharedSave(
    { form: opened, revision: organisation?.revision ?? 0 }, (mine, revision) => save.mutateAsync(bodyOf(mine, revision)),
    async () => (organisation === null ? null : await lookAtOrganisation(organisation.id).then((found) => found && { form: formOf(found), revision: found.revision })), setForm,
  )
  const say = useToast()
  const [, navigate] = useLocation()
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const dirty = JSON.stringify(opened) !== JSON.stringify(form)
  const title = organisation?.name ?? o.createTitle
  const version = organisation?.host?.privacyVersion ?? null
  const incomplete = form.isHost && (form.imprint.trim() === '' || form.privacy.trim() === '')
  return (
    <>
      <PageHead title={title} kicker={<Link href="/organisationen">{t.nav.organisations}</Link>} failed={save.error !== null} />
      <FormShell
        error={clash === null ? save.error : null} pending={save.isPending} submit={organisation === null ? o.create : t.form.save} dirty={dirty && !save.isSuccess}
        note={incomplete ? o.hostHint : undefined} onCancel={() => navigate('/organisationen')}
        onSubmit={() => submit(form, (saved) => { letGo(); say(o.saved(saved.name)); navigate('/organisationen') })}
      >
        <FormPart title={o.addressTitle}>
          <TextField path="name" label={o.name} value={form.name} onChange={(name) => set({ name })} required />
          <TextField path="shortName" label={o.shortName} width="w-l" optional value={form.shortName} onChange={(shortName) => set({ shortName })} />
          <TextField path="street" label={t.eventForm.street} optional value={form.street} onChange={(street) => set({ street })} />
          <div className="rw">
            <TextField path="postcode" label={t.eventForm.postcode} width="w-m" inputMode="numeric" optional value={form.postcode} onChange={(postcode) => set({ postcode })} />
            <TextField path="city" label={t.eventForm.city} width="w-l" optional value={form.city} onChange={(city) => set({ city })} />
            <SelectField path="land" label={t.eventForm.land} width="w-l" optional value={form.land} empty={t.eventForm.noLand} options={sortLands(language, LANDS).map((land) => [land, v.lands[land]] as const)} onChange={(land) => set({ land })} />
          </div>
        </FormPart>
        <FormPart title={o.hostTitle} hint={o.hostHint}>
          <CheckField path="host" label={o.isHost} hint={o.isHostHint} checked={form.isHost} onChange={(isHost) => set({ isHost })} />
          {form.isHost ? (
            <>
              <TextArea path="host/imprint" label={o.imprint} hint={o.imprintHint} rows={8} value={form.imprint} onChange={(imprint) => set({ imprint })} />
              <TextArea path="host/privacy" label={o.privacy} hint={version === null ? o.privacyHint : <>{o.privacyHint} {t.duties.version(version.version, formatInstant(language, version.validFrom, ZONE))}</>} rows={10} value={form.privacy} onChange={(privacy) => set({ privacy })} />
              <TextArea path="host/accessibility" label={o.accessibility} hint={o.accessibilityHint} rows={8} value={form.accessibility} onChange={(accessibility) => set({ accessibility })} />
              <TextField path="host/senderName" label={o.senderName} hint={o.senderNameHint} width="w-l" optional value={form.senderName} onChange={(senderName) => set({ senderName })} />
              <HostDuties form={form} onChange={set} />
            </>
          ) : null}
        </FormPart>
      </FormShell>
      {clash === null ? null : <OrganisationConflict clash={clash} />}
    </>
  )
}

/** Both versions of the facts of an organisation that two people have changed. */
function OrganisationConflict({ clash }: { clash: Clash<Form> }) {
  const { t, v } = useLanguage()
  const { organisation: o, eventForm: f, duties: d } = t
  const labels: Record<keyof Form, string> = {
    name: o.name, shortName: o.shortName, street: f.street, postcode: f.postcode, city: f.city, land: f.land, isHost: o.isHost, imprint: o.imprint, privacy: o.privacy,
    accessibility: o.accessibility, senderName: o.senderName, senderEmail: d.senderEmail, jurisdiction: d.jurisdiction, arbitration: d.arbitration, easyLanguage: d.easyLanguage,
    signVideoUrl: d.signVideoUrl,
  }
  const written = (name: keyof Form, form: Form): string => {
    if (name === 'isHost') return form.isHost ? t.conflict.yes : t.conflict.no
    if (name === 'land') return form.land === '' ? '' : v.lands[form.land]
    if (name === 'jurisdiction') return form.jurisdiction === '' ? d.jurisdictionOfLand : form.jurisdiction === 'DE' ? d.federal : d.ofLand(v.lands[form.jurisdiction])
    return form[name]
  }
  return (
    <ConflictDialog
      names={clash.names} labelOf={(name) => labels[name]} onSettle={clash.settle} onClose={clash.leave}
      textOf={(name, choice) => written(name, choice === 'mine' ? clash.mine : clash.saved) || t.conflict.empty}
    />
  )
}
