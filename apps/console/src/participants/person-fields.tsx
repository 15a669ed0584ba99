import { LANDS, LANGUAGES, SALUTATIONS, type EventDetail, type Land, type Language, type ParticipantRow, type Salutation } from '@app/contracts'
import { sortLands, wordFor } from '@app/i18n'
import { useLanguage } from '../language.js'
import { SelectField, TextField } from '../parts/field.js'
import { FormPart } from '../parts/form-shell.js'
import { groupOptions } from './group-options.js'

/** A person as the form holds it: empty text for what is not known. */
export interface PersonForm {
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

export const EMPTY_PERSON: PersonForm = { givenName: '', familyName: '', salutation: '', title: '', organisation: '', office: '', officeSalutation: '', land: '', group: '', email: '', phone: '', language: 'de' }

export function personFormOf(person: ParticipantRow): PersonForm {
  return {
    givenName: person.givenName ?? '', familyName: person.familyName ?? '', salutation: person.salutation ?? '', title: person.title ?? '',
    organisation: person.organisation ?? '', office: person.office ?? '', officeSalutation: person.officeSalutation ?? '', land: person.land ?? '',
    group: person.group ?? '', email: person.email ?? '', phone: person.phone ?? '', language: person.language,
  }
}

/** The fields of a person, for the form that adds one and the form that corrects one. */
export function PersonFields({ event, form, set }: { event: EventDetail; form: PersonForm; set: (change: Partial<PersonForm>) => void }) {
  const { t, v, language } = useLanguage()
  const p = t.person
  const offered = groupOptions(event, v)
  // A group that the event no longer addresses stays choosable for those who have it.
  const groups = form.group === '' || offered.some(([key]) => key === form.group) ? offered : [...offered, [form.group, wordFor(v.groups, form.group)] as const]
  return (
    <>
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
          <SelectField path="group" label={p.group} width="w-l" value={form.group} empty={p.noChoice} options={groups} onChange={(group) => set({ group })} />
        </div>
      </FormPart>
      <FormPart title={p.reachTitle} hint={p.reachHint}>
        <TextField path="email" label={p.email} type="email" inputMode="email" width="w-l" optional value={form.email} onChange={(email) => set({ email })} />
        <TextField path="phone" label={p.phone} type="tel" inputMode="tel" width="w-l" optional value={form.phone} onChange={(phone) => set({ phone })} />
        <SelectField path="language" label={p.languageOfMails} width="w-m" value={form.language} options={LANGUAGES.map((key) => [key, v.languages[key]] as const)} onChange={(key) => set({ language: key === '' ? 'de' : key })} />
      </FormPart>
    </>
  )
}
