import { useState } from 'react'
import { Link } from 'wouter'
import { type OrganisationView, missingHostTexts } from '@app/contracts'
import { Icon, StateGlyph } from '@app/ui'
import { listWords } from '@app/i18n'
import { useLanguage } from '../language.js'
import { Button, ButtonLink } from '../parts/button.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useOrganisations } from '../queries.js'
import { useMay } from '../session/may.js'

/** The organisations of the address book; hosts show whether their texts are complete. */
export function OrganisationList() {
  const { t } = useLanguage()
  const o = t.organisation
  const { data, error, refetch } = useOrganisations()
  const [q, setQ] = useState('')
  const wanted = q.trim().toLocaleLowerCase()
  const shown = data?.filter(({ name, shortName }) => `${name} ${shortName ?? ''}`.toLocaleLowerCase().includes(wanted))
  const create = useMay()('organisations.write') ? <ButtonLink href="/organisationen/neu" rank="primary" icon="plus">{o.create}</ButtonLink> : undefined
  return (
    <>
      <PageHead title={t.nav.organisations} facts={<span>{data === undefined ? '\u00a0' : o.count(data.length)}</span>} actions={create} />
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {shown === undefined ? (error === null ? <Loading rows={8} /> : null) : data?.length === 0 ? <Empty title={o.emptyTitle} action={create}>{o.emptyText}</Empty> : (
        <>
          <div className="fb">
            <div className="srch"><Icon name="search" /><input className="in" type="search" aria-label={o.search} placeholder={o.name} value={q} onChange={(event) => setQ(event.target.value)} /></div>
          </div>
          {shown.length === 0 ? <Empty title={o.noneFound} action={<Button small onClick={() => setQ('')}>{t.list.reset}</Button>}>{o.noneFoundText(q.trim())}</Empty> : (
            <div className="tb-w">
              <table className="t t--d rl">
                <caption className="vh">{t.nav.organisations}</caption>
                <thead><tr><th scope="col">{o.name}</th><th scope="col">{o.place}</th><th scope="col">{o.host}</th></tr></thead>
                <tbody>{shown.map((organisation) => <Row key={organisation.id} organisation={organisation} />)}</tbody>
              </table>
            </div>
          )}
        </>
      )}
    </>
  )
}

function Row({ organisation }: { organisation: OrganisationView }) {
  const { t, v, language } = useLanguage()
  const o = t.organisation
  const missing = missingHostTexts(organisation.host)
  return (
    <tr>
      <th scope="row">{organisation.mayChange ? <Link href={`/organisationen/${organisation.id}`}>{organisation.name}</Link> : organisation.name}</th>
      <td>{[organisation.city, organisation.land === null ? null : v.lands[organisation.land]].filter((part, index, parts) => part !== null && parts.indexOf(part) === index).join(', ')}</td>
      <td>{organisation.host === null ? <span className="m">{o.noHost}</span> : missing.length === 0
        ? <StateGlyph icon="place" tone="ok" word={o.complete} />
        : <StateGlyph icon="alert" tone="wait" word={o.lacks(listWords(language, missing.map((key) => o[key])))} />}</td>
    </tr>
  )
}
