import { JURISDICTIONS, type Jurisdiction } from '@app/contracts'
import { useLanguage } from '../language.js'
import { SelectField, TextArea, TextField } from '../parts/field.js'

/** What the law of accessibility asks of a host beside its statement. */
export interface HostDutiesForm {
  senderEmail: string
  jurisdiction: Jurisdiction | ''
  arbitration: string
  easyLanguage: string
  signVideoUrl: string
}

export function HostDuties({ form, onChange }: { form: HostDutiesForm; onChange: (change: Partial<HostDutiesForm>) => void }) {
  const { t, v } = useLanguage()
  const d = t.duties
  const nameOf = (one: Jurisdiction) => (one === 'DE' ? d.federal : d.ofLand(v.lands[one]))
  return (
    <>
      <TextField path="host/senderEmail" label={d.senderEmail} hint={d.senderEmailHint} width="w-l" optional value={form.senderEmail} onChange={(senderEmail) => onChange({ senderEmail })} />
      <SelectField path="host/jurisdiction" label={d.jurisdiction} hint={d.jurisdictionHint} value={form.jurisdiction} empty={d.jurisdictionOfLand} options={JURISDICTIONS.map((one) => [one, nameOf(one)] as const)} onChange={(jurisdiction) => onChange({ jurisdiction })} />
      <TextArea path="host/arbitration" label={d.arbitration} hint={d.arbitrationHint} rows={3} optional value={form.arbitration} onChange={(arbitration) => onChange({ arbitration })} />
      <TextArea path="host/easyLanguage" label={d.easyLanguage} hint={d.easyLanguageHint} rows={8} optional value={form.easyLanguage} onChange={(easyLanguage) => onChange({ easyLanguage })} />
      <TextField path="host/signVideoUrl" label={d.signVideoUrl} hint={d.signVideoUrlHint} optional value={form.signVideoUrl} onChange={(signVideoUrl) => onChange({ signVideoUrl })} />
    </>
  )
}
