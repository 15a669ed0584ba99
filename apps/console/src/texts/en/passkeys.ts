import type { passkeys as germanPasskeys } from '../de/passkeys.js'

export const passkeys: typeof germanPasskeys = {
  title: 'Passkeys', says: 'Your device signs you in, by finger, face or PIN. A passkey replaces password and second factor.',
  notHere: 'Passkeys need a name, not a network address like this one.',
  label: 'Name of the passkey', labelHint: 'To recognise it, for example “office laptop”.', add: 'Make a passkey', added: 'The passkey is made.',
  since: (when) => `made ${when}`, last: (when) => `last used ${when}`,
  remove: 'Remove', removeLabel: (label) => `Remove passkey: ${label}`, removeAsk: (label) => `Remove the passkey “${label}”?`, removeSays: ['Nobody can sign in with it any more.', 'Delete it on the device as well.'], removed: 'The passkey is removed.',
  signIn: 'Sign in with a passkey', left: 'The device did not show a passkey. Try again or take another way.', instead: 'Or make a passkey, which replaces both:',
}
