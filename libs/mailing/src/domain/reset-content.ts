import { salutationLine } from '@app/contacts'
import type { ColleagueFacts } from './colleague-content.js'
import { MAIL_TEXTS, type MailContent } from './mail-content.js'
import { fillPlaceholders, isWebAddress } from './placeholders.js'
import { colleagueTexts } from './texts/colleagues.js'

/** Everything the letter to somebody who has forgotten their password is made of. */
export interface ResetFacts extends Pick<ColleagueFacts, 'language' | 'host' | 'name' | 'email'> {
  url: string
  /** The end of the link in words. */
  until: string
}

/** @throws RangeError when a link is no web address */
export function resetContent({ language, host, name, email, url, until }: ResetFacts): MailContent {
  if (![url, host.imprintUrl, host.privacyUrl, host.accessibilityUrl].every(isWebAddress)) throw new RangeError('a link in the mail is no web address')
  const { account, source, ...said } = colleagueTexts[language].reset
  const values = { salutation: salutationLine({ salutation: 'none', familyName: name }, language), confirmUntil: until }
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
    dateHeading: account,
    rows: [{ label: account, lines: [email], link: false }],
    button: { label: said.button, url },
  }
}
