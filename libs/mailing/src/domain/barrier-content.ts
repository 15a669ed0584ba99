import { salutationLine } from '@app/contacts'
import { MAIL_TEXTS, type MailContent } from './mail-content.js'
import type { MailHost, MailLanguage } from './mail-facts.js'
import { isWebAddress, withoutAutoLinks } from './placeholders.js'
import { barrierTexts } from './texts/barriers.js'

/** Everything a letter about a reported barrier is made of. */
export interface BarrierFacts {
  language: MailLanguage
  host: MailHost
  /** In words of the reader's language. */
  reportedAt: string
  consoleUrl: string
  /** What was written; null where the reader is not the host, and reads it in the console. */
  said: { text: string; page: string | null; contact: string | null } | null
}

/**
 * What strangers wrote stands in the table, as typed, and never becomes a link or a template.
 * @throws RangeError when a link is no web address
 */
export function barrierContent({ language, host, reportedAt, consoleUrl, said }: BarrierFacts): MailContent {
  if (![consoleUrl, host.imprintUrl, host.privacyUrl, host.accessibilityUrl].every(isWebAddress)) throw new RangeError('a link in the mail is no web address')
  const own = barrierTexts[language]
  const row = (label: string, text: string | null | undefined) => (text ? [{ label, lines: text.split('\n').map(withoutAutoLinks), link: false }] : [])
  return {
    texts: MAIL_TEXTS[language],
    values: { salutation: salutationLine({ salutation: 'none', familyName: host.senderName }, language), host: host.name },
    subject: own.subject,
    preheader: own.preheader,
    kicker: own.kicker,
    title: own.title,
    lead: [own.lead],
    after: said === null ? [own.inConsole] : [own.seeTo],
    closing: [],
    source: own.source,
    dateHeading: reportedAt,
    rows: [...row(own.text, said?.text), ...row(own.page, said?.page), ...row(own.contact, said?.contact)],
    button: { label: own.button, url: consoleUrl },
  }
}
