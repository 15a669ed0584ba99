import { salutationLine } from '@app/contacts'
import { MAIL_TEXTS, type MailContent } from './mail-content.js'
import type { MailHost, MailLanguage } from './mail-facts.js'
import { fillPlaceholders, isWebAddress } from './placeholders.js'
import { colleagueTexts } from './texts/colleagues.js'

/** A role as a letter shows it. */
export interface ColleagueRole {
  role: string
  /** Where it holds, and how long: a line each. */
  where: readonly string[]
}

/** Everything a letter to a colleague is made of. */
export interface ColleagueFacts {
  language: MailLanguage
  host: MailHost
  name: string
  email: string
  inviter: string
  roles: readonly ColleagueRole[]
  /** The one-time link with its end in words, or the console for somebody who has entered before. */
  link: { kind: 'invited'; url: string; until: string } | { kind: 'givenRole'; url: string }
}

/** @throws RangeError when a link is no web address */
export function colleagueContent({ language, host, name, inviter, roles, link }: ColleagueFacts): MailContent {
  if (![link.url, host.imprintUrl, host.privacyUrl, host.accessibilityUrl].every(isWebAddress)) throw new RangeError('a link in the mail is no web address')
  const own = colleagueTexts[language]
  const said = own[link.kind]
  const values = { salutation: salutationLine({ salutation: 'none', familyName: name }, language), displayName: inviter, confirmUntil: link.kind === 'invited' ? link.until : '' }
  return {
    texts: MAIL_TEXTS[language],
    values,
    subject: fillPlaceholders(said.subject, values, 'header'),
    preheader: said.preheader,
    kicker: said.kicker,
    title: said.title,
    lead: said.lead,
    after: said.after,
    closing: [],
    source: own.source,
    dateHeading: own.roles,
    rows: roles.map(({ role, where }) => ({ label: role, lines: where, link: false })),
    button: { label: said.button, url: link.url },
  }
}
