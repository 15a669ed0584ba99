import { type ColleagueFacts, toColleague } from './colleague-content.js'
import type { MailContent } from './mail-content.js'
import { colleagueTexts } from './texts/colleagues.js'

/** Everything the letter to somebody who has forgotten their password is made of. */
export interface ResetFacts extends Pick<ColleagueFacts, 'language' | 'host' | 'name' | 'email'> {
  url: string
  /** The end of the link in words. */
  until: string
}

/** @throws RangeError when a link is no web address */
export function resetContent({ email, until, ...facts }: ResetFacts): MailContent {
  const { account, source, ...said } = colleagueTexts[facts.language].reset
  return toColleague({ ...facts, said, source, dateHeading: account, values: { confirmUntil: until }, rows: [{ label: account, lines: [email], link: false }] })
}
