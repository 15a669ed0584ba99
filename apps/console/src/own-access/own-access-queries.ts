import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { operations, type Language } from '@app/contracts'
import { call, connection } from '../api.js'

const KEY = ['own-access'] as const

/** Not held in memory once the screen is left: a gate may stand in between, behind which it changes. */
export function useOwnAccess() {
  return useQuery({ queryKey: KEY, gcTime: 0, queryFn: ({ signal }) => call(operations.readOwnAccess, {}, signal) })
}

/** Has the page read anew what was changed besides. */
export function useReadAnew(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: KEY })
}

/** A write after which the page is read anew. */
export function useOwnWrite<V, A>(write: (value: V) => Promise<A>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: write, onSuccess: () => client.invalidateQueries({ queryKey: KEY }) })
}

export const useEndSession = () => useOwnWrite((sessionId: string) => call(operations.endSession, { params: { sessionId } }))
export const useEndOthers = () => useOwnWrite(() => call(operations.endOtherSessions, {}))
export const useChangePassword = () => useOwnWrite((body: { current: string | null; password: string }) => call(operations.setPassword, { body }))
export const useSetLanguage = () => useOwnWrite((language: Language) => call(operations.setLanguage, { body: { language } }))
export const useRenewCodes = () => useOwnWrite(() => call(operations.renewRecoveryCodes, {}))

/** Without the last second factor the session may stand where it has to set one up: it is read anew. The same holds for a passkey, and for the binding to the provider. */
export const useRemoveTotp = () => useOwnWrite(() => call(operations.removeTotp, {}).then(() => connection.onForbidden()))
export const useRemoveOidc = () => useOwnWrite(() => call(operations.removeOidc, {}).then(() => connection.onForbidden()))
export const useRemovePasskey = () => useOwnWrite((passkeyId: string) => call(operations.removePasskey, { params: { passkeyId } }).then(() => connection.onForbidden()))
