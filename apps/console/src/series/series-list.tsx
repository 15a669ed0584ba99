import { Link } from 'wouter'
import { wordFor } from '@app/i18n'
import { StateGlyph } from '@app/ui'
import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useSeries } from '../queries.js'
import { useMayEverywhere } from '../session/may.js'

export function SeriesList() {
  const { t, v } = useLanguage()
  const s = t.series
  const { data, error, refetch } = useSeries()
  const mayCreate = useMayEverywhere()('programme.write')
  const create = mayCreate ? <ButtonLink href="/reihen/neu" rank="primary" icon="plus">{s.create}</ButtonLink> : undefined
  return (
    <>
      <PageHead title={t.nav.series} facts={<span>{data === undefined ? '\u00a0' : s.count(data.length)}</span>} actions={create} />
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (error === null ? <Loading rows={6} /> : null) : data.length === 0 ? <Empty title={s.emptyTitle} action={create}>{mayCreate ? s.emptyText : t.noRight.emptyPart}</Empty> : (
        <div className="tb-w">
          <table className="t t--d rl">
            <caption className="vh">{t.nav.series}</caption>
            <thead><tr><th scope="col">{s.title}</th><th scope="col">{s.kind}</th><th scope="col">{s.visibility}</th><th scope="col" className="r">{s.events}</th></tr></thead>
            <tbody>
              {data.map((series) => (
                <tr key={series.id}>
                  <th scope="row">{series.may.includes('programme.write') ? <Link href={`/reihen/${series.id}`}>{series.title}</Link> : series.title}</th>
                  <td>{wordFor(v.seriesKinds, series.kind)}</td>
                  <td>{series.public ? <StateGlyph icon="place" tone="ok" word={s.public} /> : <StateGlyph icon="lock" tone="none" word={s.hidden} />}</td>
                  <td className="r">{series.eventCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
