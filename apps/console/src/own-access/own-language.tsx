import { useState } from 'react'
import { LANGUAGES, type Language } from '@app/contracts'
import { useLanguage } from '../language.js'
import { RadioField } from '../parts/field.js'
import { FormPart, FormShell } from '../parts/form-shell.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { useSetLanguage } from './own-access-queries.js'

/** In which language mails to oneself are written. */
export function OwnLanguage({ now }: { now: Language }) {
  const { t, v } = useLanguage()
  const o = t.ownAccess
  const [language, setLanguage] = useState(now)
  const save = useSetLanguage()
  const say = useToast()
  return (
    <div className="grp">
      <FormShell
        error={save.error} pending={save.isPending} submit={o.languageSave} dirty={false}
        onSubmit={() => afterwards(save.mutateAsync(language), () => say(o.languageSaved))}
      >
        <FormPart title={o.languageTitle} hint={o.languageHint}>
          <RadioField path="language" legend={o.language} value={language} options={LANGUAGES.map((key) => [key, v.languages[key]] as const)} onChange={setLanguage} />
        </FormPart>
      </FormShell>
    </div>
  )
}
