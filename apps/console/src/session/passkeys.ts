import { operations, type FactorAdded, type SessionView } from '@app/contracts'
import { call, connection } from '../api.js'

type Browser = typeof import('@simplewebauthn/browser')
type CreationOptions = Parameters<Browser['startRegistration']>[0]['optionsJSON']
type RequestOptions = Parameters<Browser['startAuthentication']>[0]['optionsJSON']

/** Passkeys belong to a name; at a bare network address browsers refuse them. */
export const passkeysWork = typeof PublicKeyCredential !== 'undefined' && !/^[\d.]+$|^\[/.test(location.hostname)

/** The dialog of the browser was left, or it had no passkey to offer. */
export class PasskeyLeft extends Error {}

/** @throws PasskeyLeft, ProblemError */
export async function signInByPasskey(): Promise<SessionView> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { options, pending } = await call(operations.offerPasskeySignIn, { body: {} })
  const response = await startAuthentication({ optionsJSON: options as unknown as RequestOptions }).catch(leave)
  return call(operations.signInByPasskey, { body: { pending, response: { ...response, clientExtensionResults: {} } } })
}

/** @throws PasskeyLeft, ProblemError */
export async function addPasskey(label: string): Promise<FactorAdded> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { options, pending } = await call(operations.offerPasskey, {})
  const response = await startRegistration({ optionsJSON: options as unknown as CreationOptions }).catch(leave)
  const added = await call(operations.addPasskey, { body: { pending, label, response: { ...response, clientExtensionResults: {} } } })
  connection.csrf = added.session.csrf
  return added
}

function leave(cause: unknown): never {
  throw new PasskeyLeft('passkey', { cause })
}
