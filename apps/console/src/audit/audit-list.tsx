import { useLocation, useSearch } from 'wouter'
import { type AuditPage, operations } from '@app/contracts'
import { addressOf } from '../api.js'
import { useLanguage } from '../language.js'
import { Button, OuterLink } from '../parts/button.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { type AuditAddress, auditPath, readAuditAddress, withFilter } from './audit-address.js'
import { useAudit } from './audit-queries.js'
import { AUDIT_KINDS } from './audit-kinds.js'
import { AuditTable } from './audit-table.js'

/** Who did what when: the log of the own part of the programme, filtered by address. */
export function AuditList() {
  const { t } = useLanguage()
  const address = readAuditAddress(useSearch())
  const [, navigate] = useLocation()
  const { data: page, error, isPlaceholderData, refetch } = useAudit(address)
  const show = (next: AuditAddress) => navigate(auditPath(next))
  const { after: _after, ...filters } = address
  const csv = <OuterLink rank="tertiary" small icon="download" href={addressOf(operations.auditCsv, {}, filters)}>{t.audit.csv}</OuterLink>
  return (
    <>
      <PageHead title={t.nav.audit} facts={<span>{t.audit.lead}</span>} />
      <Filters address={address} page={isPlaceholderData ? undefined : page} onShow={show} />
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {/* An empty page says nothing of the choice whose entries are still on their way. */}
      {page === undefined || (isPlaceholderData && page.items.length === 0) ? (error === null ? <Loading rows={12} /> : null) : page.items.length === 0 ? (
        <Empty title={t.audit.emptyTitle} action={<Button small onClick={() => show({})}>{t.list.reset}</Button>}>{t.audit.emptyText}</Empty>
      ) : (
        <div className={isPlaceholderData ? 'stale' : undefined} aria-busy={isPlaceholderData || undefined}>
          <div className="cnt"><output>{t.audit.order}</output><span className="ex">{csv}</span></div>
          <AuditTable items={page.items} onFilter={(changed) => show(withFilter(address, changed))} />
          <nav className="pgr" aria-label={t.outbox.pages}>
            {address.after === undefined ? null : <Button small icon="left" onClick={() => show(filters)}>{t.outbox.firstPage}</Button>}
            {page.next === null ? null : <Button small icon="right" onClick={() => show({ ...address, after: page.next! })}>{t.audit.older}</Button>}
          </nav>
        </div>
      )}
    </>
  )
}

function Filters({ address, page, onShow }: { address: AuditAddress; page: AuditPage | undefined; onShow: (next: AuditAddress) => void }) {
  const { t } = useLanguage()
  const day = (name: 'from' | 'until') => (
    <span className="fd w-m">
      <label htmlFor={`audit-${name}`}>{t.audit[name]}</label>
      <input id={`audit-${name}`} className="in" type="date" value={address[name] ?? ''} onChange={(event) => onShow(withFilter(address, { [name]: event.target.value }))} />
    </span>
  )
  // The first entry of a filtered list knows the names that the ids in the address stand for.
  const first = page?.items[0]
  const only: [keyof AuditAddress, string][] = [
    ['event', first?.event?.title ?? t.audit.oneEvent], ['subject', first?.subject.name ?? t.audit.oneSubject], ['account', first?.actor.name ?? t.audit.oneAccount],
  ]
  return (
    <div className="fb au-f">
      <span className="fd w-l">
        <label htmlFor="audit-action">{t.audit.kind}</label>
        <select id="audit-action" className="in" value={address.action ?? ''} onChange={(event) => onShow(withFilter(address, { action: event.target.value }))}>
          <option value="">{t.audit.everything}</option>
          {AUDIT_KINDS.map((kind) => <option key={kind} value={kind}>{t.audit.groups[kind]}</option>)}
        </select>
      </span>
      {day('from')}
      {day('until')}
      {only.filter(([name]) => address[name] !== undefined).map(([name, word]) => (
        <Button key={name} small icon="cross" aria-label={t.audit.without(word)} onClick={() => onShow(withFilter(address, { [name]: '' }))}>{word}</Button>
      ))}
    </div>
  )
}
