import { LANDS, ROLES, ROLE_PERMISSIONS, type Land, type Role } from '@app/contracts'
import { listWords, sortLands } from '@app/i18n'
import { useLanguage } from '../language.js'
import { SelectField, TextField } from '../parts/field.js'
import { useEvents, useSeries } from '../queries.js'
import { useMayEverywhere } from '../session/may.js'

export interface RoleForm {
  role: Role | ''
  nodeId: string
  land: Land | ''
  expiresOn: string
}

export const EMPTY_ROLE: RoleForm = { role: '', nodeId: '', land: '', expiresOn: '' }

/** As the API takes it; what was not chosen is refused there, with a sentence at the field. */
export function roleSent({ role, nodeId, land, expiresOn }: RoleForm) {
  return { role: role as Role, nodeId: nodeId === '' ? null : nodeId, land: land === '' ? null : land, expiresOn: expiresOn === '' ? null : expiresOn }
}

/** Which role, where and how long. @param at path of the role in the request, with its slash */
export function RoleFields({ form, at = '', onChange }: { form: RoleForm; at?: string; onChange: (change: Partial<RoleForm>) => void }) {
  const { t, v, language } = useLanguage()
  const a = t.accounts
  const { data: series } = useSeries()
  const { data: events } = useEvents()
  const everywhere = useMayEverywhere()('access.manage')
  const nodes = [
    ...(series ?? []).map(({ id, title }) => [id, a.series(title)] as const),
    ...(events ?? []).map(({ id, title, seriesTitle }) => [id, [a.event(title), seriesTitle].filter(Boolean).join(' · ')] as const),
  ]
  const allowed = form.role === '' ? undefined : a.may(listWords(language, ROLE_PERMISSIONS[form.role].map((permission) => v.permissions[permission])))
  return (
    <>
      <SelectField path={`${at}role`} label={a.role} width="w-l" hint={allowed} value={form.role} empty={t.eventForm.chooseOrganisation} options={ROLES.map((role) => [role, v.roles[role]] as const)} onChange={(role) => onChange({ role })} />
      <SelectField path={`${at}nodeId`} label={a.where} value={form.nodeId} empty={everywhere ? a.whole : t.eventForm.chooseOrganisation} options={nodes} onChange={(nodeId) => onChange({ nodeId })} />
      <div className="rw">
        <SelectField path={`${at}land`} label={a.land} width="w-l" hint={a.landHint} value={form.land} empty={a.allLands} options={sortLands(language, LANDS).map((land) => [land, v.lands[land]] as const)} onChange={(land) => onChange({ land })} />
        <TextField path={`${at}expiresOn`} label={a.lastDay} width="w-l" hint={a.lastDayHint} type="date" optional value={form.expiresOn} onChange={(expiresOn) => onChange({ expiresOn })} />
      </div>
    </>
  )
}
