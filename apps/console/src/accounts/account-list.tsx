import { Link } from 'wouter'
import type { AccountView } from '@app/contracts'
import { StateGlyph } from '@app/ui'
import { useLanguage } from '../language.js'
import { ButtonLink } from '../parts/button.js'
import { Email } from '../parts/email.js'
import { Empty, Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { useSession } from '../session/session.js'
import { useAccounts } from './account-queries.js'
import { seenOf, stateOf, whereOf } from './account-words.js'

/** Who has access, with which roles and where they hold. */
export function AccountList() {
  const { t } = useLanguage()
  const a = t.accounts
  const { session } = useSession()
  const { data, error, refetch } = useAccounts()
  const open = data?.filter(({ state }) => state !== 'closed')
  const invite = <ButtonLink href="/zugaenge/neu" rank="primary" icon="plus">{a.invite}</ButtonLink>
  const isAlone = data !== undefined && data.every(({ id }) => id === session.account.id)
  return (
    <>
      <PageHead
        title={t.nav.accounts} actions={invite}
        facts={open === undefined ? <span>&nbsp;</span> : <><span>{a.count(open.length)}</span><span>{a.countInvited(open.filter(({ state }) => state === 'invited').length)}</span></>}
      />
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (error === null ? <Loading rows={6} /> : null) : (
        <>
          {data.length === 0 ? null : (
            <div className="tb-w">
              <table className="t t--d rl acc">
                <caption className="vh">{a.table}</caption>
                <thead><tr><th scope="col">{a.name}</th><th scope="col">{a.roles}</th><th scope="col">{a.state}</th><th scope="col" className="r">{a.lastSeen}</th></tr></thead>
                <tbody>{data.map((account) => <Row key={account.id} account={account} isSelf={account.id === session.account.id} />)}</tbody>
              </table>
            </div>
          )}
          {isAlone ? <Empty title={a.emptyTitle} action={invite}>{a.emptyText}</Empty> : null}
        </>
      )}
    </>
  )
}

function Row({ account, isSelf }: { account: AccountView; isSelf: boolean }) {
  const { t, v, language } = useLanguage()
  const a = t.accounts
  return (
    <tr>
      <th scope="row"><Link href={`/zugaenge/${account.id}`}>{account.name}</Link>{isSelf ? <> <span className="m">({a.you})</span></> : null}<small><Email address={account.email} /></small></th>
      <td>
        <ul className="acc-r">
          {account.roles.map((role) => <li key={role.id}>{v.roles[role.role]} <small>{whereOf(role, language, t, v)}</small></li>)}
          {account.hasMore ? <li className="m">{a.more}</li> : null}
        </ul>
      </td>
      <td><StateGlyph {...stateOf(account, language, t)} /></td>
      <td className="r">{seenOf(account, language, t)}</td>
    </tr>
  )
}
