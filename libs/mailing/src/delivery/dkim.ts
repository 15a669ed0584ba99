import type { KeyObject } from 'node:crypto'
import type { Config } from '@app/platform'

/** What nodemailer signs with (RFC 6376). Its types know keys as text only, but it hands the key to `crypto.sign` as it is. */
export interface DkimSigner {
  domainName: string
  keySelector: string
  privateKey: KeyObject
  /** Besides what is signed anyway, so that neither the calendar's header nor the kind of mail can be changed on the way. */
  headerFieldNames: string
}

/** The fields of our mails that a reader or a program sees. */
const SIGNED = [
  'From', 'Reply-To', 'To', 'Subject', 'Date', 'Message-ID', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Auto-Submitted', 'X-Auto-Response-Suppress',
  'List-Unsubscribe', 'List-Unsubscribe-Post',
].join(':')

/** Signs every mail with the key that was parsed at start: handing it over as PEM would parse it once for each mail. Null: mails go out unsigned. */
export function dkimSigner(dkim: Config['dkim']): DkimSigner | null {
  return dkim && { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key, headerFieldNames: SIGNED }
}
