import { domainToASCII } from 'node:url'
import { checkEmail } from '@app/contacts'

/** An address and the name shown with it; the only shape in which an address reaches the mail library. */
export interface MailAddress {
  name: string
  address: string
}

/**
 * The address as a mail server and a calendar need it: local part as entered, domain as A-labels.
 * @throws RangeError when the text is not exactly one deliverable address; such a text must never reach a mail library, which may read two out of it.
 */
export function deliverableAddress(email: string): string {
  const problem = checkEmail(email)
  if (problem) throw new RangeError(`not one deliverable e-mail address (${problem})`)
  const entered = email.trim()
  const at = entered.lastIndexOf('@')
  return `${entered.slice(0, at)}@${domainToASCII(entered.slice(at + 1).normalize('NFC'))}`
}
