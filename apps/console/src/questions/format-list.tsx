import { Link } from 'wouter'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useFormats } from '../queries.js'
import { useMayEverywhere } from '../session/may.js'
import { NoRight } from '../shell/no-right.js'

/** The formats with what their new events ask. Formats belong to no part of the programme, so only whoever writes the whole changes them. */
export function FormatList() {
  return useMayEverywhere()('programme.write') ? <Formats /> : <NoRight />
}

function Formats() {
  const { t, v } = useLanguage()
  const q = t.questions
  const { data, error, refetch } = useFormats()
  return (
    <>
      <PageHead title={t.nav.formats} facts={<span>{q.formatsText}</span>} />
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (error === null ? <Loading rows={8} /> : null) : (
        <div className="tb-w">
          <table className="t t--d rl">
            <caption className="vh">{t.nav.formats}</caption>
            <thead><tr><th scope="col">{q.format}</th><th scope="col">{q.title}</th><th scope="col">{q.needsTitle}</th></tr></thead>
            <tbody>
              {data.map(({ key, name, asks }) => (
                <tr key={key}>
                  <th scope="row"><Link href={`/formate/${key}`}>{t.event.format(key, name)}</Link></th>
                  <td>{q.count(asks.questions.length)}</td>
                  <td>{asks.needs.length === 0 ? q.offered(0) : asks.needs.map(({ kind }) => v.needKinds[kind]).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
