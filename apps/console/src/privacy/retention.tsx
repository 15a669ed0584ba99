import { RETENTION_NAMES, type RetentionReport } from '@app/contracts'
import { formatInstant } from '@app/i18n'
import { Icon } from '@app/ui'
import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { periodWords } from './period-words.js'
import { useRetention } from './privacy-queries.js'

const ZONE = 'Europe/Berlin'

/** How long what is kept, and what the last night took away. */
export function Retention() {
  const { t, language } = useLanguage()
  const p = t.privacy
  const { data: report, error, refetch } = useRetention()
  const when = (instant: string) => formatInstant(language, instant, ZONE)
  return (
    <section aria-labelledby="retention-h">
      <h2 id="retention-h" className="ret-h">{p.retention}</h2>
      {report === undefined ? (error === null ? <Loading rows={7} /> : <Trouble error={error} onRetry={() => void refetch()} />) : (
        <>
          <p className="m">{[report.lastRunAt === null ? p.never : p.lastRun(when(report.lastRunAt)), ...(report.nextRunAt === null ? [] : [p.nextRun(when(report.nextRunAt))])].join(' ')}</p>
          {report.failed ? <p className="warn"><Icon name="alert" /><span>{p.failed}</span></p> : null}
          <div className="tb-w">
            <table className="t t--d rl">
              <caption className="vh">{p.retention}</caption>
              <thead><tr><th scope="col">{p.what}</th><th scope="col">{p.period}</th><th scope="col">{p.starts}</th><th scope="col" className="r">{p.gone}</th></tr></thead>
              <tbody>
                {RETENTION_NAMES.map((name) => (
                  <tr key={name}>
                    <th scope="row">{p.classes[name]}</th>
                    <td>{periodWords(report.periods[name] ?? '', t)}</td>
                    <td>{p.from[name]}</td>
                    <td className="r">{lastOf(report, name, p.blocked)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}

/** Rows that went in the newest run of a class; those that had to stay are named. */
function lastOf({ lines }: RetentionReport, name: string, blockedWords: (count: number) => string): string {
  const newest = lines[0]?.ranAt.slice(0, 10)
  const own = lines.filter((line) => line.retention === name && line.ranAt.slice(0, 10) === newest)
  const sum = (count: (line: RetentionReport['lines'][number]) => number) => own.reduce((total, line) => total + count(line), 0)
  const blocked = sum((line) => line.blocked)
  return newest === undefined ? '–' : `${sum((line) => line.deleted + line.anonymised)}${blocked === 0 ? '' : ` (${blockedWords(blocked)})`}`
}
