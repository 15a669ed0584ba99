import type { BarrierReportView } from '@app/contracts'
import { formatInstant } from '@app/i18n'
import { StateGlyph } from '@app/ui'
import { useLanguage } from '../language.js'
import { Button } from '../parts/button.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useToast } from '../parts/toast.js'
import { afterwards } from '../queries.js'
import { useMay } from '../session/may.js'
import { NoRight } from '../shell/no-right.js'
import { useBarrierReports, useCloseBarrierReport } from './barrier-queries.js'

const ZONE = 'Europe/Berlin'

/** Barriers that people reported to the own hosts: open ones first, each with a button that closes it. */
export function BarrierList() {
  return useMay()('organisations.write') ? <Reports /> : <NoRight />
}

function Reports() {
  const { t } = useLanguage()
  const b = t.barriers
  const { data, error, refetch } = useBarrierReports()
  const open = data?.items.filter(({ closedAt }) => closedAt === null).length
  return (
    <>
      <PageHead title={t.nav.barriers} facts={<span>{open === undefined ? '\u00a0' : b.open(open)}</span>} />
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (error === null ? <Loading rows={6} /> : null) : data.items.length === 0 ? <Empty title={b.emptyTitle}>{b.emptyText}</Empty> : (
        <>
          {data.total > data.items.length ? <div className="cnt"><output>{b.shown(data.items.length, data.total)}</output></div> : null}
          <ul className="barr">{data.items.map((report) => <Report key={report.id} report={report} />)}</ul>
        </>
      )}
    </>
  )
}

/** A list and no table: a report may be long, and nothing has to be scrolled sideways. */
function Report({ report: { id, text, page, host, contact, createdAt, closedAt } }: { report: BarrierReportView }) {
  const { t, language } = useLanguage()
  const b = t.barriers
  const close = useCloseBarrierReport()
  const say = useToast()
  const when = formatInstant(language, createdAt, ZONE)
  return (
    <li>
      <p className="m">{[host.name, when].join(' · ')}</p>
      <p className="pre">{text}</p>
      <p>{page === null ? null : <>{b.page}: {page}<br /></>}{b.answerTo}: {contact ?? b.noAnswer}</p>
      {closedAt !== null ? <StateGlyph icon="tick" tone="ok" word={b.closed(formatInstant(language, closedAt, ZONE))} /> : (
        <Button small icon="tick" pending={close.isPending} aria-label={b.closeOf(when)} onClick={() => afterwards(close.mutateAsync(id), () => say(b.done))}>{b.close}</Button>
      )}
      {close.error === null ? null : <Trouble error={close.error} onRetry={() => close.mutate(id)} />}
    </li>
  )
}
