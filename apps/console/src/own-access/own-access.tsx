import { useLanguage } from '../language.js'
import { Loading, Trouble } from '../parts/feedback.js'
import { PageHead } from '../parts/page-head.js'
import { OwnFactors } from './own-factors.js'
import { OwnLanguage } from './own-language.js'
import { OwnOidc } from './own-oidc.js'
import { OwnPassword } from './own-password.js'
import { OwnSessions } from './own-sessions.js'
import { useOwnAccess } from './own-access-queries.js'

/** What somebody signs in with, and where they are signed in. */
export function OwnAccess() {
  const { t } = useLanguage()
  const { data, error, refetch } = useOwnAccess()
  return (
    <>
      <PageHead title={t.nav.ownAccess} facts={t.ownAccess.lead} />
      {error === null ? null : <Trouble error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (error === null ? <Loading rows={8} /> : null) : (
        <>
          <OwnSessions sessions={data.sessions} />
          <OwnFactors own={data} />
          {data.oidc === null ? null : <OwnOidc binding={data.oidc} />}
          <OwnPassword hasPassword={data.hasPassword} />
          <OwnLanguage now={data.language} />
        </>
      )}
    </>
  )
}
