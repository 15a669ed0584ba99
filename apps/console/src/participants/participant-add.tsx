import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { LANDS, LANGUAGES, SALUTATIONS, type EventDetail, type Land, type Language, type ParticipantSent, type Salutation } from '@app/contracts'
import { sortLands } from '@app/i18n'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { SelectField, TextField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { afterwards, useAddParticipant, useEvent } from '../queries.js'
import { EMPTY_ADDRESS, writeAddress } from './address.js'
import { groupOptions } from './group-options.js'
import { fullName } from './person-words.js'

/** Registers a person by hand: somebody called, or wrote a letter. */
export function ParticipantAdd({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data: event, error, refetch } = useEvent(id)
  if (event === undefined) {
    return error === null ? <Loading rows={10} /> : <><PageHead title={t.trouble.title} /><Trouble error={error} onRetry={() => void refetch()} /></>
  }
  return <AddForm event={event} />
}

interface Form {
  givenName: string
  familyName: string
  salutation: Salutation | ''
  title: string
  organisation: string
  office: string
  officeSalutation: string
  land: Land | ''
  group: string
  email: string
  phone: string
  language: Language
}

const EMPTY: Form = { givenName: '', familyName: '', salutation: '', title: '', organisation: '', office: '', officeSalutation: '', land: '', group: '', email: '', phone: '', language: 'de' }

const bodyOf = (form: Form): ParticipantSent => ({ ...form, consents: [] })

function AddForm({ event }: { event: EventDetail }) {
  const { t, v, language } = useLanguage()
  const p = t.person
  const [form, setForm] = useState(EMPTY)
  const add = useAddParticipant(event.id)
  const say = useToast()
  const [, navigate] = useLocation()
  const set = (change: Partial<Form>) => setForm((before) => ({ ...before, ...change }))
  const people = `/veranstaltungen/${event.id}/personen`
  const free = event.capacity === null || event.taken < event.capacity
  const outcome = event.admission === 'approval' ? p.addApproval : free ? p.addPlace : event.waitingList ? p.addWaiting : p.addFull
  return (
    <>
      <PageHead title={p.addTitle} tabTitle={`${p.addTitle}: ${event.title}`} kicker={<><Link href={`/veranstaltungen/${event.id}`}>{event.title}</Link> · <Link href={people}>{t.nav.people}</Link></>} failed={add.error !== null} />
      <FormShell
        error={add.error} pending={add.isPending} submit={p.add} dirty={JSON.stringify(form) !== JSON.stringify(EMPTY) && !add.isSuccess}
        note={form.email.trim() === '' ? p.addNoMail : outcome} onCancel={() => navigate(people)}
        onSubmit={() =>
          afterwards(add.mutateAsync(bodyOf(form)), (person) => {
            say(p.added(fullName(person), v.standings[person.standing]))
            navigate(people + writeAddress({ ...EMPTY_ADDRESS, q: person.familyName ?? person.givenName ?? '', person: person.id }))
          })}
      >
        <FormPart title={p.whoTitle} hint={p.whoHint}>
          <div className="rw">
            <SelectField path="salutation" label={p.salutation} width="w-m" value={form.salutation} empty={p.noChoice} options={SALUTATIONS.map((key) => [key, v.salutations[key]] as const)} onChange={(salutation) => set({ salutation })} />
            <TextField path="title" label={p.title} width="w-m" optional value={form.title} onChange={(title) => set({ title })} />
          </div>
          <div className="rw">
            <TextField path="givenName" label={p.givenName} value={form.givenName} onChange={(givenName) => set({ givenName })} />
            <TextField path="familyName" label={p.familyName} value={form.familyName} onChange={(familyName) => set({ familyName })} />
          </div>
        </FormPart>
        <FormPart title={p.forTitle}>
          <TextField path="organisation" label={p.organisation} optional value={form.organisation} onChange={(organisation) => set({ organisation })} />
          <TextField path="office" label={p.office} optional value={form.office} onChange={(office) => set({ office })} />
          <TextField path="officeSalutation" label={p.officeSalutation} hint={p.officeSalutationHint} width="w-l" optional value={form.officeSalutation} onChange={(officeSalutation) => set({ officeSalutation })} />
          <div className="rw">
            <SelectField path="land" label={t.list.land} width="w-l" value={form.land} empty={p.noChoice} options={sortLands(language, LANDS).map((land) => [land, v.lands[land]] as const)} onChange={(land) => set({ land })} />
            <SelectField path="group" label={p.group} width="w-l" value={form.group} empty={p.noChoice} options={groupOptions(event, v)} onChange={(group) => set({ group })} />
          </div>
        </FormPart>
        <FormPart title={p.reachTitle} hint={p.reachHint}>
          <TextField path="email" label={p.email} type="email" inputMode="email" width="w-l" optional value={form.email} onChange={(email) => set({ email })} />
          <TextField path="phone" label={p.phone} type="tel" inputMode="tel" width="w-l" optional value={form.phone} onChange={(phone) => set({ phone })} />
          <SelectField path="language" label={p.languageOfMails} width="w-m" value={form.language} options={LANGUAGES.map((key) => [key, v.languages[key]] as const)} onChange={(key) => set({ language: key === '' ? 'de' : key })} />
        </FormPart>
      </FormShell>
    </>
  )
}
