import type { Language, PublicContribution } from '@app/contracts'
import { wordFor, words } from '@app/i18n'
import { contentLanguage } from './layout.js'
import type { PageFrame } from './view-models.js'

/** One person in a line of the agenda: "Moderation: Kerstin Ahrens, Dezernentin". `silentRole` is not repeated. */
export function contributionLine(language: Language, one: PublicContribution, silentRole?: string): string {
  const quiet = ['vortrag', 'redner', 'rednerin', 'rede', 'grusswort', 'keynote', 'beitrag', 'schlusswort', silentRole]
  const role = quiet.includes(one.role) ? '' : `${wordFor(words(language).vocabulary.contributionRoles, one.role)}: `
  return role + [one.name, ...one.offices, one.organisation].filter((part) => part).join(', ')
}

/** People with a role at the event, by role, in the order given. Offices stand as they were at that time. */
export function People({ frame, contributions }: { frame: PageFrame; contributions: readonly PublicContribution[] }) {
  const { event: say, vocabulary } = words(frame.language)
  const roles = [...new Set(contributions.map((one) => one.role))]
  return (
    <dl className="roles">
      {roles.map((role) => (
        <div key={role}>
          <dt>{wordFor(vocabulary.contributionRoles, role)}</dt>
          {contributions.filter((one) => one.role === role).map((one) => (
            <dd key={one.name} lang={contentLanguage(frame)}>
              {one.name}
              {[...one.offices, one.organisation].filter((part) => part).map((line) => <small key={line}>{line}</small>)}
              {one.talkTitle ? <small>{say.talk(one.talkTitle)}</small> : null}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
