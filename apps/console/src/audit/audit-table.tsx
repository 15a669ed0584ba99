import type { AuditItem } from '@app/contracts'
import { formatInstant, words } from '@app/i18n'
import { useLanguage } from '../language.js'
import { type AuditAddress, auditPath, withFilter } from './audit-address.js'
import { changedFields } from './audit-change.js'

const ZONE = 'Europe/Berlin'

/** When, who, what; the content opens below. Names lead to everything about them. */
export function AuditTable({ items, onFilter }: { items: readonly AuditItem[]; onFilter: (changed: AuditAddress) => void }) {
  const { t } = useLanguage()
  return (
    <div className="tb-w">
      <table className="t t--d rl au">
        <caption className="vh">{t.nav.audit}</caption>
        <thead><tr><th scope="col">{t.audit.what}</th><th scope="col">{t.audit.who}</th><th scope="col">{t.audit.subject}</th><th scope="col">{t.audit.when}</th></tr></thead>
        <tbody>{items.map((item) => <Row key={item.id} item={item} onFilter={onFilter} />)}</tbody>
      </table>
    </div>
  )
}

function Row({ item, onFilter }: { item: AuditItem; onFilter: (changed: AuditAddress) => void }) {
  const { t, language } = useLanguage()
  const w = words(language).audit
  const { actor, subject, event } = item
  const subjectName = subject.name ?? w.kinds[subject.kind] ?? subject.kind
  return (
    <tr>
      <th scope="row">
        {w.actions[item.action] ?? item.action}
        {item.change === null ? null : <Content change={item.change} />}
      </th>
      <td><span className="only-s m">{t.audit.who}: </span>{actor.kind === 'account' && actor.id !== null ? <Filter changed={{ account: actor.id }} onFilter={onFilter}>{actor.name ?? t.audit.formerAccount}</Filter> : <span className="m">{w.actors[actor.kind] ?? actor.kind}</span>}</td>
      <td>
        <span className="only-s m">{t.audit.subject}: </span><Filter changed={{ subject: subject.id }} onFilter={onFilter}>{subjectName}</Filter>
        {event === null || event.id === subject.id ? null : <small><Filter changed={{ event: event.id }} onFilter={onFilter}>{event.title ?? t.audit.oneEvent}</Filter></small>}
      </td>
      <td><time dateTime={item.at}>{formatInstant(language, item.at, ZONE)}</time>{item.sealed ? null : <small className="m">{t.audit.unsealed}</small>}</td>
    </tr>
  )
}

/** A link, so that it opens in a tab of its own as well. */
function Filter({ changed, onFilter, children }: { changed: AuditAddress; onFilter: (changed: AuditAddress) => void; children: string }) {
  return (
    <a
      href={`/console${auditPath(withFilter({}, changed))}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onFilter(changed)
      }}
    >{children}</a>
  )
}

function Content({ change }: { change: Record<string, unknown> }) {
  const { t } = useLanguage()
  const fields = changedFields(change)
  if (fields.length === 0) return null
  return (
    <details className="au-c">
      <summary>{t.audit.content}</summary>
      <dl className="kv">
        {fields.map(({ name, before, after }) => (
          <div key={name}>
            <dt>{t.audit.fields[name] ?? (name === '' ? t.audit.state : name)}</dt>
            <dd>{before === undefined ? after : <><del>{before}</del> <span aria-hidden="true">→</span> <ins>{after}</ins></>}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
