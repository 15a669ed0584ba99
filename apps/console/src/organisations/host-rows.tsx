import { useState } from 'react'
import { ORGANISATION_ROLES, type OrganisationView, answering, missingHostTexts } from '@app/contracts'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { SelectField } from '../parts/field.js'
import { removeRow, replaceRow, RowTools } from '../parts/row-tools.js'
import { newHost, type HostRow } from '../events/form-state.js'
import { useOrganisations } from '../queries.js'
import { useMay } from '../session/may.js'
import { OrganisationInline } from './organisation-inline.js'

/** Organisations with their roles, in the order in which they are named; a missing one can be created without leaving the form. */
export function HostRows({ hosts, onChange }: { hosts: readonly HostRow[]; onChange: (hosts: HostRow[]) => void }) {
  const { t, v } = useLanguage()
  const f = t.eventForm
  const { data: organisations } = useOrganisations()
  const [creating, setCreating] = useState(false)
  const may = useMay()
  const byName = organisations ?? []
  // Until the names are there, a chosen organisation is not shown as none.
  const optionsFor = (host: HostRow) => (organisations === undefined && host.organisationId !== '' ? [[host.organisationId, '…'] as const] : byName.map(({ id, name }) => [id, name] as const))
  // Only those who answer for the page and the data must have their texts.
  const responsible = answering(hosts.filter(({ organisationId }) => organisationId !== ''))
  const add = (organisationId: string) => {
    const empty = hosts.find((host) => host.organisationId === '')
    onChange(empty === undefined ? [...hosts, newHost(organisationId)] : replaceRow(hosts, empty.key, { organisationId }))
  }
  return (
    <div className="fd" id="f-hosts">
      {hosts.map((host, index) => {
        const chosen = byName.find(({ id }) => id === host.organisationId)
        const name = chosen?.name ?? f.hostNumber(index + 1)
        const set = (change: Partial<HostRow>) => onChange(replaceRow(hosts, host.key, change))
        return (
          <fieldset key={host.key} aria-label={name} data-row={hosts.length === 1 ? '' : f.hostNumber(index + 1)}>
            <div className="rw">
              <SelectField path={`hosts/${index}/organisationId`} label={f.organisation} value={host.organisationId} empty={f.chooseOrganisation} options={optionsFor(host)} onChange={(organisationId) => set({ organisationId })} />
              <SelectField path={`hosts/${index}/role`} label={f.role} width="w-l" value={host.role} options={ORGANISATION_ROLES.map((role) => [role, v.organisationRoles[role]] as const)} onChange={(role) => set({ role })} />
              <RowTools name={name} words={f.row} onRemove={() => onChange(removeRow(hosts, host.key))} />
            </div>
            {chosen !== undefined && responsible.includes(host) ? <MissingTexts organisation={chosen} /> : null}
          </fieldset>
        )
      })}
      <p className="acts-row">
        <Button small icon="plus" onClick={() => onChange([...hosts, newHost('', hosts.length === 0 ? 'veranstalter' : 'mitveranstalter')])}>{f.addHost}</Button>
        {creating || !may('organisations.write') ? null : <Button rank="tertiary" small icon="plus" onClick={() => setCreating(true)}>{f.newOrganisation}</Button>}
      </p>
      {creating ? <OrganisationInline onDone={(organisation) => { add(organisation.id); setCreating(false) }} onCancel={() => setCreating(false)} /> : null}
    </div>
  )
}

function MissingTexts({ organisation }: { organisation: OrganisationView }) {
  const { t } = useLanguage()
  const missing = missingHostTexts(organisation.host)
  return missing.length === 0 ? null : <p className="fd-note">{t.organisation.missing(organisation.name, missing.map((key) => t.organisation[key]))}</p>
}
