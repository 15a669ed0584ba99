import { salutationLine } from '@app/contacts'
import { MAIL_TEXTS, type MailContent } from './mail-content.js'
import type { MailHost, MailLanguage } from './mail-facts.js'
import { type PlaceholderValues, fillPlaceholders, isWebAddress } from './placeholders.js'
import { type ColleagueLetterTexts, colleagueTexts } from './texts/colleagues.js'

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

/** What the letters to the team differ in. */
interface ToColleague extends Pick<ColleagueFacts, 'language' | 'host' | 'name'> {
  said: ColleagueLetterTexts
  values: PlaceholderValues
  source: string
  dateHeading: string
  rows: MailContent['rows']
  url: string
}

/** @throws RangeError when a link is no web address */
export function colleagueContent({ inviter, roles, link, ...facts }: ColleagueFacts): MailContent {
  const own = colleagueTexts[facts.language]
  return toColleague({
    ...facts, said: own[link.kind], source: own.source, dateHeading: own.roles, url: link.url,
    values: { displayName: inviter, confirmUntil: link.kind === 'invited' ? link.until : '' },
    rows: roles.map(({ role, where }) => ({ label: role, lines: where, link: false })),
  })
}

/**
 * A letter to one member of the team: one table, one button, no calendar.
 * @throws RangeError when a link is no web address
 */
export function toColleague({ language, host, name, said, values: own, source, dateHeading, rows, url }: ToColleague): MailContent {
  if (![url, host.imprintUrl, host.privacyUrl, host.accessibilityUrl].every(isWebAddress)) throw new RangeError('a link in the mail is no web address')
  const values = { salutation: salutationLine({ salutation: 'none', familyName: name }, language), ...own }
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
    source,
    dateHeading,
    rows,
    button: { label: said.button, url },
  }
}
