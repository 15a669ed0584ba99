import type { PublicHostRole } from '@app/contracts'
import { formatDay, wordFor, words } from '@app/i18n'
import { contentLanguage } from './layout.js'
import type { PageFrame } from './view-models.js'

/** Roles of organisations with the time for which they hold: pairs of a definition list, to be put inside `dl.roles`. */
export function HostRoles({ frame, roles }: { frame: PageFrame; roles: readonly PublicHostRole[] }) {
  const { series: say, vocabulary } = words(frame.language)
  const span = (since: string | null, until: string | null) =>
    [since ? say.since(formatDay(frame.language, since)) : '', until ? say.until(formatDay(frame.language, until)) : ''].filter((part) => part).join(' ')
  return (
    <>
      {roles.map((role) => (
        <div key={role.role}>
          <dt>{wordFor(vocabulary.organisationRoles, role.role)}</dt>
          {role.names.map((one) => (
            <dd key={`${one.name}${one.since}`} lang={contentLanguage(frame)}>
              {one.name}
              {one.since || one.until ? <small lang={frame.language}>{span(one.since, one.until)}</small> : null}
            </dd>
          ))}
        </div>
      ))}
    </>
  )
}
