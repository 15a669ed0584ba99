import type { oidc as germanOidc } from '../de/oidc.js'

export const oidc: typeof germanOidc = {
  signIn: (name) => `Sign in with ${name}`, someName: 'the sign-in service',
  title: (name) => `Sign-in with ${name}`, says: (name) => `Bind your account once, and you sign in with ${name} instead of your password.`,
  saysBound: (name) => `You sign in with ${name}. A password that you have still works.`,
  bind: (name) => `Bind to ${name}`, bound: (name) => `Your account is bound to ${name}.`, instead: 'Or sign in without a password from now on:',
  isBound: 'Bound', since: (when) => `since ${when}`, last: (when) => `last used ${when}`,
  remove: 'Unbind', removeAsk: (name) => `Unbind your account from ${name}?`, removeSays: ['You no longer sign in by it.', 'If you have no password, you choose one afterwards.'], removed: (name) => `Your account is unbound from ${name}.`,
  ends: {
    denied: (name) => `Signing in with ${name} was cancelled.`,
    failed: (name) => `Signing in with ${name} did not succeed. It may have taken too long or was used before. Begin again. If that does not help, sign in another way and tell the person who manages access in your organisation.`,
    unavailable: (name) => `${name} does not answer at the moment, or not as it should. Try again later, or sign in another way, by password or passkey for example. If it stays like this, tell the person who manages access in your organisation.`,
    unknown: (name) => `Your sign-in with ${name} belongs to no account here. If you have one, sign in another way and bind it under “My access”. Otherwise ask for an invitation: the person who manages access in your organisation sends it.`,
    taken: (name) => `This sign-in with ${name} is bound to another account. Ask the person who manages access in your organisation.`,
    already: (name) => `Your account is bound to another sign-in with ${name}. Unbind it first.`,
  },
  resetSays: (name) => `The binding to ${name} is removed as well.`,
  account: (name) => `bound to ${name}`,
  ofTitle: (name) => `Unbind from ${name}`, ofText: (name) => `This person signs in with ${name}. Afterwards they need their password or ask for a new one.`,
  ofAsk: (name) => `Unbind the account of ${name}?`, ofSays: ['Sign-in by the service no longer works, and all sessions end.', 'Only the person can bind the account again.'], ofDone: (name) => `The account of ${name} is unbound.`,
}
