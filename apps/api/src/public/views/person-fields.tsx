import { LANDS, LANGUAGES, SALUTATIONS, type Language, type PublicEvent } from '@app/contracts'
import { sortLands, words } from '@app/i18n'
import { ChoiceGroup, SelectField, TextField, type Choice, type FieldProblem } from '@app/ui'
import { groupWords } from './event-words.js'
import type { FormValues } from './view-models.js'

/** What the fields of a person need: words, what was typed, what is wrong. */
export interface PersonForm {
  language: Language
  values: FormValues
  errors: readonly FieldProblem[]
}

const errorOf = (form: PersonForm, name: string) => form.errors.find((problem) => problem.field === name)?.message

/** Form of address and title. */
export function SalutationFields({ form }: { form: PersonForm }) {
  const { registration: say, fields, vocabulary } = words(form.language)
  return (
    <div className="two">
      <SelectField
        name="salutation" label={fields.labels.salutation} optional={fields.optional} empty={say.choose} error={errorOf(form, 'salutation')} value={form.values.salutation}
        choices={SALUTATIONS.map((value) => ({ value, word: vocabulary.salutations[value] }))}
      />
      <TextField name="title" label={fields.labels.title} optional={fields.optional} error={errorOf(form, 'title')} value={form.values.title} autoComplete="honorific-prefix" />
    </div>
  )
}

/** Organisation, office, Land and group: for whom somebody takes part. */
export function BodyFields({ form, groups }: { form: PersonForm; groups: PublicEvent['groups'] }) {
  const { registration: say, fields, vocabulary } = words(form.language)
  const choices: Choice[] = groups.length
    ? groupWords(form.language, groups).map((word, i) => ({ value: groups[i]?.key ?? '', word }))
    : Object.entries(vocabulary.groups).map(([value, word]) => ({ value, word }))
  const group = { name: 'group', label: fields.labels.group, optional: fields.optional, error: errorOf(form, 'group'), value: form.values.group, choices }
  return (
    <>
      <TextField name="organisation" label={fields.labels.organisation} optional={fields.optional} error={errorOf(form, 'organisation')} value={form.values.organisation} autoComplete="organization" />
      <TextField name="office" label={fields.labels.office} optional={fields.optional} hint={say.officeHint} error={errorOf(form, 'office')} value={form.values.office} autoComplete="organization-title" />
      <SelectField
        name="land" label={fields.labels.land} optional={fields.optional} empty={say.noAnswer} error={errorOf(form, 'land')} value={form.values.land}
        choices={sortLands(form.language, LANDS).map((land) => ({ value: land, word: vocabulary.lands[land] }))}
      />
      {choices.length > 6 ? <SelectField {...group} empty={say.noAnswer} /> : <ChoiceGroup {...group} />}
    </>
  )
}

/** Telephone and the language of our mails. */
export function ReachFields({ form }: { form: PersonForm }) {
  const { registration: say, fields, vocabulary } = words(form.language)
  return (
    <>
      <TextField name="phone" type="tel" label={fields.labels.phone} optional={fields.optional} hint={say.phoneHint} error={errorOf(form, 'phone')} value={form.values.phone} autoComplete="tel" />
      <SelectField
        name="language" label={fields.labels.language} hint={say.languageHint} error={errorOf(form, 'language')} value={form.values.language ?? form.language}
        choices={LANGUAGES.map((value) => ({ value, word: vocabulary.languages[value] }))}
      />
    </>
  )
}

export { errorOf }
